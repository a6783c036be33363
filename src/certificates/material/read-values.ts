import { AppError } from '../../errors/app-error.ts';
import { appError } from '../../errors/catalogue.ts';
import { DerError } from '../der/der.ts';
import { parseCertificate } from '../parse-certificate.ts';
import { readPrivateKey } from '../keys/private-key.ts';
import { readCms } from './cms.ts';
import { type Finds, found, joinFinds, locationOf, lost, type Place } from './finds.ts';

/** The certificate that `der` is. */
export function readCertificateValue(der: Buffer, place: Place): Finds {
  try {
    const certificate = parseCertificate(der, locationOf(place));
    return found({ certificates: [{ certificate, line: place.line }] });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return found({ problems: [lost('malformed-certificate', error)] });
  }
}

/** The certificates in a CMS message, DER or BER. */
export function readCmsValue(message: Buffer, place: Place): Finds {
  try {
    return joinFinds(readCms(message).map((der) => readCertificateValue(der, place)));
  } catch (cause) {
    if (!(cause instanceof DerError)) throw cause;
    const occurrence = { location: locationOf(place), cause };
    const error = appError('PKCS7_MALFORMED', { source: place.source, reason: cause.message }, occurrence);
    return found({ problems: [lost('wrong-format', error)] });
  }
}

/** The private key in `der`, whose `label` says how it is encoded. */
export function readKeyValue(label: string, der: Buffer, place: Place): Finds {
  try {
    return found({ keys: [{ key: readPrivateKey(label, der), line: place.line }] });
  } catch (cause) {
    const details = { source: place.source, reason: `OpenSSL cannot read its ${label}` };
    const error = appError('KEY_MALFORMED', details, { location: locationOf(place), cause });
    return found({ problems: [lost('malformed-pem', error)] });
  }
}

/** What there is to say of a key that only its passphrase opens; `scheme` is how it is encrypted. */
export function refuseEncryptedKey(scheme: string, place: Place): Finds {
  const error = appError('KEY_ENCRYPTED', { source: place.source, scheme }, { location: locationOf(place) });
  return found({ problems: [lost('encrypted-key', error)] });
}
