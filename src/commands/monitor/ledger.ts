import { readFile, realpath } from 'node:fs/promises';
import path from 'node:path';
import { reviewMapping, type MappingReview } from '../../airec/review-mapping.ts';
import type { CertificateReader } from '../../alibaba/certificate-store.ts';
import type { CertificateCloud } from '../../alibaba/ingress-target.ts';
import type { Config, EndpointConfig } from '../../config/config.ts';
import type { AppError } from '../../errors/app-error.ts';
import { compareHops, type Hop, lostAt } from '../../monitoring/chain-ledger.ts';
import type { BundleFile } from '../../monitoring/fix/propose-fixes.ts';
import type { SweptEndpoint, SweptFinding } from '../../monitoring/swept-endpoint.ts';
import { cloudHops, type CloudFacts, readCloud } from './cloud-hops.ts';

/** Endpoints that are well and whose rows are compared with CAS: it takes ten calls a second. */
const MAX_HEALTHY = 20;

/** With what chains are traced. */
export interface LedgerDesk {
  readonly config: Config;
  /** The root of the repository. */
  readonly root: string;
  /** By the name of the endpoint. */
  readonly files: ReadonlyMap<string, BundleFile>;
  /** Undefined: there are no credentials. Asked only when an endpoint is not well, or has a row in the mapping file. */
  readonly openCloud: () => Promise<CertificateCloud<CertificateReader> | undefined>;
  readonly onProblem: (error: AppError) => void;
}

/** The mapping file of the repository, and what is to become of it. */
export interface MappingFile {
  /** Relative to the root of the repository, with `/`. */
  readonly path: string;
  readonly absolute: string;
  /** By the name of the endpoint: the certificate that CAS says is deployed. */
  readonly deployed: ReadonlyMap<string, string>;
}

export interface Traced {
  readonly swept: readonly SweptEndpoint[];
  /** Undefined: the repository holds none. */
  readonly mapping: MappingFile | undefined;
}

/**
 * What was seen, with what each place between repository and address holds for each endpoint that is not well, and with
 * what is wrong in the mapping file.
 */
export async function traceChains(swept: readonly SweptEndpoint[], desk: LedgerDesk): Promise<Traced> {
  const { config, root } = desk;
  const endpoints = new Map(config.endpoints.map((each) => [`${each.domain}:${each.port}`, each]));
  const absolute = config.airec.mapping;
  const place = await placeIn(root, absolute);
  const before = place === undefined ? undefined : await review(config.endpoints, absolute, new Map());
  const seen = swept.map((endpoint) => withFindings(endpoint, before));
  const facts = await askCloud(seen, { ...desk, endpoints, review: before });
  const deployed = new Map(seen.flatMap((endpoint) => deployedId(endpoint, facts)));
  const after = before && deployed.size > 0 ? await review(config.endpoints, absolute, deployed) : before;
  const traced = swept.map((endpoint) => {
    const told = withFindings(endpoint, after);
    const configured = endpoints.get(endpoint.name);
    const isUnanswered = facts?.get(endpoint.name) === 'no answer';
    if (!configured || (told.verdict === 'healthy' && !isUnanswered)) return told;
    const mappingHop = hopOfMapping(endpoint.name, { place, review: before });
    const ledger = compareHops([
      ...repositoryHop(desk.files.get(endpoint.name)),
      ...cloudHops(configured, facts),
      mappingHop,
      ...addressHops(endpoint),
    ]);
    return { ...told, ledger: ledger.entries, origin: lostAt(ledger) };
  });
  return { swept: traced, mapping: place === undefined ? undefined : { path: place, absolute, deployed } };
}

/** What is wrong with the mapping file, and its correction, for endpoints whose deployed certificates are known or not. */
export async function review(
  endpoints: readonly EndpointConfig[],
  absolute: string,
  deployed: ReadonlyMap<string, string>,
): Promise<MappingReview | undefined> {
  return reviewMapping(
    absolute,
    endpoints.map(({ domain, port }) => ({ domain, port, certificateId: deployed.get(`${domain}:${port}`) })),
  );
}

