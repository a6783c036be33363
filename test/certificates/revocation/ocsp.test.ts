import { afterAll, describe, expect, it } from 'vitest';
import type { Certificate } from '../../../src/certificates/certificate.ts';
import { judgeOcsp, type OcspVerdict, requiresStaple } from '../../../src/certificates/revocation/ocsp.ts';
import { integer, nullValue, sequence } from '../../../src/emulator/der-writer.ts';
import { createDesk, issueHierarchy } from '../../support/certificate-desk.ts';
import { extension, mint } from '../../support/minter.ts';
import { expectedOutcome, type OcspOutcome, outcomeOf } from '../../support/ocsp-outcome.ts';
import { type Answering, respond, REVOKED_AT } from '../../support/ocsp-command.ts';

const desk = createDesk();
afterAll(() => desk.remove());
const { make, root, intermediate, leaf, stray } = issueHierarchy(desk);
const RESPONDER = { subject: '/CN=Responder', kind: 'leaf', issuer: intermediate } as const;
const USAGE = { extendedKeyUsage: 'OCSPSigning', subjectAltName: '' };
const responder = make({ ...RESPONDER, extensions: { ...USAGE, noCheck: 'ignored' } });

/** The verdict on what `openssl ocsp` answers, some days after it did. */
function ask(answering: Partial<Answering>, days = 0): OcspVerdict {
  const query = { certificate: leaf, issuer: intermediate, ...answering };
  const der = respond(desk, query);
  const time = new Date(Date.now() + days * 24 * 60 * 60 * 1000);
  return judgeOcsp({ der, certificate: leaf.certificate, issuer: intermediate.certificate, time });
}

