import { describe, expect, it } from 'vitest';
import type { Crl } from '../../../src/certificates/revocation/crl.ts';
import { DerError } from '../../../src/certificates/der/der.ts';
import { buildPath } from '../../../src/certificates/paths/path.ts';
import { checkRevocation } from '../../../src/certificates/revocation/revocation.ts';
import { createTrustStore } from '../../../src/certificates/trust-store.ts';
import {
  explicit,
  implicit,
  integer,
  namedBits,
  nullValue,
  objectIdentifier,
  sequence,
} from '../../../src/emulator/der-writer.ts';
import { makeCrl, type CrlDeviation } from '../../support/crl-writer.ts';
import { element, extension, issuersOf, mint, type Minted, name } from '../../support/minter.ts';
import { NOON } from '../../support/paths.ts';

const SERIAL = Buffer.of(0x07, 0xbb);
const TRUE = Buffer.of(0xff);
const POINT = implicit(6, Buffer.from('http://crl.example.com/1.crl'));
const fullName = explicit(0, explicit(0, POINT));
const root = mint({ kind: 'ca', subject: name('Root') });
const intermediate = mint({
  kind: 'ca',
  subject: name('Intermediate'),
  issuer: root,
  serial: integer(SERIAL),
});
const leaf = mint({
  issuer: intermediate,
  serial: integer(SERIAL),
  extensions: { '2.5.29.31': extension('2.5.29.31', sequence(sequence(fullName))) },
});
const noCrlSign = mint({
  kind: 'ca',
  subject: name('No cRLSign'),
  issuer: root,
  extensions: { '2.5.29.15': extension('2.5.29.15', namedBits(5), true) },
});

const SOME_REASONS = implicit(3, Buffer.of(6, 0x40));
const pointOf = (commonName: string) => explicit(0, explicit(0, explicit(4, name(commonName))));

const reason = (code: number) => extension('2.5.29.21', element(0x0a, Buffer.of(code)));
const revoking = (...extensions: readonly Buffer[]): CrlDeviation => ({
  revoked: [{ serial: SERIAL, extensions }],
});
const scope = (...fields: readonly Buffer[]): CrlDeviation => ({
  extensions: { '2.5.29.28': extension('2.5.29.28', sequence(...fields), true) },
});

const STATUSES: readonly {
  readonly name: string;
  readonly deviation: CrlDeviation;
  readonly status: string;
}[] = [
  { name: 'nothing revoked', deviation: {}, status: 'good' },
  { name: 'another revoked', deviation: { revoked: [{ serial: Buffer.of(1) }] }, status: 'good' },
  { name: 'revoked', deviation: revoking(), status: 'revoked' },
  { name: 'revoked for key compromise', deviation: revoking(reason(1)), status: 'revoked' },
  { name: 'on hold', deviation: revoking(reason(6)), status: 'revoked' },
  { name: 'off hold again', deviation: revoking(reason(8)), status: 'good' },
  {
    name: 'an entry with an unknown critical extension',
    deviation: revoking(extension('1.2.3', nullValue(), true)),
    status: 'unknown',
  },
  { name: 'stale', deviation: { nextUpdate: '2026-05-01' }, status: 'unknown' },
  { name: 'to come', deviation: { thisUpdate: '2026-07-01' }, status: 'unknown' },
  { name: 'without nextUpdate', deviation: { nextUpdate: 'none' }, status: 'unknown' },
  { name: 'version 1', deviation: { version: Buffer.alloc(0) }, status: 'unknown' },
  {
    name: 'algorithms that differ',
    deviation: { tbsAlgorithm: sequence(objectIdentifier('1.2.3')) },
    status: 'unknown',
  },
  { name: 'another signer', deviation: { signer: root }, status: 'unknown' },
  { name: 'no crlNumber', deviation: { extensions: { '2.5.29.20': 'none' } }, status: 'unknown' },
  {
    name: 'no authorityKeyIdentifier',
    deviation: { extensions: { '2.5.29.35': 'none' } },
    status: 'unknown',
  },
  {
    name: 'a critical crlNumber',
    deviation: { extensions: { '2.5.29.20': extension('2.5.29.20', integer(Buffer.of(1)), true) } },
    status: 'unknown',
  },
  {
    name: 'an unknown critical extension',
    deviation: { extensions: { '1.2.3': extension('1.2.3', nullValue(), true) } },
    status: 'unknown',
  },
  {
    name: 'a delta',
    deviation: { extensions: { '2.5.29.27': extension('2.5.29.27', integer(Buffer.of(1)), true) } },
    status: 'unknown',
  },
  { name: 'of its distribution point', deviation: scope(fullName), status: 'good' },
  {
    name: 'of another distribution point',
    deviation: scope(explicit(0, explicit(0, implicit(6, Buffer.from('http://other.example/'))))),
    status: 'unknown',
  },
  { name: 'for user certificates', deviation: scope(implicit(1, TRUE)), status: 'good' },
  { name: 'for authorities', deviation: scope(implicit(2, TRUE)), status: 'unknown' },
  { name: 'for some reasons', deviation: scope(SOME_REASONS), status: 'unknown' },
  {
    name: 'revoked for one of some reasons',
    deviation: { ...revoking(), ...scope(SOME_REASONS) },
    status: 'revoked',
  },
  { name: 'indirect', deviation: scope(implicit(4, TRUE)), status: 'unknown' },
  {
    name: 'revoked by an indirect one',
    deviation: { ...revoking(), ...scope(implicit(4, TRUE)) },
    status: 'unknown',
  },
  { name: 'for attribute certificates', deviation: scope(implicit(5, TRUE)), status: 'unknown' },
  {
    name: 'for user and for attribute certificates',
    deviation: scope(implicit(1, TRUE), implicit(5, TRUE)),
    status: 'unknown',
  },
  {
    name: 'of the point that every certificate has',
    deviation: scope(pointOf('Intermediate')),
    status: 'good',
  },
  { name: 'of the same in other letters', deviation: scope(pointOf('INTERMEDIATE')), status: 'good' },
  { name: 'of the point of another authority', deviation: scope(pointOf('Root')), status: 'unknown' },
];

