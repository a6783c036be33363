import type { Certificate } from '../../src/certificates/certificate.ts';
import { buildPath, type PathResult } from '../../src/certificates/paths/path.ts';
import type { PathFailure } from '../../src/certificates/paths/path-failure.ts';
import { createTrustStore } from '../../src/certificates/trust-store.ts';
import type { Issued } from './certificate-desk.ts';

/** A search and its one outcome: the path, or the failure's code and the certificate that it is about. */
export type PathCase = {
  readonly name: string;
  readonly leaf: Issued;
  readonly sent: readonly Issued[];
  readonly anchors: readonly Issued[];
} & (
  | { readonly path: readonly Issued[]; readonly code?: never; readonly at?: never }
  | { readonly path?: never; readonly code: PathFailure['code']; readonly at: Issued }
);

/** When the certificates of the tests are valid, unless they say otherwise. */
export const NOON = new Date('2026-06-01T12:00:00Z');

export function search({ leaf, sent, anchors }: Pick<PathCase, 'leaf' | 'sent' | 'anchors'>): PathResult {
  return buildPath({
    leaf: leaf.certificate,
    intermediates: certificatesOf(sent),
    trustStore: createTrustStore(certificatesOf(anchors)),
    time: NOON,
  });
}

export function certificatesOf(issued: readonly Issued[]): readonly Certificate[] {
  return issued.map(({ certificate }) => certificate);
}

export function failureOf(result: PathResult): PathFailure {
  if (result.kind === 'valid') throw new Error('the path is valid');
  return result.failure;
}

/** `result` in a form that shows at a glance where two differ. */
export function outcomeOf(result: PathResult): object {
  if (result.kind === 'valid') return { path: result.path.map(label) };
  return { code: result.failure.code, at: label(result.failure.certificate) };
}

export function expectedOutcome({ path, code, at }: PathCase): object {
  return path ? { path: certificatesOf(path).map(label) } : { code, at: label(at.certificate) };
}

function label({ subject, fingerprint }: Certificate): string {
  return `${subject} ${fingerprint.slice(0, 8)}`;
}
