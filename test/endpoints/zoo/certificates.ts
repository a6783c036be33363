import { generateKeyPairSync } from 'node:crypto';
import { nullValue, objectIdentifier, sequence } from '../../../src/emulator/der-writer.ts';
import { authority, server } from '../../support/minted-hierarchy.ts';
import {
  type Deviation,
  dnsName,
  element,
  extension,
  nameConstraints,
  newKeys,
} from '../../support/minter.ts';
import { type Specimen } from '../../support/zoo.ts';
import {
  CLIENT_AUTH,
  ISSUING,
  names,
  pathLength,
  purposes,
  ROOT,
  RSA_KEYS,
  RSA_WITH,
  rsaKeys,
  serving,
  signingWith,
  usage,
} from './material.ts';
import { directory, email, ip, issuer, leaf } from './deviating.ts';

const CONSTRAINTS = '2.5.29.30';
const constrained = (sides: Parameters<typeof nameConstraints>[0]): Deviation => ({
  extensions: { [CONSTRAINTS]: nameConstraints(sides) },
});
const UNKNOWN = { '1.2.3.4': extension('1.2.3.4', nullValue(), true) };
const ecdsa512 = sequence(objectIdentifier('1.2.840.10045.4.3.4'));
const V1: Deviation = {
  version: Buffer.alloc(0),
  extensions: Object.fromEntries(
    ['2.5.29.15', '2.5.29.37', '2.5.29.17', '2.5.29.14', '2.5.29.35', '2.5.29.19'].map((oid) => [
      oid,
      'none',
    ]),
  ),
};
const signedOld = (hash: 'sha1' | 'md5') => {
  const ca = authority('Zoo RSA CA', ROOT, { keys: RSA_KEYS });
  return { old: signingWith(hash, ca), ca };
};

const KEYS: readonly Specimen[] = [
  leaf('RSA-1024', { keys: rsaKeys(1024) }, { finds: ['weak-key'] }),
  leaf('RSA-768', { keys: rsaKeys(768) }, { finds: ['weak-key'] }),
  {
    what: 'RSA-512',
    show: () => serving([server(ISSUING, { keys: rsaKeys(512) }), ISSUING], { maxVersion: 'TLSv1.2' })(),
    finds: ['weak-key'],
    verdict: 'broken',
  },
  issuer(
    'an intermediate with RSA-1024',
    { keys: rsaKeys(1024) },
    { finds: ['weak-key'], leaf: { algorithm: RSA_WITH.sha256 } },
  ),
  leaf('Ed25519', { keys: generateKeyPairSync('ed25519') }, { finds: ['unsupported-key-type'] }),
  leaf(
    'a key for RSA-PSS alone',
    { keys: generateKeyPairSync('rsa-pss', { modulusLength: 2048 }) },
    { finds: ['unsupported-key-type'] },
  ),
  issuer('an intermediate on secp256k1', { keys: newKeys('secp256k1') }, { finds: ['unsupported-key-type'] }),
  issuer('an intermediate on P-224', { keys: newKeys('P-224') }, { finds: ['unsupported-key-type'] }),
  {
    what: 'a leaf signed with SHA-1',
    show: () =>
      serving([server(signedOld('sha1').old, { algorithm: RSA_WITH.sha1 }), signedOld('sha1').ca])(),
    finds: ['weak-signature'],
    verdict: 'broken',
  },
  {
    what: 'a leaf signed with MD5',
    show: () => serving([server(signedOld('md5').old, { algorithm: RSA_WITH.md5 }), signedOld('md5').ca])(),
    finds: ['weak-signature'],
    verdict: 'broken',
  },
  {
    what: 'an intermediate signed with SHA-1',
    show: () => {
      const root = authority('Zoo RSA Root', undefined, { keys: RSA_KEYS, algorithm: RSA_WITH.sha256 });
      const ca = authority('Zoo Old CA', signingWith('sha1', root), { algorithm: RSA_WITH.sha1 });
      return serving([server(ca), ca], {}, { roots: [root] })();
    },
    finds: ['weak-signature'],
    verdict: 'broken',
  },
  leaf(
    'another signature algorithm inside',
    { tbsAlgorithm: ecdsa512 },
    { finds: ['malformed-certificate'] },
  ),
];

