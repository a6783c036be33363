import { createHash } from 'node:crypto';
import type { Incident } from '../incident.ts';
import type { SweptEndpoint, SweptRepair } from '../swept-endpoint.ts';

/** What the repository holds for an endpoint. */
export interface BundleFile {
  /** Relative to the root of the repository, with `/`. */
  readonly path: string;
  /** Fingerprints of its certificates, in its order; empty: it cannot be read. */
  readonly chain: readonly string[];
  /** A private key is in it, too. */
  readonly holdsKey: boolean;
}

/** What names a fix, whatever its content: the same for every endpoint that serves the leaf from the same file. */
export interface FixTopic {
  readonly what: string;
  /** SHA-256, 64 lower-case hexadecimal digits. */
  readonly key: string;
}

/** A change of one file that mends the chain of `endpoints`. */
export interface ProposedFix extends FixTopic {
  readonly path: string;
  readonly repair: SweptRepair;
  /** At least one, in the order of the sweep, each with the proof of this very bundle. */
  readonly endpoints: readonly MendedEndpoint[];
  /** Keys of the open incidents that it ends; sorted. */
  readonly incidents: readonly string[];
}

export interface MendedEndpoint {
  readonly endpoint: SweptEndpoint;
  readonly repair: SweptRepair;
}

/** What there is to decide from. */
export interface FixFacts {
  readonly swept: readonly SweptEndpoint[];
  readonly incidents: readonly Incident[];
  /** By the name of the endpoint; those without a file in the repository are absent. */
  readonly files: ReadonlyMap<string, BundleFile>;
}

/** The topic of a fix of `path` for a leaf: another leaf is another topic, so that an answer to one is none to the next. */
function topicOf(path: string, leaf: string): FixTopic {
  const key = createHash('sha256')
    .update(JSON.stringify([path, leaf]))
    .digest('hex');
  return { what: path, key };
}

/**
 * The fixes that open incidents ask for, one for each file and leaf, in the order of the sweep. None for a file that
 * holds another leaf than is served (it may be the next one), that holds a key, or that holds these certificates already:
 * then deploying mends the endpoint. Where endpoints of one file need different bundles, the first decides.
 */
export function proposeFixes({ swept, incidents, files }: FixFacts): readonly ProposedFix[] {
  const fixes = new Map<string, ProposedFix>();
  for (const endpoint of swept) {
    const file = files.get(endpoint.name);
    for (const repair of file ? endpoint.repairs : []) {
      const ended = endedBy(repair, endpoint, incidents);
      if (!file || ended.length === 0 || !isNeeded(repair, file)) continue;
      const topic = topicOf(file.path, repair.leaf);
      const before = fixes.get(topic.key);
      if (before && before.repair.pem !== repair.pem) continue;
      fixes.set(topic.key, {
        ...topic,
        path: file.path,
        repair,
        endpoints: [...(before?.endpoints ?? []), { endpoint, repair }],
        incidents: [...(before?.incidents ?? []), ...ended].toSorted(),
      });
    }
  }
  return [...fixes.values()];
}

/** What people read first, in the form of Conventional Commits. */
export function titleOf({ endpoints: [first, ...others] }: Pick<ProposedFix, 'endpoints'>): string {
  const more = others.length > 0 ? ` and ${others.length} more` : '';
  return `fix(certs): complete the chain of ${first?.endpoint.domain ?? ''}${more}`;
}

function endedBy(
  { leaf, proofs }: SweptRepair,
  { name, clients }: SweptEndpoint,
  incidents: readonly Incident[],
): readonly string[] {
  const isBetter =
    proofs.some(({ before, after }) => !before && after) || clients.some(({ byLuck }) => byLuck);
  if (!isBetter) return [];
  return incidents.flatMap(({ key, endpoint, leaf: ofLeaf, phase, severity, facts }) =>
    endpoint === name && ofLeaf === leaf && phase === 'open' && severity !== 'digest' && facts.isRepairable
      ? [key]
      : [],
  );
}

function isNeeded({ leaf, certificates }: SweptRepair, { chain, holdsKey }: BundleFile): boolean {
  const wanted = certificates.map(({ fingerprint }) => fingerprint);
  return !holdsKey && chain.includes(leaf) && chain.join() !== wanted.join();
}
