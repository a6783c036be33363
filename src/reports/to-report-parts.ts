import type { Certificate } from '../certificates/certificate.ts';
import { PROFILES } from '../certificates/clients/profiles.ts';
import type { ClientVerdict } from '../endpoints/client-verdicts.ts';
import type { ShownPath } from '../endpoints/shown-path.ts';
import { printable } from '../errors/printable.ts';
import type { CheckedEndpoint } from './check/check-report.ts';
import { defined } from './defined.ts';

type ReportedPath = NonNullable<CheckedEndpoint['addresses'][number]['path']>;

export function toPath({ certificates, anchor }: ShownPath): ReportedPath {
  return {
    certificates: certificates.map(({ fingerprint }) => fingerprint),
    anchor: anchor?.fingerprint ?? null,
  };
}

export function onPath(path: ShownPath | undefined): readonly Certificate[] {
  return path ? [...path.certificates, ...(path.anchor ? [path.anchor] : [])] : [];
}

/** By name. */
export function toClients(clients: readonly ClientVerdict[]): CheckedEndpoint['clients'] {
  return Object.fromEntries(
    clients.map(({ client, accepts, byLuck, error }) => [
      client,
      {
        accepts: accepts ?? null,
        byLuck,
        ...defined({ luck: byLuck ? PROFILES[client].luck : undefined }),
        error: error ?? null,
      },
    ]),
  );
}

/** By fingerprint. */
export function toCertificates(certificates: readonly Certificate[]): CheckedEndpoint['certificates'] {
  return Object.fromEntries(
    certificates.map(({ fingerprint, subject, issuer, notBefore, notAfter }) => [
      fingerprint,
      {
        subject: printable(subject),
        issuer: printable(issuer),
        notBefore: notBefore.toISOString(),
        notAfter: notAfter.toISOString(),
      },
    ]),
  );
}