describe('judgeOcsp on what the openssl command answers', () => {
  const cases: readonly ({
    readonly name: string;
    readonly answering: Partial<Answering>;
    readonly days?: number;
  } & OcspOutcome)[] = [
    { name: 'good', answering: {}, kind: 'good' },
    { name: 'good, named with SHA-256', answering: { digest: 'sha256' }, kind: 'good' },
    { name: 'good, named with SHA-512', answering: { digest: 'sha512' }, kind: 'good' },
    { name: 'revoked', answering: { status: 'revoked' }, kind: 'revoked' },
    { name: 'unknown', answering: { status: 'none' }, kind: 'unknown' },
    { name: 'by key hash', answering: { options: '-ndays 3 -resp_key_id' }, kind: 'good' },
    { name: 'signed with SHA-384', answering: { options: '-ndays 3 -rmd sha384' }, kind: 'good' },
    { name: 'signed with SHA-1', answering: { options: '-ndays 3 -rmd sha1' }, code: 'weak-signature' },
    { name: 'signed with SHA-224', answering: { options: '-rmd sha224' }, code: 'unsupported-signature' },
    {
      name: 'a signature that is damaged',
      answering: { options: '-ndays 3 -badsig' },
      code: 'bad-signature',
    },
    { name: 'by a delegate', answering: { responder }, kind: 'good' },
    {
      name: 'by the key of a delegate',
      answering: { responder, options: '-resp_key_id -ndays 1' },
      kind: 'good',
    },
    { name: 'by a delegate, revoked', answering: { responder, status: 'revoked' }, kind: 'revoked' },
    {
      name: 'by a delegate whose certificate does not come along',
      answering: { responder, options: '-resp_no_certs' },
      code: 'responder-not-found',
    },
    {
      name: 'a delegate with a damaged signature',
      answering: { responder, options: '-badsig' },
      code: 'bad-signature',
    },
    { name: 'by the root', answering: { responder: root }, code: 'responder-not-authorised' },
    { name: 'by another authority', answering: { responder: stray }, code: 'responder-not-authorised' },
    { name: 'by the leaf', answering: { responder: leaf }, code: 'responder-not-authorised' },
    { name: 'of another certificate', answering: { certificate: responder }, code: 'other-certificate' },
    { name: 'of another issuer', answering: { issuer: stray }, code: 'other-certificate' },
    { name: 'on its last day', answering: {}, days: 2.9, kind: 'good' },
    { name: 'past nextUpdate', answering: {}, days: 3.1, kind: 'stale' },
    { name: 'revoked, past nextUpdate', answering: { status: 'revoked' }, days: 3.1, kind: 'stale' },
    { name: 'without nextUpdate, of today', answering: { options: '-resp_key_id' }, days: 0.9, kind: 'good' },
    {
      name: 'without nextUpdate, of yesterday',
      answering: { options: '-resp_key_id' },
      days: 1.1,
      kind: 'stale',
    },
    { name: 'for a month, after nine days', answering: { options: '-ndays 30' }, days: 9, kind: 'good' },
    { name: 'for a month, after eleven days', answering: { options: '-ndays 30' }, days: 11, kind: 'stale' },
    { name: 'to come', answering: {}, days: -1, code: 'not-yet-valid' },
  ];
  it.each(cases)('$name', ({ answering, days, ...rest }) => {
    expect(outcomeOf(ask(answering, days))).toEqual(expectedOutcome(rest));
  });

  it('says what the response says', () => {
    const der = respond(desk, {
      certificate: leaf,
      issuer: intermediate,
      responder,
      status: 'revoked,keyCompromise',
    });
    const verdict = judge(der);
    if (verdict.kind !== 'revoked') throw new Error(verdict.kind);
    const { thisUpdate, nextUpdate, ...said } = verdict;
    expect(said).toEqual({
      kind: 'revoked',
      revokedAt: REVOKED_AT,
      reason: 1,
      producedAt: thisUpdate,
      responder: expect.objectContaining({ fingerprint: responder.certificate.fingerprint }) as Certificate,
    });
    expect((nextUpdate?.getTime() ?? 0) - thisUpdate.getTime()).toBe(3 * 24 * 60 * 60 * 1000);
  });

  it('never takes a response with an octet changed for another status', () => {
    const der = respond(desk, { certificate: leaf, issuer: intermediate, responder, status: 'revoked' });
    for (let at = 0; at < der.length; at += 1) {
      for (const mask of [0x01, 0x80, 0xff]) {
        const damaged = Buffer.from(der);
        damaged[at] = (damaged[at] ?? 0) ^ mask;
        const { kind } = judge(damaged);
        expect({ at, mask, kind }).toEqual({ at, mask, kind: 'invalid' });
      }
    }
  });

  it.each([
    { name: 'the issuer', by: undefined },
    { name: 'a delegate', by: responder },
  ])('takes no part of a response by $name for the whole', ({ by }) => {
    const der = respond(desk, { certificate: leaf, issuer: intermediate, ...(by && { responder: by }) });
    for (let length = 0; length < der.length; length += 1) {
      expect(outcomeOf(judge(der.subarray(0, length)))).toEqual({ code: 'malformed' });
    }
    expect(outcomeOf(judge(Buffer.concat([der, Buffer.of(0)])))).toEqual({ code: 'malformed' });
    expect(judge(der).kind).toBe('good');
  });

  function judge(der: Buffer): OcspVerdict {
    return judgeOcsp({
      der,
      certificate: leaf.certificate,
      issuer: intermediate.certificate,
      time: new Date(),
    });
  }
});

const feature = (value: Buffer) =>
  mint({ extensions: { '1.3.6.1.5.5.7.1.24': extension('1.3.6.1.5.5.7.1.24', value) } });

describe('requiresStaple', () => {
  it.each([
    { name: 'status_request', value: sequence(integer(Buffer.of(5))), required: true },
    {
      name: 'status_request among others',
      value: sequence(integer(Buffer.of(17)), integer(Buffer.of(5))),
      required: true,
    },
    { name: 'status_request_v2', value: sequence(integer(Buffer.of(17))), required: false },
    { name: 'no feature', value: sequence(), required: false },
    { name: 'what is no feature', value: nullValue(), required: false },
    { name: 'what is no DER', value: Buffer.of(0x30, 5), required: false },
  ])('$name: $required', ({ value, required }) => {
    expect(requiresStaple(feature(value).certificate)).toBe(required);
  });

  it('a certificate without the extension does not', () => {
    expect(requiresStaple(leaf.certificate)).toBe(false);
  });

  it('a certificate that the openssl command makes with tlsfeature does', () => {
    const { certificate } = make({ ...RESPONDER, extensions: { tlsfeature: 'status_request' } });
    expect(requiresStaple(certificate)).toBe(true);
  });
});
