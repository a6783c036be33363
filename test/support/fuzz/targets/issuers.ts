import { parseIssuers } from '../../../../src/certificates/parse-issuers.ts';
import { mutateBytes } from '../byte-mutators.ts';
import { certsOnlyMessage, makeCorpus } from '../corpus.ts';
import { mutateDer } from '../der-mutators.ts';
import { mutateText } from '../text-mutators.ts';
import type { FuzzTarget } from '../target.ts';

/** What an AIA address answers: DER, PEM, PKCS#7 in both. */
export const issuers: FuzzTarget = {
  name: 'issuers',
  codes: ['CERTIFICATE_MALFORMED'],
  cases: 100,
  prepare() {
    const { ders } = makeCorpus();
    const message = certsOnlyMessage(ders);
    const binaries = [message, ...ders];
    const texts = [
      pem('PKCS7', message),
      pem('CMS', message),
      ders.map((der) => pem('CERTIFICATE', der)).join(''),
    ];
    return {
      generate: (random) => {
        if (random.oneIn(3)) return [Buffer.from(mutateText(random.pick(texts), random, texts))];
        if (random.oneIn(40)) return [hostileBer(random.below(4))];
        const bytes = random.oneIn(2) ? message : random.pick(binaries);
        return [random.oneIn(3) ? mutateBytes(bytes, random, binaries) : mutateDer(bytes, random, binaries)];
      },
      run: ([body = Buffer.alloc(0)]) => {
        const found = parseIssuers(body);
        if (found.length === 0) throw new Error('an answer without a certificate counts as one');
      },
    };
  },
};

/** BER of a megabyte: many, deep, or empty elements in a CMS message. */
function hostileBer(kind: number): Buffer {
  const head = Buffer.from('30800609', 'hex');
  const size = 1024 * 1024 - 64;
  const fillings = [
    Buffer.alloc(size, Buffer.of(0x05, 0x00)),
    Buffer.alloc(size, Buffer.of(0x30, 0x80)),
    Buffer.alloc(size, Buffer.of(0x24, 0x80, 0x00, 0x00)),
    Buffer.alloc(size, Buffer.of(0x30, 0x00)),
  ] as const;
  return Buffer.concat([head, Buffer.from('2a864886f70d010702', 'hex'), fillings[kind] ?? fillings[0]]);
}

export function pem(label: string, bytes: Buffer): string {
  const lines = bytes.toString('base64').match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}
