import { octetString } from '../../../src/emulator/der-writer.ts';
import { extension, mint, name, validity } from '../../support/minter.ts';
import { embedded, writeSct } from '../../support/sct-writer.ts';
import { publicTrust, type Specimen } from '../../support/zoo.ts';
import { around, dns, FUTURE, ISSUING, names, PAST, ROOT, serving } from './material.ts';
import { directory, email, ip, issuer, leaf } from './deviating.ts';

const NAMES: readonly Specimen[] = [
  leaf('another name', { extensions: dns('www.example.com') }, { finds: ['hostname-mismatch'] }),
  leaf('the name as CN alone', { extensions: { '2.5.29.17': 'none' } }, { finds: ['no-san'] }),
  leaf(
    'no name at all',
    { subject: name('Nobody'), extensions: { '2.5.29.17': 'none' } },
    { finds: ['no-san'] },
  ),
  leaf('a wildcard over a whole TLD', { extensions: dns('*.com') }, { finds: ['hostname-mismatch'] }),
  leaf(
    'a wildcard for the level above',
    { extensions: dns('*.example.com') },
    { finds: ['hostname-mismatch'], terms: { domain: 'a.rec.example.com' } },
  ),
  leaf('a wildcard in a label', { extensions: dns('r*.example.com') }, { finds: ['hostname-mismatch'] }),
  leaf('two wildcards', { extensions: dns('*.*.com') }, { finds: ['hostname-mismatch'] }),
  leaf(
    'the parent domain without a wildcard',
    { extensions: dns('example.com') },
    { finds: ['hostname-mismatch'] },
  ),
  leaf(
    'a name with NUL in it',
    { extensions: dns('rec.example.com\0.example.org') },
    { finds: ['hostname-mismatch'], may: ['malformed-certificate'] },
  ),
  leaf(
    'a name with a dot at its end',
    { extensions: dns('rec.example.com.') },
    { finds: ['hostname-mismatch'], may: ['malformed-certificate'] },
  ),
  leaf(
    'a U-label',
    { extensions: dns('bücher.example.com') },
    {
      finds: ['hostname-mismatch'],
      may: ['malformed-certificate'],
      terms: { domain: 'xn--bcher-kva.example.com' },
    },
  ),
  leaf('a mailbox alone', { extensions: names(email('rec@example.com')) }, { finds: ['no-san'] }),
  leaf('a directory name alone', { extensions: names(directory('rec.example.com')) }, { finds: ['no-san'] }),
  leaf(
    'an address as a DNS name',
    { extensions: dns('127.0.0.1') },
    { finds: ['hostname-mismatch'], may: ['malformed-certificate'], terms: { domain: '127.0.0.1' } },
  ),
  leaf(
    'a name where an address is asked for',
    {},
    { finds: ['hostname-mismatch'], terms: { domain: '127.0.0.1' } },
  ),
  leaf(
    'another address',
    { extensions: names(ip(127, 0, 0, 2)) },
    { finds: ['hostname-mismatch'], terms: { domain: '127.0.0.1' } },
  ),
];

const DATES: readonly Specimen[] = [
  leaf('an expired leaf', { validity: PAST }, { finds: ['expired-leaf'] }),
  leaf('a leaf of the future', { validity: FUTURE }, { finds: ['not-yet-valid'] }),
  leaf('a leaf that expired a minute ago', { validity: around(90, -1 / 1440) }, { finds: ['expired-leaf'] }),
  leaf(
    'a leaf that ends before it begins',
    { validity: validity('2021-01-01', '2020-01-01') },
    { finds: ['expired-leaf'], may: ['malformed-certificate'] },
  ),
  issuer('an expired intermediate', { validity: PAST }, { finds: ['expired-intermediate'] }),
  issuer('an intermediate of the future', { validity: FUTURE }, { finds: ['not-yet-valid-intermediate'] }),
  leaf(
    'a leaf with a tenth of its life left',
    { validity: around(81, 9) },
    { finds: ['expires-soon'], verdict: 'degraded' },
  ),
  leaf(
    'a six-day leaf with two days left',
    { validity: around(4, 2) },
    { finds: ['expires-soon'], verdict: 'degraded' },
  ),
  issuer(
    'an intermediate that ends before its leaf',
    { validity: around(2000, 20) },
    { finds: ['intermediate-expires-soon'], verdict: 'degraded' },
  ),
];

/** Two logs are enough up to 180 days, three beyond. */
const scts = (...logs: readonly number[]) =>
  embedded(...logs.map((log) => writeSct({ log, timestamp: BigInt(Date.parse('2025-06-01')) })));

/** Under a public authority. */
interface PublicLeaf {
  readonly what: string;
  readonly dates: readonly [string, string];
  readonly scts: Record<string, Buffer>;
}

function underPublic(
  { what, dates, scts: extensions }: PublicLeaf,
  id: 'validity-too-long' | 'missing-scts',
): Specimen {
  const show = () => {
    const minted = mint({ issuer: ISSUING, validity: validity(...dates), extensions });
    const time = new Date(Date.parse(dates[0]) + 40 * 86_400_000);
    return serving([minted, ISSUING], {}, { trust: publicTrust(ROOT), time })();
  };
  return { what: `${what}, under a public authority`, show, finds: [id], verdict: 'broken' };
}

const LONG_LIVES = [
  { what: 'a leaf for ten years', dates: ['2026-04-01', '2036-04-01'] },
  { what: 'a leaf for 399 days of 2025', dates: ['2025-06-01T00:00:00Z', '2026-07-04T23:59:59Z'] },
  { what: 'a leaf for 201 days of 2026', dates: ['2026-04-01T00:00:00Z', '2026-10-18T23:59:59Z'] },
  { what: 'a leaf for 101 days of 2027', dates: ['2027-04-01T00:00:00Z', '2027-07-10T23:59:59Z'] },
] as const;

const SCARCE_SCTS = [
  { what: 'no SCT', scts: {} },
  { what: 'one SCT', scts: scts(1) },
  { what: 'two SCTs of one log', scts: scts(1, 1) },
  {
    what: 'an empty SCT list',
    scts: { '1.3.6.1.4.1.11129.2.4.2': extension('1.3.6.1.4.1.11129.2.4.2', octetString(Buffer.of(0, 0))) },
  },
] as const;

const PUBLIC: readonly Specimen[] = [
  ...LONG_LIVES.map((each) => underPublic({ ...each, scts: scts(1, 2, 3) }, 'validity-too-long')),
  ...SCARCE_SCTS.map((each) => underPublic({ dates: ['2026-04-01', '2026-06-29'], ...each }, 'missing-scts')),
  underPublic(
    { what: 'two SCTs for 190 days', dates: ['2026-04-01', '2026-10-08'], scts: scts(1, 2) },
    'missing-scts',
  ),
];

/** Defects of names, dates, and of what public authorities owe, one each. */
export const NAME_AND_DATE_SPECIMENS: readonly Specimen[] = [...NAMES, ...DATES, ...PUBLIC];
