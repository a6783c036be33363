import type { IngressConfig } from '../../config/config.ts';
import { appError } from '../../errors/catalogue.ts';
import type { StoredCertificate } from '../certificate-store.ts';
import type { IngressTarget, TargetState } from '../ingress-target.ts';
import type { RpcClient } from '../rpc/rpc-client.ts';
import { readCertificate, statusOn } from './reads.ts';
import { deployCertificate } from './writes.ts';

const NO_CALL = 'the guide has no call for it';

/**
 * A target of DeployCertificate. The guide tells of a certificate where it is bound, and of a target nothing: what was
 * bound before is not known, and is put back by deploying its certificate again.
 */
export function createGuideTarget(client: RpcClient, target: IngressConfig): IngressTarget {
  const name = `${target.type} ${target.instance}`;
  return {
    config: target,
    name,
    needsMaterial: false,
    tellsKey: false,
    writes: [],
    read: (certificate) => Promise.resolve(stateOn(certificate, target)),
    bind: ({ id }) => deployCertificate(client, { id, target }),
    readBack: async ({ id }) => stateOn(await readCertificate(client, id), target),
    survey: () => Promise.resolve({ neighbours: undefined, room: undefined }),
    whyNotRestorable: () => NO_CALL,
    restore: () => Promise.reject(appError('RESTORE_IMPOSSIBLE', { target: name, reason: NO_CALL })),
  };
}

/** What the store says of `certificate` on `target`. */
export function stateOn(certificate: StoredCertificate | undefined, target: IngressConfig): TargetState {
  const status = certificate && statusOn(certificate, target);
  return {
    status,
    isChanging: status === 'Deploying',
    isTold: certificate?.targets !== undefined,
    said: `CAS reports ${status ?? 'no deployment'}`,
    binding: undefined,
  };
}
