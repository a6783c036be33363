import { describe, expect, it } from 'vitest';
import { judgeOcsp, type OcspVerdict } from '../../../src/certificates/revocation/ocsp.ts';
import {
  integer,
  namedBits,
  nullValue,
  objectIdentifier,
  sequence,
} from '../../../src/emulator/der-writer.ts';
import {
  type Deviation,
  extension,
  mint,
  type Minted,
  name,
  newKeys,
  validity,
} from '../../support/minter.ts';
import { expectedOutcome, type OcspOutcome, outcomeOf } from '../../support/ocsp-outcome.ts';
import { writeOcsp } from '../../support/ocsp-writer.ts';
import { NOON } from '../../support/paths.ts';

const root = mint({ kind: 'ca', subject: name('Root') });
const issuer = mint({ kind: 'ca', subject: name('Issuer'), issuer: root });
const leaf = mint({ issuer });
const other = mint({ issuer, serial: integer(Buffer.of(9)) });

const OCSP_SIGNING = '1.3.6.1.5.5.7.3.9';
const purposes = (...oids: readonly string[]) => ({
  '2.5.29.37': extension('2.5.29.37', sequence(...oids.map(objectIdentifier))),
});
const usage = (bit: number) => ({ '2.5.29.15': extension('2.5.29.15', namedBits(bit), true) });
const delegate = ({ extensions, ...deviation }: Deviation = {}): Minted =>
  mint({
    issuer,
    subject: name('Responder'),
    ...deviation,
    extensions: { ...purposes(OCSP_SIGNING), ...extensions },
  });

function judge(der: Buffer): OcspVerdict {
  return judgeOcsp({ der, certificate: leaf.certificate, issuer: issuer.certificate, time: NOON });
}

describe('whom the issuer authorises', () => {
  const cases: readonly ({ readonly name: string; readonly responder: Minted } & OcspOutcome)[] = [
    { name: 'a responder', responder: delegate(), kind: 'good' },
    {
      name: 'one that is not to be checked',
      responder: delegate({
        extensions: { '1.3.6.1.5.5.7.48.1.5': extension('1.3.6.1.5.5.7.48.1.5', nullValue(), true) },
      }),
      kind: 'good',
    },
    {
      name: 'one with another purpose too',
      responder: delegate({ extensions: purposes('1.2.3', OCSP_SIGNING) }),
      kind: 'good',
    },
    {
      name: 'none for TLS servers',
      responder: mint({ issuer, subject: name('Responder') }),
      code: 'responder-not-authorised',
    },
    {
      name: 'none for any purpose',
      responder: delegate({ extensions: purposes('2.5.29.37.0') }),
      code: 'responder-not-authorised',
    },
    {
      name: 'none without a purpose',
      responder: delegate({ extensions: { '2.5.29.37': 'none' } }),
      code: 'responder-not-authorised',
    },
    { name: 'none of the root', responder: delegate({ issuer: root }), code: 'responder-not-authorised' },
    {
      name: 'none of itself',
      responder: mint({ subject: name('Responder'), extensions: purposes(OCSP_SIGNING) }),
      code: 'responder-not-authorised',
    },
    {
      name: 'none that names the issuer alone',
      responder: delegate({ issuer: root, issuerName: issuer.subject }),
      code: 'responder-not-authorised',
    },
    {
      name: 'none below a responder',
      responder: delegate({ issuer: delegate({ kind: 'ca' }) }),
      code: 'responder-not-authorised',
    },
    {
      name: 'none that has expired',
      responder: delegate({ validity: validity('2026-01-01', '2026-05-31') }),
      code: 'responder-not-authorised',
    },
    {
      name: 'none to come',
      responder: delegate({ validity: validity('2026-06-02', '2027-01-01') }),
      code: 'responder-not-authorised',
    },
    { name: 'one for nonRepudiation', responder: delegate({ extensions: usage(1) }), kind: 'good' },
    {
      name: 'one without keyUsage',
      responder: delegate({ extensions: { '2.5.29.15': 'none' } }),
      kind: 'good',
    },
    {
      name: 'none for keyEncipherment',
      responder: delegate({ extensions: usage(2) }),
      code: 'responder-not-authorised',
    },
    {
      name: 'none with an unknown critical extension',
      responder: delegate({ extensions: { '1.2.3': extension('1.2.3', nullValue(), true) } }),
      code: 'responder-not-authorised',
    },
    {
      name: 'none with a key of its own kind',
      responder: delegate({ keys: newKeys('secp256k1') }),
      code: 'responder-not-authorised',
    },
    { name: 'none with another key', responder: { ...delegate(), keys: newKeys() }, code: 'bad-signature' },
  ];
  it.each(cases)('$name', ({ responder, ...rest }) => {
    expect(outcomeOf(judge(writeOcsp(leaf, issuer, { responder })))).toEqual(expectedOutcome(rest));
  });

  it('finds the responder among others, and tells who it is', () => {
    const responder = delegate();
    const others = [other, mint({ issuer, subject: name('Responder') })].map(
      ({ certificate }) => certificate.der,
    );
    const verdict = judge(
      writeOcsp(leaf, issuer, { responder, certificates: [...others, responder.certificate.der] }),
    );
    expect(verdict.kind === 'good' && verdict.responder.fingerprint).toBe(responder.certificate.fingerprint);
  });

  it('does not look at any number of certificates', () => {
    const responder = delegate();
    const certificates = [...Array<Buffer>(8).fill(other.certificate.der), responder.certificate.der];
    expect(outcomeOf(judge(writeOcsp(leaf, issuer, { responder, certificates })))).toEqual({
      code: 'responder-not-found',
    });
  });

  it.each([
    { name: 'when it answered', thisUpdate: '2026-03-01', outcome: { kind: 'stale' } },
    {
      name: 'no longer when it answered',
      thisUpdate: '2026-03-03',
      outcome: { code: 'responder-not-authorised' },
    },
  ])('of a stale response has to be authorised $name', ({ thisUpdate, outcome }) => {
    const responder = delegate({ validity: validity('2026-02-01', '2026-03-02') });
    const answers = [{ thisUpdate, nextUpdate: '2026-03-05' }];
    expect(outcomeOf(judge(writeOcsp(leaf, issuer, { responder, answers })))).toEqual(outcome);
  });
});
