import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { createDesk, Issued } from './certificate-desk.ts';

/** What `openssl ocsp` is asked, and how it answers. */
export interface Answering {
  readonly certificate: Issued;
  readonly issuer: Issued;
  /** Who signs; the issuer by default. */
  readonly responder?: Issued;
  /** As a line of `index.txt` has it; `none`: the responder has not heard of the certificate. `valid` by default. */
  readonly status?: 'valid' | 'none' | `revoked${'' | ',keyCompromise' | ',superseded'}`;
  /** Further arguments of the responder; `-ndays 3` by default. */
  readonly options?: string;
  /** How the request names the certificate. */
  readonly digest?: 'sha1' | 'sha256' | 'sha512';
}

/** When `openssl ocsp` says that certificates were revoked. */
export const REVOKED_AT = new Date('2026-02-01T00:00:00Z');

/** DER of the OCSPResponse with which the openssl command, as a responder, answers; made now. */
export function respond(
  { folder, openssl }: Pick<ReturnType<typeof createDesk>, 'folder' | 'openssl'>,
  answering: Answering,
): Buffer {
  const { certificate, issuer, responder = issuer, status = 'valid', options = '-ndays 3' } = answering;
  const { digest = 'sha1' } = answering;
  writeFileSync(join(folder, 'status.txt'), indexLine(certificate, status));
  openssl(
    `ocsp -${digest} -issuer ${issuer.name}.pem -cert ${certificate.name}.pem -no_nonce -reqout request`,
  );
  openssl(
    `ocsp -index status.txt -CA ${issuer.name}.pem -rsigner ${responder.name}.pem -rkey ${responder.name}.key ` +
      `-reqin request -respout response ${options}`,
  );
  return readFileSync(join(folder, 'response'));
}

/** A line of the text database of `openssl ca`: status, expiry, revocation, serial number, file, subject. */
function indexLine({ certificate }: Issued, status: NonNullable<Answering['status']>): string {
  if (status === 'none') return '';
  const serial = certificate.serialNumber.padStart(
    certificate.serialNumber.length + (certificate.serialNumber.length % 2),
    '0',
  );
  const [flag, revocation] =
    status === 'valid' ? ['V', ''] : ['R', status.replace('revoked', '260201000000Z')];
  return `${[flag, '490101000000Z', revocation, serial, 'unknown', '/CN=subject'].join('\t')}\n`;
}
