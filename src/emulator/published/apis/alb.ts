import { succeed } from '../../cas-answer.ts';
import { type Api, list } from '../api.ts';
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
  product: 'alb',
  protocol: 'HTTPS',
  kindParameter: 'CertificateType',
  defaultOf: (call) => list(call, 'Certificates', 'CertificateId'),
  additionalOf: (call) => list(call, 'Certificates', 'CertificateId'),
  mostAdditional: 25,
};

/** Application Load Balancer, 2020-06-16. */
export const albApi: Api = {
  version: '2020-06-16',
  ramPrefix: 'alb',
  actions: {
    ListListeners: listListeners(words),
    GetListenerAttribute: getListenerAttribute(words),
    UpdateListenerAttribute: updateListenerAttribute(words),
    ListListenerCertificates: listListenerCertificates(words),
    AssociateAdditionalCertificatesWithListener: associate(words),
    DissociateAdditionalCertificatesFromListener: dissociate(words),
    ListAsynJobs: (call) =>
      succeed({
        Jobs: list(call, 'JobIds').flatMap((id) => {
          const status = jobStatus(call, words, id);
          if (!status) return [];
          const failure = {
            ErrorCode: 'InternalError',
            ErrorMessage: 'The listener could not be configured.',
          };
          return [{ Id: id, Status: status, ...(status === 'Failed' ? failure : {}) }];
        }),
      }),
  },
};
