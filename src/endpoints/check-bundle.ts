import type { Certificate } from '../certificates/certificate.ts';
import type { ClientTerms } from '../certificates/clients/client-terms.ts';
import { wordsOf } from '../certificates/clients/profiles.ts';
import { keyMatches } from '../certificates/keys/private-key.ts';
import type { ClientName } from '../config/config.ts';
import type { EndpointCheck } from './check-endpoint.ts';
import type { CheckMeans } from './check-means.ts';
import type { ClientVerdict } from './client-verdicts.ts';
import type { Finding } from './finding.ts';
import type { Help } from './findings/evidence.ts';
import type { FileEvidence } from './findings/file-evidence.ts';
import {
  type BundleFiles,
  chainOf,
  collectFileEvidence,
  type FileVerdict,
  judgeFiles,
  withBundle,
} from './judge-files.ts';
import type { Repair } from './repair/repair.ts';
import { describeRepair } from './repair/describe-repair.ts';
import { mendBundle } from './repair/mend-bundle.ts';
import { type ShownPath, shownPath } from './shown-path.ts';

/** What a check of files needs of the world. */
export type BundleMeans = Pick<CheckMeans, 'fetchIssuers' | 'trust' | 'now'>;

/**
 * What a check of files finds, in the shape of an endpoint's. `repairable`: another bundle file for the same leaf
 * mends every error; `broken`: none does.
 */
export interface BundleCheck extends Pick<EndpointCheck, 'clients' | 'repair'> {
  readonly files: BundleFiles;
  readonly verdict: 'healthy' | 'degraded' | 'repairable' | 'broken';
  /** As in the file; empty when there is none. */
  readonly chain: readonly Certificate[];
  /** What clients make of it; undefined without a certificate. */
  readonly path: ShownPath | undefined;
  readonly findings: readonly Finding[];
  /** Whether a key at hand belongs to the leaf; undefined when there is no key, or no certificate, that could be read. */
  readonly key: { readonly matches: boolean } | undefined;
}

/** Looks at certificates in a file, and at their key, and for the bundle that should be there instead. */
export async function checkBundle(files: BundleFiles, means: BundleMeans): Promise<BundleCheck> {
  const evidence = collectFileEvidence(files);
  const terms = { trust: means.trust, time: means.now() };
  const { mended, help } = await findMended(evidence, { files, terms, means });
  const found = judgeFiles(evidence, files, { ...terms, help });
  const after =
    mended && judgeFiles(withBundle(evidence, mended.bundle), files, { ...terms, help: undefined });
  const isBetter = after !== undefined && improves(found, after);
  return {
    files,
    verdict: verdictOf(found, isBetter ? after : undefined),
    chain: files.bundle.certificates.map(({ certificate }) => certificate),
    path: shownPath(found.clients),
    findings: found.findings,
    clients: files.clients.map((client) => toVerdict(client, found, files.domain)),
    repair: isBetter ? mended : undefined,
    key: matchKey(evidence),
  };
}

interface Search {
  readonly files: BundleFiles;
  readonly terms: ClientTerms;
  readonly means: BundleMeans;
}

/** The bundle that the file should hold, if any client can be satisfied. */
async function findMended(
  evidence: FileEvidence,
  { files: { clients, domain }, terms, means }: Search,
): Promise<{ mended: Repair | undefined; help: Help | undefined }> {
  const chain = chainOf(evidence);
  if (!chain) return { mended: undefined, help: undefined };
  const [leaf, ...candidates] = chain;
  const query = { leaf, candidates, clients, domain, terms };
  const { smallest, help, search } = await mendBundle(query, means.fetchIssuers);
  const places = { served: [], disk: chain, otherEndpoints: [], search };
  return { mended: smallest && describeRepair(smallest, places, []), help };
}

/** Whether less is wrong with it, or more clients accept it. */
function improves(before: FileVerdict, after: FileVerdict): boolean {
  return after.findings.length < before.findings.length || countAccepting(after) > countAccepting(before);
}

function countAccepting({ clients }: FileVerdict): number {
  return clients.filter(({ judgement }) => judgement.accepts).length;
}

function verdictOf(found: FileVerdict, mended: FileVerdict | undefined): BundleCheck['verdict'] {
  if (isAccepted(found)) return found.findings.length === 0 ? 'healthy' : 'degraded';
  return mended && isAccepted(mended) ? 'repairable' : 'broken';
}

function isAccepted({ clients, findings }: FileVerdict): boolean {
  const isUsable = findings.every(({ severity }) => severity !== 'error');
  return isUsable && clients.every(({ judgement }) => judgement.accepts);
}

function toVerdict(client: ClientName, { clients, findings }: FileVerdict, domain = ''): ClientVerdict {
  const served = clients.find((each) => each.client === client);
  // Without a certificate there is nothing to accept or to refuse.
  if (!served) return { client, accepts: undefined, byLuck: false, error: findings[0]?.problem };
  const { judgement, byLuck } = served;
  const [first] = judgement.refusals;
  const error = first && wordsOf(client, first, domain);
  return { client, accepts: judgement.accepts || byLuck, byLuck, error };
}

function matchKey({ leaf, keys }: FileEvidence): BundleCheck['key'] {
  if (!leaf || keys.length === 0) return undefined;
  return { matches: keys.some(({ key }) => keyMatches(leaf.certificate, key)) };
}
