// Validates the chains of a folder in one of five ways, and prints what came out and what it took as JSON.
// node validate-in-process.ts WAY FOLDER
import path from 'node:path';
import * as pkijs from 'pkijs';
import { type CertificateCache, createCertificateCache } from '../../src/certificates/certificate-cache.ts';
import { parseCertificate } from '../../src/certificates/parse-certificate.ts';
import { buildPath } from '../../src/certificates/paths/path.ts';
import { createTrustStore } from '../../src/certificates/trust-store.ts';
import { CHAINS, FILES, leafFile, readDers, TIME } from './validation-material.ts';

/** `anew`: every certificate is parsed for every chain; `parsed`: before the clock starts; `cached`: as sweeps do. */
const WAYS = ['ours anew', 'ours parsed', 'ours cached', 'pkijs anew', 'pkijs parsed'] as const;
type Way = (typeof WAYS)[number];

/** DER of one chain as it would arrive. */
interface Received {
  readonly leaf: Buffer;
  readonly others: readonly Buffer[];
}

/** Says whether a chain is valid; whatever may be done before the clock starts was done when it was made. */
type Validation = () => boolean | Promise<boolean>;

function validateOurs(way: Way, anchors: readonly Buffer[]): (received: Received) => Validation {
  const trustStore = createTrustStore(anchors.map((der) => parseCertificate(der)));
  const reader: Pick<CertificateCache, 'parse'> =
    way === 'ours cached' ? createCertificateCache() : { parse: parseCertificate };
  return ({ leaf, others }) => {
    const parse = () => ({
      leaf: reader.parse(leaf),
      intermediates: others.map((der) => reader.parse(der)),
    });
    const parsed = way === 'ours parsed' ? parse() : undefined;
    return () => buildPath({ ...(parsed ?? parse()), trustStore, time: TIME }).kind === 'valid';
  };
}

function parsePkijs(der: Buffer): pkijs.Certificate {
  return pkijs.Certificate.fromBER(der);
}

function validatePkijs(way: Way, anchors: readonly Buffer[]): (received: Received) => Validation {
  const trustedCerts = anchors.map(parsePkijs);
  return ({ leaf, others }) => {
    const ders = [...others, leaf];
    const parsed = way === 'pkijs parsed' ? ders.map(parsePkijs) : undefined;
    return async () => {
      const certs = parsed ?? ders.map(parsePkijs);
      const engine = new pkijs.CertificateChainValidationEngine({ trustedCerts, certs, checkDate: TIME });
      return (await engine.verify()).result;
    };
  };
}

async function readReceived(folder: string): Promise<readonly Received[]> {
  const others = await readDers(folder, FILES.received);
  const chains = Array.from({ length: CHAINS }, async (_, chain): Promise<Received[]> => {
    const leaves = await readDers(folder, leafFile(chain));
    return leaves.map((leaf) => ({ leaf, others }));
  });
  return (await Promise.all(chains)).flat();
}

const [way, folder] = process.argv.slice(2);
const known = WAYS.find((each) => each === way);
if (!known || folder === undefined) throw new Error(`Usage: validate-in-process.ts ${WAYS.join('|')} FOLDER`);
const received = await readReceived(path.resolve(folder));
const anchors = await readDers(path.resolve(folder), FILES.anchors);
const prepare = known.startsWith('ours') ? validateOurs(known, anchors) : validatePkijs(known, anchors);
// The first rounds warm the compiler up, with objects of their own.
for (const one of received.slice(0, CHAINS / 4)) await prepare(one)();
const validations = received.map(prepare);
const cpu = process.cpuUsage();
const started = performance.now();
const verdicts: boolean[] = [];
for (const validate of validations) {
  // Not awaited when there is nothing to wait for.
  const verdict = validate();
  verdicts.push(typeof verdict === 'boolean' ? verdict : await verdict);
}
const wallMs = performance.now() - started;
const { user, system } = process.cpuUsage(cpu);
const peakMiB = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ verdicts, wallMs, cpuMs: (user + system) / 1000, peakMiB }));
