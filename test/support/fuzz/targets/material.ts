import { readMaterial } from '../../../../src/certificates/material/read-material.ts';
import { AppErrors } from '../../../../src/errors/app-error.ts';
import { mutateBytes } from '../byte-mutators.ts';
import { certsOnlyMessage, makeCorpus } from '../corpus.ts';
import { mutateDer } from '../der-mutators.ts';
import { mutateText } from '../text-mutators.ts';
import type { FuzzTarget } from '../target.ts';
import { pem } from './issuers.ts';
import { keyTexts, secretsIn } from './pem.ts';

/** A file of certificates and keys, in any format. What is wrong with it is told in problems, which are errors here. */
export const material: FuzzTarget = {
  name: 'material',
  codes: [
    'CERTIFICATE_MALFORMED',
    'KEY_ENCRYPTED',
    'KEY_MALFORMED',
    'PEM_MALFORMED',
    'PEM_TOO_LARGE',
    'PEM_WRONG_FORMAT',
    'PKCS7_MALFORMED',
  ],
  cases: 120,
  prepare() {
    const { ders } = makeCorpus();
    const message = certsOnlyMessage(ders);
    const all = ders.map((der) => pem('CERTIFICATE', der)).join('');
    const texts = [all, pem('PKCS7', message), ...keyTexts(), all + keyTexts().join('')];
    return {
      generate: (random) => {
        if (random.oneIn(4)) return [mutateDer(random.pick([message, ...ders]), random, ders)];
        const text = mutateText(random.pick(texts), random, texts);
        if (random.oneIn(8)) return [Buffer.concat([Buffer.of(0xff, 0xfe), Buffer.from(text, 'utf16le')])];
        return [random.oneIn(6) ? mutateBytes(Buffer.from(text), random) : Buffer.from(text)];
      },
      run: ([bytes = Buffer.alloc(0)]) => {
        const { problems } = readMaterial(bytes, 'material.pem');
        if (problems.length > 0) throw new AppErrors(problems.map(({ error }) => error));
      },
      secretsIn,
    };
  },
};
