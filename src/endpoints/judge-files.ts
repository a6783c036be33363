import type { Bundle } from '../certificates/bundle.ts';
import type { ClientTerms } from '../certificates/clients/client-terms.ts';
import { findLeaf } from '../certificates/find-leaf.ts';
import { concernsKey } from '../certificates/material/absent.ts';
import type { Material } from '../certificates/material/material.ts';
import type { Path } from '../certificates/paths/path.ts';
import type { ClientName } from '../config/config.ts';
import type { Finding } from './finding.ts';
import type { Help, ServedTo } from './findings/evidence.ts';
import { type FileEvidence, filesOf, locate } from './findings/file-evidence.ts';
import { FILE_RULES } from './findings/file-rules.ts';
import { runRules } from './findings/finding-rule.ts';
import { SERVED_RULES } from './findings/registry.ts';
import { structureOf } from './findings/served-structure.ts';
import { serveTo } from './judge.ts';

/** Files to look at instead of an endpoint. */
export interface BundleFiles {
  /** The file with the certificates; it may hold the key as well. */
  readonly bundle: Material;
  /** Another file that should hold the key; undefined: there is none. */
  readonly keyFile: Material | undefined;
  /** The name that clients ask for; undefined: names are not looked at. */
  readonly domain: string | undefined;
  readonly clients: readonly ClientName[];
}

export interface FileTerms extends ClientTerms {
  /** What was found beside what is in the file; undefined until it was looked for. */
  readonly help: Help | undefined;
}

export interface FileVerdict {
  /** What every declared client makes of it; empty when there is no certificate. */
  readonly clients: readonly ServedTo[];
  readonly findings: readonly Finding[];
}

/** What is in the files, and which certificate a server is to present. */
export function collectFileEvidence({ bundle, keyFile }: BundleFiles): FileEvidence {
  const keys = filesOf({ bundle, keyFile }).flatMap(({ source, keys: placed }) =>
    placed.map(({ key, line }) => ({ key, location: locate(source, line) })),
  );
  const position = findLeaf(
    bundle.certificates.map(({ certificate }) => certificate),
    keys.map(({ key }) => key),
  );
  const leaf = position === undefined ? undefined : bundle.certificates[position];
  return { bundle, keyFile, keys, leaf: leaf && position !== undefined ? { ...leaf, position } : undefined };
}

/** The same files with `certificates` in the place of those in the bundle, in good form. Keys stay as they are. */
export function withBundle(evidence: FileEvidence, certificates: Bundle): FileEvidence {
  const placed = certificates.map((certificate) => ({ certificate, line: undefined }));
  const problems = evidence.bundle.problems.filter(concernsKey);
  const bundle: Material = { ...evidence.bundle, format: 'pem', certificates: placed, problems };
  return { ...evidence, bundle, leaf: { certificate: certificates[0], line: undefined, position: 0 } };
}

/** The certificates as a server would send them: the leaf, then the others in their order; undefined without any. */
export function chainOf({ bundle, leaf }: FileEvidence): Path | undefined {
  if (!leaf) return undefined;
  const others = bundle.certificates.filter((_, position) => position !== leaf.position);
  return [leaf.certificate, ...others.map(({ certificate }) => certificate)];
}

/** What is wrong with the files, and what every client makes of their chain. Pure. */
export function judgeFiles(
  evidence: FileEvidence,
  { domain, clients: names }: Pick<BundleFiles, 'domain' | 'clients'>,
  { help, ...terms }: FileTerms,
): FileVerdict {
  const ofFiles = runRules(FILE_RULES, evidence);
  const chain = chainOf(evidence);
  if (!chain) return { clients: [], findings: ofFiles };
  const clients = serveTo(names, { chain, domain, transport: undefined }, { ...terms, help });
  const structure = structureOf({ chain, clients, help });
  const unseen = { handshake: undefined, http: undefined, intendedLeaf: undefined };
  const ofChain = runRules(SERVED_RULES, { ...unseen, ...terms, domain, chain, structure, clients, help });
  const known = new Set(ofFiles.map(({ id }) => id));
  // What is said of the file as a whole, such as of its order, is not said again of its chain.
  const more = ofChain.filter(({ id }) => id === 'malformed-certificate' || !known.has(id));
  return { clients, findings: [...ofFiles, ...more.map((finding) => located(finding, evidence.bundle))] };
}

/** With the line of the certificate that is at fault, else with the file. */
function located(finding: Finding, { source, certificates }: Material): Finding {
  const placed = certificates.find(({ certificate }) => certificate.fingerprint === finding.certificate);
  return { ...finding, location: locate(source, placed?.line) };
}
