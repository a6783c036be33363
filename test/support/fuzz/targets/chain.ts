import type { Certificate } from '../../../../src/certificates/certificate.ts';
import { parseCertificate } from '../../../../src/certificates/parse-certificate.ts';
import { buildPath } from '../../../../src/certificates/paths/path.ts';
import { findSmallestBundle } from '../../../../src/certificates/paths/smallest-bundle.ts';
import { createTrustStore } from '../../../../src/certificates/trust-store.ts';
import { hasCode } from '../../../../src/errors/catalogue.ts';
import { trustIn } from '../../deployment.ts';
import { NOON } from '../../paths.ts';
import type { Minted } from '../../minter.ts';
import { makeCorpus, signAgain } from '../corpus.ts';
import { mutateDer } from '../der-mutators.ts';
import type { Random } from '../random.ts';
import type { FuzzTarget, Input } from '../target.ts';
import { readOrNothing } from './certificate.ts';

/** A chain with its root, trusted, and a CRL: what is signed is changed and signed again. */
export const chain: FuzzTarget = {
  name: 'chain',
  codes: [],
  cases: 100,
  prepare() {
    const corpus = makeCorpus();
    const minted = [...corpus.chain, ...corpus.others];
    return {
      generate: (random) => {
        const ders = minted.map((each) =>
          random.oneIn(3) ? changed(each, random, corpus.ders) : each.certificate.der,
        );
        const [leaf = Buffer.alloc(0), ...rest] = ders;
        const sent = random.oneIn(4) ? [...rest, ...rest, random.pick(rest)] : rest;
        const list = writeCrl(random);
        return [list, leaf, ...sent];
      },
      run: judgeChain,
    };
    function writeCrl(random: Random): Buffer {
      const [, issuer] = corpus.chain;
      const { crl } = corpus;
      const tbs = random.oneIn(3) ? mutateDer(crl.tbsDer, random, corpus.ders) : crl.tbsDer;
      return issuer ? signAgain(tbs, crl, issuer) : tbs;
    }
  },
};

function changed({ certificate, issuer }: Minted, random: Random, donors: readonly Buffer[]): Buffer {
  const tbs = mutateDer(certificate.tbsDer, random, donors);
  const signer = issuer ?? makeCorpus().chain.at(-1);
  return signer ? signAgain(tbs, certificate, signer) : tbs;
}

/** Both policies, with and without the CRL, and the bundle that the same leaf would get. */
function judgeChain([list = Buffer.alloc(0), ...ders]: Input): void {
  const [leaf, ...intermediates] = ders.flatMap(parseOrNothing);
  if (!leaf) return;
  const crl = readOrNothing(list);
  const anchors = intermediates.filter(({ selfIssued }) => selfIssued);
  const query = { leaf, intermediates, trustStore: createTrustStore(anchors), time: NOON };
  const reference = { kind: 'dns', value: 'rec.example.com' } as const;
  for (const policy of ['strict', 'browser'] as const) {
    buildPath({ ...query, policy, reference, ...(crl && { crls: [crl] }) });
    const result = buildPath({ ...query, policy });
    if (result.kind === 'valid' && !anchors.some(({ der }) => result.path.at(-1)?.der.equals(der))) {
      throw new Error('a path to what is not trusted');
    }
  }
  const terms = { trust: trustIn(...anchors), time: NOON };
  findSmallestBundle({
    leaf,
    candidates: intermediates,
    clients: ['chrome', 'openssl'],
    domain: undefined,
    terms,
  });
}

export function parseOrNothing(der: Buffer): readonly Certificate[] {
  try {
    return [parseCertificate(der)];
  } catch (error) {
    if (hasCode(error, 'CERTIFICATE_MALFORMED')) return [];
    throw error;
  }
}
