import { createServer } from 'node:http';
import { createClientTrust } from '../../../src/certificates/clients/trust.ts';
import { toPem } from '../../../src/certificates/pem.ts';
import { createTrustStore } from '../../../src/certificates/trust-store.ts';
import { createCandidatePool } from '../../../src/endpoints/repair/candidate-pool.ts';
import { NOW } from '../../support/deployment.ts';
import { authority, crossSign, issuersAt, server } from '../../support/minted-hierarchy.ts';
import { dnsName, type Minted, nameConstraints, newKeys } from '../../support/minter.ts';
import { revoked, writeOcsp } from '../../support/ocsp-writer.ts';
import { certificatesOf } from '../../support/repairs.ts';
import { listen } from '../../support/servers.ts';
import { type Chain, type Exhibit, offer, serve, type Specimen } from '../../support/zoo.ts';
import {
  CLIENT_AUTH,
  dns,
  forger,
  FUTURE,
  ISSUING,
  ladder,
  LEAF,
  leafAt,
  LOW_LEAF,
  LOWER,
  PAST,
  pathLength,
  pkcs7,
  purposes,
  ROOT,
  RSA_KEYS,
  RSA_WITH,
  rsaKeys,
  serving,
  signingWith,
  STRANGE_ISSUING,
  STRANGER,
  UPPER,
} from './material.ts';

/** An endpoint that another bundle mends. */
export interface Repairable {
  readonly what: string;
  readonly show: () => Promise<Exhibit & { readonly leaf: Minted }>;
}

/** Served as `chain`, whose first is the leaf. */
function broken(
  what: string,
  chainOf: () => Chain | Promise<Chain>,
  terms: Partial<Exhibit> = {},
): Repairable {
  return {
    what,
    show: async () => {
      const chain = await chainOf();
      return { ports: [await serve(chain)], roots: [ROOT], leaf: chain[0], ...terms };
    },
  };
}

/** The same intermediate as ISSUING with a deviation, by `issuer`. */
function variant(deviation: Parameters<typeof authority>[2], issuer = ROOT): Minted {
  return crossSign(ISSUING, issuer, deviation);
}

async function fetchable(issuer = ISSUING): Promise<Minted> {
  return leafAt(await offer(issuer.certificate.der), issuer);
}

const crossed = crossSign(ROOT, STRANGER);
const javaAlone = createClientTrust(
  createTrustStore([ROOT.certificate]),
  createTrustStore([]),
  new Map([['java', createTrustStore([STRANGER.certificate])]]),
);
const loopA = authority('Zoo Loop A');
const loopB = authority('Zoo Loop B');
const rsaIssuing = authority('Zoo RSA Issuing', ROOT, { keys: RSA_KEYS });
const rsaRoot = authority('Zoo RSA Root', undefined, { keys: RSA_KEYS, algorithm: RSA_WITH.sha256 });
const oldVariant = crossSign(ISSUING, signingWith('sha1', rsaRoot), { algorithm: RSA_WITH.sha1 });