const USES: readonly Specimen[] = [
  leaf('for clients alone', { extensions: purposes(CLIENT_AUTH) }, { finds: ['wrong-eku'] }),
  leaf('for signing code', { extensions: purposes('1.3.6.1.5.5.7.3.3') }, { finds: ['wrong-eku'] }),
  issuer(
    'an intermediate for clients alone',
    { extensions: purposes(CLIENT_AUTH) },
    { finds: ['wrong-eku'] },
  ),
  leaf(
    'a leaf that is an authority',
    { extensions: pathLength(0) },
    { finds: ['malformed-certificate'], may: ['invalid-ca'] },
  ),
  leaf(
    'keyUsage for encryption alone',
    { keys: RSA_KEYS, extensions: usage(2) },
    { finds: ['wrong-key-usage'] },
  ),
  leaf(
    'keyUsage for certificates alone',
    { extensions: usage(5, 6) },
    { finds: ['wrong-key-usage'], may: ['malformed-certificate'] },
  ),
  leaf('keyUsage for key agreement alone', { extensions: usage(4) }, { finds: ['wrong-key-usage'] }),
  issuer(
    'an intermediate that is no CA',
    { extensions: { '2.5.29.19': extension('2.5.29.19', sequence(), true) } },
    { finds: ['invalid-ca'] },
  ),
  issuer(
    'an intermediate without basicConstraints',
    { extensions: { '2.5.29.19': 'none' } },
    { finds: ['invalid-ca'] },
  ),
  issuer('an intermediate without keyCertSign', { extensions: usage(6) }, { finds: ['invalid-ca'] }),
  issuer('an intermediate of version 1', V1, { finds: ['invalid-ca'], may: ['malformed-certificate'] }),
  {
    what: 'a path longer than an intermediate allows',
    show: () => {
      const limited = authority('Zoo Limited CA', ROOT, { extensions: pathLength(0) });
      const below = authority('Zoo Sub CA', limited);
      return serving([server(below), below, limited])();
    },
    finds: ['path-length-exceeded'],
    verdict: 'broken',
  },
  issuer('a DNS name that is not permitted', constrained({ permitted: [dnsName('example.org')] }), {
    finds: ['name-constraint-violation'],
  }),
  issuer('a DNS name that is excluded', constrained({ excluded: [dnsName('example.com')] }), {
    finds: ['name-constraint-violation'],
  }),
  issuer('an address that is excluded', constrained({ excluded: [ip(10, 0, 0, 0, 255, 0, 0, 0)] }), {
    finds: ['name-constraint-violation'],
    leaf: { extensions: names(dnsName('rec.example.com'), ip(10, 1, 2, 3)) },
  }),
  issuer('a mailbox that is not permitted', constrained({ permitted: [email('example.org')] }), {
    finds: ['name-constraint-violation'],
    leaf: { extensions: names(dnsName('rec.example.com'), email('rec@example.com')) },
  }),
  issuer('a subject that is excluded', constrained({ excluded: [directory('rec.example.com')] }), {
    finds: ['name-constraint-violation'],
  }),
  leaf('an unknown critical extension', { extensions: UNKNOWN }, { finds: ['unknown-critical-extension'] }),
  issuer(
    'an unknown critical extension of an intermediate',
    { extensions: UNKNOWN },
    { finds: ['unknown-critical-extension'] },
  ),
  leaf('version 1', V1, { finds: ['no-san'], may: ['malformed-certificate'] }),
  leaf(
    'a negative serial number',
    { serial: element(0x02, Buffer.of(0x80, 1)) },
    { finds: ['malformed-certificate'], verdict: 'degraded' },
  ),
  leaf(
    'serial number zero',
    { serial: element(0x02, Buffer.of(0)) },
    { finds: ['malformed-certificate'], verdict: 'degraded' },
  ),
];

/** Defects of keys, signatures, purposes and extensions, one each. */
export const CERTIFICATE_SPECIMENS: readonly Specimen[] = [...KEYS, ...USES];
