import { refuse, succeed } from '../../cas-answer.ts';
import { type Api, isRefusal, list, needAll } from '../api.ts';
import {
  associate,
  dissociate,
  getListenerAttribute,
  jobStatus,
  listListenerCertificates,
  listListeners,
  type ListenerWords,
  updateListenerAttribute,
} from './listener.ts';

const words: ListenerWords = {
  product: 'nlb',
  protocol: 'TCPSSL',
  kindParameter: 'CertType',
  defaultOf: (call) => list(call, 'CertificateIds'),
  additionalOf: (call) => list(call, 'AdditionalCertificateIds'),
  mostAdditional: 15,
};

/** Network Load Balancer, 2022-04-30. */
export const nlbApi: Api = {
  version: '2022-04-30',
  ramPrefix: 'nlb',
  actions: {
    ListListeners: listListeners(words),
    GetListenerAttribute: getListenerAttribute(words),
    UpdateListenerAttribute: updateListenerAttribute(words),
    ListListenerCertificates: listListenerCertificates(words),
    AssociateAdditionalCertificatesWithListener: associate(words),
    DisassociateAdditionalCertificatesWithListener: dissociate(words),
    GetJobStatus(call) {
      const given = needAll(call, ['JobId']);
      if (isRefusal(given)) return given;
      const status = jobStatus(call, words, given.JobId);
      if (!status) return refuse('ResourceNotFound.Job', 'The specified job does not exist.');
      // The documentation spells the one with a small letter and the other with a capital.
      return succeed({ Status: status === 'Processing' ? 'processing' : status });
    },
  },
};
