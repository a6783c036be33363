import { describe, expect, it } from 'vitest';
import { judgeOcsp, type OcspVerdict } from '../../../src/certificates/revocation/ocsp.ts';
import {
  explicit,
  integer,
  nullValue,
  objectIdentifier,
  octetString,
  sequence,
} from '../../../src/emulator/der-writer.ts';
import { element, extension, mint, type Minted, name, newKeys } from '../../support/minter.ts';
import { expectedOutcome, type OcspOutcome, outcomeOf } from '../../support/ocsp-outcome.ts';
import {
  type AnswerDeviation,
  certId,
  GOOD,
  type ResponseDeviation,
  revoked,
  UNKNOWN,
  writeOcsp,
} from '../../support/ocsp-writer.ts';
import { NOON } from '../../support/paths.ts';

const root = mint({ kind: 'ca', subject: name('Root') });
const issuer = mint({ kind: 'ca', subject: name('Issuer'), issuer: root });
const leaf = mint({ issuer });
const other = mint({ issuer, serial: integer(Buffer.of(9)) });
const CRITICAL = extension('1.2.3', nullValue(), true);
const DAY_BEFORE = '2026-05-31T12:00:00Z';

function judge(der: Buffer, certificate: Minted = leaf): OcspVerdict {
  return judgeOcsp({ der, certificate: certificate.certificate, issuer: issuer.certificate, time: NOON });
}

describe('what a response says', () => {
  const [good, bad, unknown] = [{ status: GOOD }, { status: revoked() }, { status: UNKNOWN }] as const;
  const stale = { nextUpdate: '2026-05-31' };
  const cases: readonly ({
    readonly name: string;
    readonly answers: readonly AnswerDeviation[];
  } & OcspOutcome)[] = [
    { name: 'good', answers: [good], kind: 'good' },
    { name: 'revoked', answers: [bad], kind: 'revoked' },
    { name: 'unknown', answers: [unknown], kind: 'unknown' },
    { name: 'good and revoked', answers: [good, bad], kind: 'revoked' },
    { name: 'revoked and good', answers: [bad, good], kind: 'revoked' },
    { name: 'good and unknown', answers: [good, unknown], kind: 'unknown' },
    { name: 'stale and good', answers: [{ ...bad, ...stale }, good], kind: 'good' },
    {
      name: 'good, and revoked in the future',
      answers: [good, { ...bad, thisUpdate: '2026-06-02' }],
      kind: 'good',
    },
    { name: 'another first', answers: [{ certId: certId(other, issuer), ...bad }, good], kind: 'good' },
    { name: 'another alone', answers: [{ certId: certId(other, issuer) }], code: 'other-certificate' },
    {
      name: 'the same number of another authority',
      answers: [{ certId: certId(leaf, root) }],
      code: 'other-certificate',
    },
    { name: 'nothing', answers: [], code: 'other-certificate' },
    { name: 'good until this moment', answers: [{ nextUpdate: '2026-06-01T12:00:00Z' }], kind: 'good' },
    { name: 'good until a second ago', answers: [{ nextUpdate: '2026-06-01T11:59:59Z' }], kind: 'stale' },
    { name: 'good from this moment', answers: [{ thisUpdate: '2026-06-01T12:00:00Z' }], kind: 'good' },
    {
      name: 'good from the next second',
      answers: [{ thisUpdate: '2026-06-01T12:00:01Z' }],
      code: 'not-yet-valid',
    },
    { name: 'no end, a day old', answers: [{ thisUpdate: DAY_BEFORE, nextUpdate: 'none' }], kind: 'good' },
    {
      name: 'no end, older',
      answers: [{ thisUpdate: '2026-05-31T11:59:59Z', nextUpdate: 'none' }],
      kind: 'stale',
    },
    {
      name: 'a year, ten days old',
      answers: [{ thisUpdate: '2026-05-22T12:00:00Z', nextUpdate: '2027-01-01' }],
      kind: 'good',
    },
    {
      name: 'a year, older',
      answers: [{ thisUpdate: '2026-05-22T11:59:59Z', nextUpdate: '2027-01-01' }],
      kind: 'stale',
    },
    { name: 'an end before the start', answers: [{ nextUpdate: '2026-05-29' }], code: 'times-contradict' },
    { name: 'a reason that there is not', answers: [{ status: revoked(7) }], code: 'malformed' },
    { name: 'a status that there is not', answers: [{ status: element(0x83) }], code: 'malformed' },
    { name: 'good with contents', answers: [{ status: element(0x80, Buffer.of(0)) }], code: 'malformed' },
    {
      name: 'a UTCTime',
      answers: [{ status: element(0xa1, element(0x17, Buffer.from('260201000000Z'))) }],
      code: 'malformed',
    },
    {
      name: 'a critical extension',
      answers: [{ extensions: [CRITICAL] }],
      code: 'unknown-critical-extension',
    },
    {
      name: 'a critical extension of another answer',
      answers: [{ certId: certId(other, issuer), extensions: [CRITICAL] }, good],
      kind: 'good',
    },
    { name: 'another extension', answers: [{ extensions: [extension('1.2.3', nullValue())] }], kind: 'good' },
    { name: 'an extension twice', answers: [{ extensions: [CRITICAL, CRITICAL] }], code: 'malformed' },
    {
      name: 'critical SCTs',
      answers: [{ extensions: [extension('1.3.6.1.4.1.11129.2.4.5', octetString(Buffer.of(0)), true)] }],
      kind: 'good',
    },
  ];
  it.each(cases)('$name', ({ answers, ...rest }) => {
    expect(outcomeOf(judge(writeOcsp(leaf, issuer, { answers })))).toEqual(expectedOutcome(rest));
  });

  it('a CertID with any octet changed is of another certificate, although it is signed', () => {
    const own = certId(leaf, issuer);
    for (let at = 0; at < own.length; at += 1) {
      for (const mask of [0x01, 0x80, 0xff]) {
        const changed = Buffer.from(own);
        changed[at] = (changed[at] ?? 0) ^ mask;
        const verdict = judge(writeOcsp(leaf, issuer, { answers: [{ certId: changed }] }));
        expect(['other-certificate', 'malformed']).toContain(outcomeOf(verdict).code);
      }
    }
  });

  it('an authority is spoken of for longer', () => {
    const der = writeOcsp(issuer, root, {
      answers: [{ thisUpdate: '2026-02-01', nextUpdate: '2027-01-01' }],
    });
    const query = { certificate: issuer.certificate, issuer: root.certificate, time: NOON };
    expect(judgeOcsp({ der, ...query }).kind).toBe('good');
  });

  it('what is stale says how long it held, and what it said', () => {
    const days = [{ thisUpdate: '2026-05-01', nextUpdate: '2027-01-01', status: revoked(6) }];
    expect(judge(writeOcsp(leaf, issuer, { answers: days }))).toMatchObject({
      kind: 'stale',
      status: { kind: 'revoked', revokedAt: new Date('2026-02-01'), reason: 6 },
      validUntil: new Date('2026-05-11'),
      nextUpdate: new Date('2027-01-01'),
      time: NOON,
    });
  });
});