/** Relative to `root`; undefined: not there, or outside. */
async function placeIn(root: string, absolute: string): Promise<string | undefined> {
  try {
    const [home, real] = await Promise.all([realpath(root), realpath(absolute)]);
    await readFile(real);
    const relative = path.relative(home, real);
    if (relative.startsWith('..') || path.isAbsolute(relative)) return undefined;
    return relative.split(path.sep).join('/');
  } catch {
    return undefined;
  }
}

/** Clients still get through: AIRec finds nothing to bind. */
function withFindings(endpoint: SweptEndpoint, mapping: MappingReview | undefined): SweptEndpoint {
  const found = (mapping?.defects ?? [])
    .filter((defect) => defect.endpoint === endpoint.name)
    .map(({ problem, help }): SweptFinding => ({
      id: 'mapping-mismatch',
      severity: 'warning',
      addresses: [],
      certificate: null,
      message: problem,
      help,
    }));
  if (found.length === 0) return endpoint;
  const verdict = endpoint.verdict === 'healthy' ? 'degraded' : endpoint.verdict;
  const errors = endpoint.findings.filter(({ severity }) => severity === 'error');
  const others = endpoint.findings.filter(({ severity }) => severity !== 'error');
  return { ...endpoint, verdict, findings: [...errors, ...found, ...others] };
}

interface Question extends LedgerDesk {
  readonly endpoints: ReadonlyMap<string, EndpointConfig>;
  readonly review: MappingReview | undefined;
}

async function askCloud(
  seen: readonly SweptEndpoint[],
  { endpoints, files, review: mapping, openCloud, onProblem }: Question,
): Promise<CloudFacts | undefined> {
  const mapped = seen
    .filter(({ name, verdict }) => verdict === 'healthy' && mapping?.rows.has(name) === true)
    .slice(0, MAX_HEALTHY);
  const subjects = [...seen.filter(({ verdict }) => verdict !== 'healthy'), ...mapped].flatMap(
    ({ name, addresses }) => {
      const endpoint = endpoints.get(name);
      if (!endpoint) return [];
      const served = addresses.find(({ chain }) => chain.length > 0)?.chain[0];
      return [{ endpoint, leaf: files.get(name)?.chain[0] ?? served, row: mapping?.rows.get(name) }];
    },
  );
  if (subjects.length === 0) return undefined;
  const cloud = await openCloud();
  return cloud && readCloud(subjects, cloud, onProblem);
}

/** The id is told only when it is certain: deployed, and its leaf is the one that every address serves. */
function deployedId(
  { name, addresses }: SweptEndpoint,
  facts: CloudFacts | undefined,
): readonly (readonly [string, string])[] {
  const fact = facts?.get(name);
  if (fact === undefined || typeof fact === 'string' || !fact.stored) return [];
  const { stored, targets } = fact;
  if (!targets.every(({ state }) => state?.status === 'Deployed')) return [];
  const isServed =
    addresses.length > 0 && addresses.every(({ chain }) => chain[0] === stored.leafFingerprint);
  return isServed ? [[name, stored.id]] : [];
}

const UNTOLD = { leaf: null, chain: null, chainLength: null, certificateId: null };

function repositoryHop(file: BundleFile | undefined): readonly Hop[] {
  const [leaf] = file?.chain ?? [];
  if (!file || leaf === undefined) return [];
  return [{ hop: 'repository', name: file.path, seen: { ...UNTOLD, leaf, chain: file.chain } }];
}

function hopOfMapping(
  name: string,
  { place, review: mapping }: { place: string | undefined; review: MappingReview | undefined },
): Hop {
  const file = place ?? 'mapping file';
  const row = mapping?.rows.get(name);
  if (row) {
    return {
      hop: 'mapping',
      name: `${file} row ${row.row}`,
      seen: { ...UNTOLD, certificateId: row.certificateId },
    };
  }
  const isMissing = mapping !== undefined && mapping.isReadable;
  return { hop: 'mapping', name: file, seen: isMissing ? 'absent' : 'not looked at' };
}

function addressHops({ addresses }: SweptEndpoint): readonly Hop[] {
  return addresses.map(({ address, chain }): Hop => {
    const [leaf] = chain;
    const seen = leaf === undefined ? ('not looked at' as const) : { ...UNTOLD, leaf, chain };
    return { hop: 'address', name: address, seen };
  });
}
