import { TAG } from '../../der/der.ts';
import { BOTH, type CertificateRule, EVERY_ROLE, STRICT } from './rule.ts';

/** RFC 5280 §4.1.2.2. */
const MAX_SERIAL_OCTETS = 20;
/** From this year on, times are GeneralizedTime (RFC 5280 §4.1.2.5). */
const GENERALIZED_TIME_FROM = 2050;

/** How the fields of a certificate are written (RFC 5280 §4.1). */
export const FORM_RULES: readonly CertificateRule[] = [
  {
    id: 'signature-algorithms-differ',
    citation: 'RFC 5280 §4.1.1.2',
    policies: BOTH,
    roles: EVERY_ROLE,
    evaluate: ({ form, signatureAlgorithm }) =>
      form.tbsAlgorithmDer.equals(signatureAlgorithm.der)
        ? undefined
        : { actual: form.tbsAlgorithmDer.toString('hex'), required: signatureAlgorithm.der.toString('hex') },
  },
  {
    id: 'version',
    citation: 'RFC 5280 §4.1.2.1, BR §7.1.1',
    // An old version has no extensions, so browsers find neither names nor authority in it.
    policies: STRICT,
    roles: EVERY_ROLE,
    evaluate: ({ form }) =>
      form.version === 3 ? undefined : { actual: `version ${form.version}`, required: 'version 3' },
  },
  {
    id: 'serial-number',
    citation: 'RFC 5280 §4.1.2.2',
    // Relying parties are asked to handle others gracefully (same section), and browsers do.
    policies: STRICT,
    roles: EVERY_ROLE,
    evaluate: ({ form: { serialOctets } }) => {
      const negative = ((serialOctets[0] ?? 0) & 0x80) !== 0;
      const zero = serialOctets.every((octet) => octet === 0);
      if (!negative && !zero && serialOctets.length <= MAX_SERIAL_OCTETS) return undefined;
      const actual = negative ? 'a negative number' : zero ? 'zero' : `${serialOctets.length} octets`;
      return { actual, required: `a positive number of at most ${MAX_SERIAL_OCTETS} octets` };
    },
  },
  {
    id: 'unique-identifiers',
    citation: 'RFC 5280 §4.1.2.8, BR §7.1.2.7',
    policies: STRICT,
    roles: EVERY_ROLE,
    evaluate: ({ form }) =>
      form.hasUniqueIds ? { actual: 'a unique identifier', required: 'none' } : undefined,
  },
  {
    id: 'time-form',
    citation: 'RFC 5280 §4.1.2.5',
    // Relying parties must read both forms (same section).
    policies: STRICT,
    roles: EVERY_ROLE,
    evaluate: ({ form, notBefore, notAfter }) => {
      const wrong = [notBefore, notAfter].find((time, index) => {
        const tag = time.getUTCFullYear() < GENERALIZED_TIME_FROM ? TAG.utcTime : TAG.generalizedTime;
        return form.timeTags[index] !== tag;
      });
      if (!wrong) return undefined;
      const late = wrong.getUTCFullYear() >= GENERALIZED_TIME_FROM;
      const [actual, required] = late
        ? ['UTCTime', 'GeneralizedTime']
        : ['GeneralizedTime', `UTCTime until ${GENERALIZED_TIME_FROM - 1}`];
      return { actual: `${wrong.toISOString()} as ${actual}`, required };
    },
  },
  {
    id: 'default-written',
    citation: 'X.690 §11.5',
    policies: STRICT,
    roles: EVERY_ROLE,
    evaluate: ({ form, extensions }) => {
      const [oid] = [...extensions].find(([, { defaultWritten }]) => defaultWritten) ?? [];
      const actual = form.defaultVersionWritten
        ? 'version 1'
        : form.defaultCaWritten
          ? 'cA FALSE'
          : oid && `critical FALSE of extension ${oid}`;
      return actual === undefined ? undefined : { actual, required: 'a DEFAULT is left out' };
    },
  },
  {
    id: 'key-usage-encoding',
    citation: 'X.690 §11.2.2',
    policies: STRICT,
    roles: EVERY_ROLE,
    evaluate: ({ form }) =>
      form.keyUsageMinimal ? undefined : { actual: 'trailing zero bits', required: 'none in keyUsage' },
  },
];