describe('how a response is written', () => {
  const cases: readonly ({ readonly name: string; readonly deviation: ResponseDeviation } & OcspOutcome)[] = [
    { name: 'version 1 written', deviation: { version: explicit(0, integer(Buffer.of(0))) }, kind: 'good' },
    { name: 'version 2', deviation: { version: explicit(0, integer(Buffer.of(1))) }, code: 'malformed' },
    { name: 'malformedRequest', deviation: { responseStatus: 1 }, code: 'not-successful' },
    { name: 'tryLater', deviation: { responseStatus: 3 }, code: 'not-successful' },
    { name: 'unauthorized', deviation: { responseStatus: 6 }, code: 'not-successful' },
    { name: 'a status that there is not', deviation: { responseStatus: 4 }, code: 'malformed' },
    { name: 'another type', deviation: { responseType: '1.2.3' }, code: 'unknown-response-type' },
    {
      name: 'a critical extension',
      deviation: { extensions: [CRITICAL] },
      code: 'unknown-critical-extension',
    },
    {
      name: 'a nonce',
      deviation: { extensions: [extension('1.3.6.1.5.5.7.48.1.2', octetString(Buffer.of(1)))] },
      kind: 'good',
    },
    { name: 'no extension', deviation: { extensions: [] }, code: 'malformed' },
    {
      name: 'a ResponderID of no kind',
      deviation: { responderId: explicit(3, nullValue()) },
      code: 'malformed',
    },
    {
      name: 'another ResponderID',
      deviation: { responderId: explicit(1, name('Issuer 2')) },
      code: 'responder-not-found',
    },
    {
      name: 'the name in other letters',
      deviation: { responderId: explicit(1, name('ISSUER')) },
      kind: 'good',
    },
    { name: 'a certificate that is none', deviation: { certificates: [nullValue()] }, kind: 'good' },
    {
      name: 'an algorithm that is unknown',
      deviation: { algorithm: sequence(objectIdentifier('1.2.3')) },
      code: 'unsupported-signature',
    },
    {
      name: 'the issuer’s certificate too',
      deviation: { certificates: [issuer.certificate.der] },
      kind: 'good',
    },
    {
      name: 'another key, the issuer’s certificate too',
      deviation: { responder: { ...issuer, keys: newKeys() }, certificates: [issuer.certificate.der] },
      code: 'bad-signature',
    },
  ];
  it.each(cases)('$name', ({ deviation, ...rest }) => {
    expect(outcomeOf(judge(writeOcsp(leaf, issuer, deviation)))).toEqual(expectedOutcome(rest));
  });

  it('has a limit of size', () => {
    const der = writeOcsp(leaf, issuer, { certificates: [octetString(Buffer.alloc(64 * 1024))] });
    expect(outcomeOf(judge(der))).toEqual({ code: 'malformed' });
    expect(outcomeOf(judge(Buffer.alloc(0)))).toEqual({ code: 'malformed' });
  });

  it('what an error says is told', () => {
    expect(judge(writeOcsp(leaf, issuer, { responseStatus: 3 }))).toMatchObject({
      actual: 'tryLater',
      required: 'successful',
    });
  });
});
