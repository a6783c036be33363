import type { OcspFault, OcspVerdict } from '../../src/certificates/revocation/ocsp.ts';

/** The one outcome of a case: the kind of a verdict, or the code of an invalid one. */
export type OcspOutcome =
  | { readonly kind: Exclude<OcspVerdict['kind'], 'invalid'>; readonly code?: never }
  | { readonly kind?: never; readonly code: OcspFault['code'] };

export function outcomeOf(verdict: OcspVerdict): OcspOutcome {
  return verdict.kind === 'invalid' ? { code: verdict.code } : { kind: verdict.kind };
}

/** The outcome that a case names, without its other fields. */
export function expectedOutcome({ kind, code }: OcspOutcome): OcspOutcome {
  return kind === undefined ? { code } : { kind };
}