export const REPAIRABLE: readonly Repairable[] = [
  broken('leaf only, DER at AIA', async () => [await fetchable()]),
  broken('leaf only, PEM at AIA', async () => [leafAt(await offer(toPem([ISSUING.certificate])))]),
  broken('leaf only, PKCS#7 at AIA', async () => [leafAt(await offer(pkcs7(ISSUING)))]),
  broken('leaf only, PKCS#7 as PEM at AIA', async () => {
    const text = pkcs7(ISSUING).toString('base64').replaceAll(/.{64}/g, '$&\n');
    return [leafAt(await offer(`-----BEGIN PKCS7-----\n${text}\n-----END PKCS7-----\n`))];
  }),
  broken('leaf only, PKCS#7 with the whole chain at AIA', async () => [
    leafAt(await offer(pkcs7(ROOT, UPPER, LOWER)), LOWER),
  ]),
  broken('two levels missing', async () => {
    const lower = authority('Zoo Issuing CA 4', UPPER, {
      extensions: issuersAt(await offer(UPPER.certificate.der)),
    });
    return [await fetchable(lower)];
  }),
  broken('the upper level missing', async () => {
    const lower = authority('Zoo Issuing CA 5', UPPER, {
      extensions: issuersAt(await offer(UPPER.certificate.der)),
    });
    return [server(lower), lower];
  }),
  broken('the first AIA address dead', async () => [
    server(ISSUING, { extensions: issuersAt('http://127.0.0.1:9/', await offer(ISSUING.certificate.der)) }),
  ]),
  broken('an AIA address that redirects', async () => {
    const target = await offer(ISSUING.certificate.der);
    const { port } = await listen(
      createServer((_, response) => response.writeHead(301, { location: target }).end()),
    );
    return [leafAt(`http://127.0.0.1:${port}/`)];
  }),
  broken('the other generation of the intermediate', async () => [
    await fetchable(),
    authority('Zoo Issuing CA 1', ROOT),
  ]),
  broken('the intermediate of another customer', async () => [await fetchable(), STRANGE_ISSUING]),
  broken('an expired intermediate, renewed at AIA', async () => [
    await fetchable(),
    variant({ validity: PAST }),
  ]),
  broken('an intermediate of the future, with a current one at AIA', async () => [
    await fetchable(),
    variant({ validity: FUTURE }),
  ]),
  broken('the root instead of the intermediate', async () => [await fetchable(), ROOT]),
  broken('a stray and nothing of its own', async () => [await fetchable(), STRANGER, STRANGE_ISSUING]),
  broken('the leaf twice and no intermediate', async () => {
    const leaf = await fetchable();
    return [leaf, leaf];
  }),
  broken('a forged intermediate, the true one at AIA', async () => [
    await fetchable(),
    variant({}, forger(ROOT)),
  ]),
  broken('an intermediate for clients alone, another at AIA', async () => [
    await fetchable(),
    variant({ extensions: purposes(CLIENT_AUTH) }),
  ]),
  broken('an intermediate that permits other names, another at AIA', async () => [
    await fetchable(),
    variant({ extensions: { '2.5.29.30': nameConstraints({ permitted: [dnsName('example.org')] }) } }),
  ]),
  broken('an intermediate signed with SHA-1, another on disk', () => [LEAF, oldVariant], {
    roots: [ROOT, rsaRoot],
    bundleOnDisk: () => certificatesOf([LEAF, ISSUING]),
  }),
  broken('a path that is too long, a shorter one at AIA', async () => {
    const limited = authority('Zoo Limited CA', ROOT, { extensions: pathLength(0) });
    return [await fetchable(), variant({}, limited), limited];
  }),
  broken(
    'a loop, the way out on disk',
    () => [server(loopA), crossSign(loopA, loopB), crossSign(loopB, loopA)],
    {
      bundleOnDisk: () => certificatesOf([crossSign(loopB, ROOT)]),
    },
  ),
  broken('leaf only, the chain on disk', () => [LOW_LEAF], {
    bundleOnDisk: () => certificatesOf([LOW_LEAF, LOWER, UPPER, ROOT]),
  }),
  {
    what: 'leaf only, the intermediate at another endpoint of the run',
    show: async () => {
      const pool = createCandidatePool();
      pool.add([ISSUING.certificate]);
      return { ports: [await serve([LEAF])], roots: [ROOT], pool, leaf: LEAF };
    },
  },
  {
    what: 'leaf only at one address, the whole chain at another',
    show: async () => ({
      ports: [await serve([LEAF]), await serve([LEAF, ISSUING])],
      roots: [ROOT],
      leaf: LEAF,
    }),
  },
  broken('clients of another trust, the cross-sign on disk', () => [LEAF, ISSUING], {
    roots: [ROOT, STRANGER],
    trust: javaAlone,
    bundleOnDisk: () => certificatesOf([LEAF, ISSUING, crossed]),
  }),
  broken('eleven certificates that Java does not take', () => [
    LEAF,
    ISSUING,
    ...Array.from({ length: 9 }, (_, index) => authority(`Zoo Stray ${index}`, STRANGER)),
  ]),
  broken('the wrong order', () => [LOW_LEAF, UPPER, LOWER]),
  broken('the intermediate twice', () => [LEAF, ISSUING, ISSUING]),
  broken('a stray', () => [LEAF, ISSUING, STRANGE_ISSUING]),
  broken('an expired cross-sign', () => [LEAF, ISSUING, crossSign(ROOT, STRANGER, { validity: PAST })]),
  broken('another leaf between', () => [rsaLeaf(), server(ISSUING), rsaIssuing]),
];

function rsaLeaf(): Minted {
  return server(rsaIssuing, { algorithm: RSA_WITH.sha256 });
}

/** Nothing that a server could send with this leaf helps. */
function hopeless(what: string, show: Specimen['show']): Specimen {
  return { what, show, finds: [], verdict: 'broken' };
}

export const UNREPAIRABLE: readonly Specimen[] = [
  hopeless('leaf only, and no AIA', serving([LEAF])),
  hopeless('leaf only, and AIA has another certificate', async () =>
    serving([leafAt(await offer(STRANGER.certificate.der))])(),
  ),
  hopeless('an expired leaf without its intermediate', async () => {
    const url = await offer(ISSUING.certificate.der);
    return serving([server(ISSUING, { validity: PAST, extensions: issuersAt(url) })])();
  }),
  hopeless('another name', () =>
    serving([server(ISSUING, { extensions: dns('www.example.com') }), ISSUING])(),
  ),
  hopeless('a root that nobody trusts', serving([server(STRANGE_ISSUING), STRANGE_ISSUING, STRANGER])),
  hopeless('a leaf that signs itself', serving([server()])),
  hopeless('a weak key', () => serving([server(ISSUING, { keys: rsaKeys(1024) }), ISSUING])()),
  hopeless(
    'a revocation in the staple',
    serving(
      [LEAF, ISSUING],
      { staple: writeOcsp(LEAF, ISSUING, { answers: [{ status: revoked() }] }) },
      { time: NOW },
    ),
  ),
  hopeless('an expired intermediate that AIA has no other of', async () => {
    const expired = authority('Zoo Expired CA', ROOT, { validity: PAST });
    return serving([await fetchable(expired), expired])();
  }),
  hopeless('a forged leaf', () => serving([server(forger(ISSUING)), ISSUING])()),
  hopeless('a leaf for clients alone', () =>
    serving([server(ISSUING, { extensions: purposes(CLIENT_AUTH) }), ISSUING])(),
  ),
  hopeless('eleven intermediates that are all needed', () => {
    const rungs = ladder(11);
    return serving([server(rungs[0]), ...rungs])();
  }),
  hopeless('an intermediate whose key no client knows', () => {
    const issuer = authority('Zoo Koblitz CA', ROOT, { keys: newKeys('secp256k1') });
    return serving([server(issuer), issuer])();
  }),
];
