import { type Crl, readCrl } from '../../../src/certificates/revocation/crl.ts';
import type { SignedObject } from '../../../src/certificates/certificate.ts';
import {
  bitString,
  explicit,
  implicit,
  integer,
  objectIdentifier,
  octetString,
  sequence,
  setOf,
} from '../../../src/emulator/der-writer.ts';
import { writeCrl } from '../crl-writer.ts';
import {
  alternativeNames,
  dnsName,
  extension,
  issuersOf,
  mint,
  type Minted,
  name,
  nameConstraints,
  signWith,
} from '../minter.ts';
import { fixedKeys } from './fixed-keys.ts';

/** Certificates with every extension that is read, the same octet for octet in every run. */
export interface Corpus {
  /** The leaf, then each one's issuer; the root last. */
  readonly chain: readonly Minted[];
  /** Others of the same names and keys: cross-signed ones, self-signed ones, without extensions. */
  readonly others: readonly Minted[];
  readonly crl: Crl;
  /** DER of all of these certificates. */
  readonly ders: readonly Buffer[];
}

let made: Corpus | undefined;

export function makeCorpus(): Corpus {
  made ??= mintCorpus();
  return made;
}

function mintCorpus(): Corpus {
  const root = mint({ kind: 'ca', subject: name('Root'), keys: fixedKeys('root') });
  const other = mint({ kind: 'ca', subject: name('Other'), keys: fixedKeys('other') });
  const intermediate = mint({ ...authority(), issuer: root });
  const crossSigned = mint({ ...authority(), issuer: other });
  const leaf = mint({ issuer: intermediate, keys: fixedKeys('leaf'), extensions: leafExtensions() });
  const bare = mint({
    issuer: intermediate,
    keys: fixedKeys('bare'),
    version: Buffer.alloc(0),
    extensions: {
      '2.5.29.15': 'none',
      '2.5.29.37': 'none',
      '2.5.29.17': 'none',
      '2.5.29.14': 'none',
      '2.5.29.35': 'none',
    },
  });
  const chain = [leaf, ...issuersOf(leaf)];
  const others = [other, crossSigned, bare];
  const crl = readCrl(writeCrl(intermediate, { revoked: [entry(9), entry(10)], extensions: crlScope() }));
  return { chain, others, crl, ders: [...chain, ...others].map(({ certificate }) => certificate.der) };
}

function authority() {
  return {
    kind: 'ca',
    subject: name('Intermediate'),
    keys: fixedKeys('intermediate'),
    extensions: {
      '2.5.29.30': nameConstraints({
        permitted: [dnsName('example.com'), explicit(4, sequence()), implicit(1, Buffer.from('example.com'))],
        excluded: [implicit(7, Buffer.of(10, 0, 0, 0, 255, 0, 0, 0)), url('.example.net')],
      }),
      '2.5.29.32': policies(),
      '2.5.29.33': extension(
        '2.5.29.33',
        sequence(sequence(objectIdentifier('1.2.3'), objectIdentifier('1.2.4'))),
      ),
      '2.5.29.36': extension('2.5.29.36', sequence(implicit(0, Buffer.of(0))), true),
      '2.5.29.54': extension('2.5.29.54', integer(Buffer.of(1)), true),
    },
  } as const;
}

/** A uniformResourceIdentifier. */
function url(text: string): Buffer {
  return implicit(6, Buffer.from(text));
}

function leafExtensions() {
  return {
    '2.5.29.17': alternativeNames(
      dnsName('rec.example.com'),
      dnsName('*.example.com'),
      implicit(7, Buffer.of(192, 0, 2, 1)),
      implicit(1, Buffer.from('ops@example.com')),
      url('https://rec.example.com/'),
    ),
    '2.5.29.31': extension('2.5.29.31', sequence(sequence(explicit(0, explicit(0, url('http://crl/')))))),
    '2.5.29.32': policies(),
    '1.3.6.1.5.5.7.1.1': extension(
      '1.3.6.1.5.5.7.1.1',
      sequence(sequence(objectIdentifier('1.3.6.1.5.5.7.48.2'), url('http://aia.example.com/ca.cer'))),
    ),
    '1.3.6.1.5.5.7.1.24': extension('1.3.6.1.5.5.7.1.24', sequence(integer(Buffer.of(5)))),
    '1.3.6.1.4.1.11129.2.4.2': extension('1.3.6.1.4.1.11129.2.4.2', octetString(sctList())),
  };
}

function policies(): Buffer {
  return extension(
    '2.5.29.32',
    sequence(sequence(objectIdentifier('1.2.3')), sequence(objectIdentifier('1.2.4'))),
  );
}

function entry(serial: number) {
  const reason = extension('2.5.29.21', Buffer.of(0x0a, 1, 1));
  return { serial: Buffer.of(serial), extensions: [reason] };
}

function crlScope() {
  const scope = sequence(explicit(0, explicit(0, url('http://crl/'))), implicit(1, Buffer.of(0xff)));
  return { '2.5.29.28': extension('2.5.29.28', scope, true) };
}

/** A SignedCertificateTimestampList of two (RFC 6962 §3.3), their signatures made up. */
export function sctList(): Buffer {
  const scts = [1, 2].map((log) => {
    const head = Buffer.concat([Buffer.of(0), Buffer.alloc(32, log), Buffer.from('0000019b00000000', 'hex')]);
    const sct = Buffer.concat([head, Buffer.of(0, 0, 4, 3, 0, 8), Buffer.alloc(8, log)]);
    return Buffer.concat([Buffer.of(0, sct.length), sct]);
  });
  const list = Buffer.concat(scts);
  return Buffer.concat([Buffer.of(0, list.length), list]);
}

/** `tbs` under the algorithm of `old`, signed by `signer`. */
export function signAgain(tbs: Buffer, { signatureAlgorithm }: SignedObject, signer: Minted): Buffer {
  return sequence(tbs, signatureAlgorithm.der, bitString(signWith(signer.keys, tbs)));
}

/** A certs-only CMS message (RFC 5652 §5.1). */
export function certsOnlyMessage(ders: readonly Buffer[]): Buffer {
  const signedData = sequence(
    integer(Buffer.of(1)),
    setOf(Buffer.alloc(0)),
    sequence(objectIdentifier('1.2.840.113549.1.7.1')),
    explicit(0, Buffer.concat(ders)),
    setOf(Buffer.alloc(0)),
  );
  return sequence(objectIdentifier('1.2.840.113549.1.7.2'), explicit(0, signedData));
}
