import { checkRevocation } from '../../../../src/certificates/revocation/revocation.ts';
import { DerError } from '../../../../src/certificates/der/der.ts';
import { type Crl, readCrl } from '../../../../src/certificates/revocation/crl.ts';
import { parseCertificate } from '../../../../src/certificates/parse-certificate.ts';
import { mutateBytes } from '../byte-mutators.ts';
import { makeCorpus, signAgain } from '../corpus.ts';
import { mutateDer } from '../der-mutators.ts';
import { NOON } from '../../paths.ts';
import type { FuzzTarget } from '../target.ts';

/** One certificate, whatever it says. */
export const certificate: FuzzTarget = {
  name: 'certificate',
  codes: ['CERTIFICATE_MALFORMED'],
  cases: 300,
  prepare() {
    const { ders } = makeCorpus();
    return {
      generate: (random) => {
        const mutate = random.oneIn(4) ? mutateBytes : mutateDer;
        return [mutate(random.pick(ders), random, ders)];
      },
      run: ([der = Buffer.alloc(0)]) => {
        const parsed = parseCertificate(der);
        if (!parsed.der.equals(der)) throw new Error('what was read is not what was given');
      },
    };
  },
};

/** A CRL, signed again so that more than its signature is looked at. */
export const crl: FuzzTarget = {
  name: 'crl',
  codes: [],
  cases: 100,
  prepare() {
    const corpus = makeCorpus();
    const [leaf, ...authorities] = corpus.chain;
    const [issuer] = authorities;
    if (!leaf || !issuer) throw new Error('there is no chain');
    return {
      generate: (random) => {
        const tbs = mutateDer(corpus.crl.tbsDer, random, corpus.ders);
        const whole = signAgain(tbs, corpus.crl, issuer);
        return [random.oneIn(8) ? mutateBytes(whole, random) : whole];
      },
      run: ([der = Buffer.alloc(0)]) => {
        const read = readOrNothing(der);
        if (!read) return;
        checkRevocation({
          certificate: leaf.certificate,
          authorities: authorities.map((authority) => authority.certificate),
          crls: [read],
          time: NOON,
        });
      },
    };
  },
};

export function readOrNothing(der: Buffer): Crl | undefined {
  try {
    return readCrl(der);
  } catch (error) {
    if (error instanceof DerError) return undefined;
    throw error;
  }
}
