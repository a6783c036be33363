import type { FindingId, Severity } from '../endpoints/finding.ts';

/** Findings that the picture of a chain shows by itself, where it is known what is needed. */
const SHOWN: ReadonlySet<FindingId> = new Set([
  'missing-intermediate',
  'incomplete-chain',
  'wrong-intermediate',
  'wrong-order',
  'extra-certificate',
  'duplicate-certificate',
  'root-included',
  'untrusted-root',
  'expired-leaf',
  'expired-intermediate',
  'expired-cross-sign',
  'not-yet-valid',
  'not-yet-valid-intermediate',
]);

interface AtFault {
  readonly id: FindingId;
  readonly severity: Severity;
  readonly certificate?: string | null | undefined;
}

/** Ids of what is wrong with `certificate` and cannot be seen in the picture, each once. */
export function problemIdsOf(certificate: string, findings: readonly AtFault[]): readonly string[] {
  const ids = findings.flatMap(({ id, severity, certificate: at }) =>
    at === certificate && severity !== 'info' && !SHOWN.has(id) ? [id] : [],
  );
  return [...new Set(ids)];
}

/** Where a certificate of a bundle was found. */
interface Source {
  readonly kind: 'served' | 'disk' | 'other-endpoint' | 'aia';
  readonly url?: string | undefined;
}

/** Where a certificate was found that is needed and not sent: `in the bundle file`. */
export function sourceWords({ kind, url }: Source): string {
  switch (kind) {
    case 'served':
      return 'sent by another address';
    case 'disk':
      return 'in the bundle file';
    case 'other-endpoint':
      return 'served by another endpoint';
    case 'aia':
      return `from ${url ?? 'its address'}`;
  }
}
