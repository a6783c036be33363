import type { X509Certificate } from 'node:crypto';
import type { Authority } from './authority.ts';
import type { Faults } from './faults.ts';
import type { Instance, TargetType } from './ingress.ts';

/** The guide's states. */
export type CertificateStatus = 'Issuing' | 'Issued' | 'Deploying' | 'Deployed' | 'Failed';

/** A certificate bound, or being bound, to one instance. */
export interface Deployment {
  readonly type: TargetType;
  readonly instance: Instance;
  status: 'Deploying' | 'Deployed' | 'Failed';
  /** Status polls that still see Deploying. */
  pollsLeft: number;
  /** Whether it ends as Failed. */
  readonly fails: boolean;
}

/** A certificate of the store. Changes over its life. */
export interface CertificateRecord {
  /** `cert-` and six hexadecimal digits. */
  readonly id: string;
  readonly name: string;
  readonly source: 'request' | 'upload';
  /** The name it was requested for, or the first name of the uploaded leaf. */
  readonly domain: string;
  leaf: X509Certificate;
  /** As given or issued; a leaf-only fault leaves the leaf. */
  chainPem: string;
  readonly keyPem: string;
  /** Status polls that still see Issuing; undefined once it is issued. */
  issuingPolls: number | undefined;
  /** At most one an instance. */
  deployments: Deployment[];
}

/** Everything the actions work on. */
export interface Cloud {
  readonly authority: Authority;
  /** Oldest first. */
  readonly certificates: CertificateRecord[];
  readonly instances: readonly Instance[];
  readonly faults: Faults;
  readonly now: () => Date;
  /** How many status polls an issuing and a deployment take. */
  readonly polls: { readonly issuing: number; readonly deploying: number };
}
