import type { ClientTrust } from './trust.ts';

/** What a client's judgement depends on besides what it is shown. */
export interface ClientTerms {
  readonly trust: ClientTrust;
  readonly time: Date;
}
