import { createHash } from 'node:crypto';
import { parseBundle } from '../../../../src/certificates/pem.ts';
import { parsePrivateKey } from '../../../../src/certificates/keys/parse-private-key.ts';
import { keyMatches } from '../../../../src/certificates/keys/private-key.ts';
import { Secret } from '../../../../src/errors/secret.ts';
import { mutateBytes } from '../byte-mutators.ts';
import { makeCorpus } from '../corpus.ts';
import { mutateDer } from '../der-mutators.ts';
import { fixedKeys } from '../fixed-keys.ts';
import { mutateText } from '../text-mutators.ts';
import type { FuzzTarget, Input } from '../target.ts';
import { pem } from './issuers.ts';

/** A bundle as people paste it. */
export const bundle: FuzzTarget = {
  name: 'bundle',
  codes: [
    'PEM_HOLDS_PRIVATE_KEY',
    'PEM_MALFORMED',
    'PEM_NO_CERTIFICATE',
    'PEM_TOO_LARGE',
    'PEM_WRONG_FORMAT',
    'CERTIFICATE_MALFORMED',
    'KEY_MALFORMED',
    'PKCS7_MALFORMED',
  ],
  cases: 150,
  prepare() {
    const { ders } = makeCorpus();
    const blocks = ders.map((der) => pem('CERTIFICATE', der));
    const texts = [blocks.join(''), `Bag Attributes\n    friendlyName: rec\n${blocks.join('subject=CN\n')}`];
    return {
      generate: (random) => [Buffer.from(mutateText(random.pick(texts), random, [...texts, ...keyTexts()]))],
      run: ([text = Buffer.alloc(0)]) => parseBundle(text.toString('utf8'), 'bundle.pem'),
      secretsIn,
    };
  },
};

/** A private key as it comes out of a variable; no error may show any of it. */
export const key: FuzzTarget = {
  name: 'key',
  codes: ['KEY_MALFORMED', 'KEY_ENCRYPTED', 'PEM_WRONG_FORMAT'],
  cases: 150,
  prepare() {
    const { privateKey } = fixedKeys('leaf');
    const [leaf] = makeCorpus().chain;
    const ders = (['pkcs8', 'sec1'] as const).map((type) => privateKey.export({ type, format: 'der' }));
    const texts = keyTexts();
    return {
      generate: (random) => {
        if (random.oneIn(2)) return [Buffer.from(mutateText(random.pick(texts), random, texts))];
        const at = random.below(ders.length);
        const mutate = random.oneIn(3) ? mutateBytes : mutateDer;
        return [
          Buffer.from(pem(LABELS[at] ?? 'PRIVATE KEY', mutate(ders[at] ?? Buffer.alloc(0), random, ders))),
        ];
      },
      run: ([text = Buffer.alloc(0)]) => {
        const parsed = parsePrivateKey(new Secret(text.toString('utf8')), 'KEY');
        if (leaf) keyMatches(leaf.certificate, parsed);
      },
      secretsIn,
    };
  },
};

const LABELS = ['PRIVATE KEY', 'EC PRIVATE KEY'] as const;

export function keyTexts(): readonly string[] {
  const { privateKey } = fixedKeys('leaf');
  const sec1 = pem('EC PRIVATE KEY', privateKey.export({ type: 'sec1', format: 'der' }));
  const headers = 'Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00112233445566778899AABBCCDDEEFF\n\n';
  return [
    pem('PRIVATE KEY', privateKey.export({ type: 'pkcs8', format: 'der' })),
    sec1,
    sec1.replaceAll('\n', String.raw`\n`),
    sec1.replace('KEY-----\n', `KEY-----\n${headers}`),
    pem('ENCRYPTED PRIVATE KEY', createHash('sha512').update('encrypted').digest()),
  ];
}

/** Words as long as a line of a key, where there is a key; capitals alone may be the label of a block. */
export function secretsIn([text = Buffer.alloc(0)]: Input): readonly string[] {
  const all = text.toString('utf8');
  if (!all.includes('PRIVATE KEY-----')) return [];
  const words = new Set(all.match(/[A-Za-z0-9+/]{24,}/g));
  return [...words].filter((word) => /[a-z]/.test(word)).slice(0, 1_000);
}