describe('checkRevocation', () => {
  it.each(STATUSES)('$name: $status', ({ deviation, status }) => {
    expect(statusOf(leaf, [makeCrl(intermediate, deviation)])).toBe(status);
  });

  it('knows nothing without a CRL of the issuer', () => {
    expect(statusOf(leaf, [])).toBe('unknown');
    expect(statusOf(leaf, [makeCrl(root, revoking())])).toBe('unknown');
  });

  it('takes the one CRL that may be believed, and believes any that revokes', () => {
    const [good, revoked, stale] = [{}, revoking(), { nextUpdate: '2026-05-01' }].map((deviation) =>
      makeCrl(intermediate, deviation),
    ) as [Crl, Crl, Crl];
    expect(statusOf(leaf, [stale, good])).toBe('good');
    expect(statusOf(leaf, [good, stale])).toBe('good');
    expect(statusOf(leaf, [good, revoked])).toBe('revoked');
    expect(statusOf(leaf, [revoked, good])).toBe('revoked');
  });

  it('believes a delta CRL that revokes, and none that does not', () => {
    const delta = { '2.5.29.27': extension('2.5.29.27', integer(Buffer.of(1)), true) };
    const base = makeCrl(intermediate);
    expect(statusOf(leaf, [base, makeCrl(intermediate, { extensions: delta })])).toBe('good');
    expect(statusOf(leaf, [base, makeCrl(intermediate, { ...revoking(), extensions: delta })])).toBe(
      'revoked',
    );
  });

  it('takes a CRL that another key of the authority signed', () => {
    const rolled = mint({ kind: 'ca', subject: name('Intermediate'), issuer: root });
    const [certificate, crls] = [leaf.certificate, [makeCrl(rolled)]];
    const query = { certificate, crls, time: NOON };
    expect(checkRevocation({ ...query, authorities: [intermediate.certificate] }).kind).toBe('unknown');
    const authorities = [intermediate, rolled].map((minted) => minted.certificate);
    expect(checkRevocation({ ...query, authorities }).kind).toBe('good');
  });

  it.each([
    { name: 'some reasons', field: SOME_REASONS },
    { name: 'another CRL issuer', field: explicit(2, explicit(4, name('Root'))) },
  ])('does not take the distribution point of $name for that of the whole truth', ({ field }) => {
    const points = extension('2.5.29.31', sequence(sequence(fullName, field)));
    const certificate = mint({ issuer: intermediate, extensions: { '2.5.29.31': points } });
    expect(statusOf(certificate, [makeCrl(intermediate, scope(fullName))])).toBe('unknown');
    expect(statusOf(certificate, [makeCrl(intermediate)])).toBe('good');
  });

  it.each([
    { name: 'fields in another order', fields: [implicit(5, TRUE), implicit(1, TRUE)] },
    { name: 'a field twice', fields: [implicit(1, TRUE), implicit(1, TRUE)] },
    { name: 'a field that is unknown', fields: [implicit(6, TRUE)] },
  ])('is no CRL with a scope of $name', ({ fields }) => {
    expect(() => makeCrl(intermediate, scope(...fields))).toThrow(DerError);
  });

  it('asks the issuer for cRLSign', () => {
    expect(statusOf(mint({ issuer: noCrlSign }), [makeCrl(noCrlSign)])).toBe('unknown');
  });
});

describe('buildPath with CRLs', () => {
  it.each([
    { name: 'the leaf is good', crls: [makeCrl(intermediate)], outcome: 'valid' },
    { name: 'the leaf is revoked', crls: [makeCrl(intermediate, revoking(reason(4)))], outcome: 'revoked' },
    {
      name: 'the intermediate is revoked',
      crls: [makeCrl(intermediate), makeCrl(root, revoking())],
      outcome: 'revoked',
    },
    { name: 'all are good', crls: [makeCrl(intermediate), makeCrl(root)], outcome: 'valid' },
    { name: 'nothing is known of the leaf', crls: [makeCrl(root)], outcome: 'revocation-unknown' },
    { name: 'none are there', crls: [], outcome: 'revocation-unknown' },
  ])('$name: $outcome', ({ crls, outcome }) => {
    const result = buildPath({
      leaf: leaf.certificate,
      intermediates: issuersOf(leaf).map(({ certificate }) => certificate),
      trustStore: createTrustStore([root.certificate]),
      time: NOON,
      crls,
    });
    expect(result.kind === 'valid' ? 'valid' : result.failure.code).toBe(outcome);
  });
});

function statusOf({ certificate, issuer = root }: Minted, crls: readonly Crl[]): string {
  return checkRevocation({ certificate, authorities: [issuer.certificate], crls, time: NOON }).kind;
}
