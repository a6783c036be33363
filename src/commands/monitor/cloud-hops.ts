import pLimit from 'p-limit';
import type { CertificateReader, StoredCertificate } from '../../alibaba/certificate-store.ts';
import type { CertificateCloud, TargetState } from '../../alibaba/ingress-target.ts';
import type { MappingRow } from '../../airec/mapping.ts';
import type { EndpointConfig } from '../../config/config.ts';
import { AppError } from '../../errors/app-error.ts';
import { hasCode } from '../../errors/catalogue.ts';
import type { Hop } from '../../monitoring/chain-ledger.ts';

/** Endpoints that are asked about at once: the service takes ten calls a second. */
const CONCURRENT = 4;
/** For all endpoints together: an alert does not wait for a slow cloud. */
const BUDGET_MS = 30_000;

/** An endpoint whose certificate is looked for in the cloud. */
export interface CloudSubject {
  readonly endpoint: EndpointConfig;
  /** SHA-256 of the leaf that is meant, else of the one that is served; undefined: nobody knows. */
  readonly leaf: string | undefined;
  readonly row: MappingRow | undefined;
}

/** What CAS holds for an endpoint, and what each of its targets has bound. */
export interface CloudFact {
  readonly stored: StoredCertificate | undefined;
  readonly targets: readonly { readonly name: string; readonly state: TargetState | undefined }[];
}

/** By `domain:port`; an endpoint that nobody asked about is not in it. */
export type CloudFacts = ReadonlyMap<string, CloudFact | 'no answer'>;

/**
 * Asks CAS about each endpoint. The first refusal of the credentials, or of a permission, ends it: the others would get
 * the same. Nothing is thrown; `onProblem` hears what went wrong.
 */
export async function readCloud(
  subjects: readonly CloudSubject[],
  cloud: CertificateCloud<CertificateReader>,
  onProblem: (error: AppError) => void,
): Promise<CloudFacts> {
  const facts = new Map<string, CloudFact | 'no answer'>(
    subjects.map(({ endpoint: { domain, port } }) => [`${domain}:${port}`, 'no answer']),
  );
  const deadline = performance.now() + BUDGET_MS;
  const limit = pLimit(CONCURRENT);
  let isOver = false;
  const ask = async ({ endpoint, ...known }: CloudSubject): Promise<void> => {
    if (isOver || performance.now() > deadline) return;
    try {
      const stored = await findStored({ endpoint, ...known }, cloud.store);
      const targets = await readTargets(endpoint, stored, cloud);
      facts.set(`${endpoint.domain}:${endpoint.port}`, { stored, targets });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      // A service that cannot list has not been asked.
      if (hasCode(error, 'CLOUD_UNSUPPORTED'))
        return void facts.delete(`${endpoint.domain}:${endpoint.port}`);
      if (!isOver) onProblem(error);
      isOver = true;
    }
  };
  await Promise.all(subjects.map((subject) => limit(ask, subject)));
  return facts;
}

/** CAS and each ingress target of an endpoint, as hops of its ledger. */
export function cloudHops(
  { domain, port, ingress }: EndpointConfig,
  facts: CloudFacts | undefined,
): readonly Hop[] {
  const fact = facts?.get(`${domain}:${port}`) ?? 'not looked at';
  if (typeof fact === 'string') {
    const names = ingress.map((target) => `${target.type} ${target.instance}`);
    return [
      { hop: 'cas', name: 'CAS', seen: fact },
      ...names.map((name): Hop => ({ hop: 'ingress', name, seen: 'not looked at' })),
    ];
  }
  const { stored, targets } = fact;
  if (!stored) {
    return [
      { hop: 'cas', name: 'CAS', seen: 'absent' },
      ...targets.map(({ name }): Hop => ({ hop: 'ingress', name, seen: 'not looked at' })),
    ];
  }
  const { id, leafFingerprint, chainLength } = stored;
  const holding = { chain: null, certificateId: id, leaf: leafFingerprint ?? null };
  return [
    { hop: 'cas', name: `CAS ${id}`, seen: { ...holding, chainLength: chainLength ?? null } },
    ...targets.map(({ name, state }): Hop => {
      if (state === undefined) return { hop: 'ingress', name, seen: 'not looked at' };
      const { status } = state;
      if (status === undefined || status === 'Issued') {
        return { hop: 'ingress', name: state.binding ? `${name} (${state.said})` : name, seen: 'absent' };
      }
      // Until it is there, and when it failed, nobody can tell what is bound.
      if (status !== 'Deployed')
        return { hop: 'ingress', name: `${name} (${status})`, seen: 'not looked at' };
      return { hop: 'ingress', name, seen: { ...holding, chainLength: null } };
    }),
  ];
}

/** One that does not exist, or that nothing can be bound to, is left to the deployment to speak of. */
async function readTargets(
  endpoint: EndpointConfig,
  stored: StoredCertificate | undefined,
  cloud: CertificateCloud<CertificateReader>,
): Promise<CloudFact['targets']> {
  const read: CloudFact['targets'][number][] = [];
  for (const target of cloud.targetsOf(endpoint)) {
    const { name } = target;
    try {
      // One that gives a key away with the binding is not asked by anything that only looks.
      const isAsked = stored !== undefined && !target.tellsKey;
      read.push({ name, state: isAsked ? await target.read(stored) : undefined });
    } catch (error) {
      if (!hasCode(error, 'CLOUD_NOT_FOUND') && !hasCode(error, 'TARGET_UNFIT')) throw error;
      read.push({ name, state: undefined });
    }
  }
  return read;
}

/** As the deployment decides which certificate is the endpoint's. */
async function findStored(
  { endpoint: { certificate, domain }, leaf, row }: CloudSubject,
  reader: CertificateReader,
): Promise<StoredCertificate | undefined> {
  if (certificate.kind === 'cas-id') return orNone(reader.read(certificate.casId));
  const mapped = row && (await orNone(reader.read(row.certificateId)));
  if (certificate.kind === 'request') return (await reader.findIssued(domain)) ?? mapped;
  if (leaf === undefined || mapped?.leafFingerprint === leaf) return mapped;
  return reader.find({ domain, leafFingerprint: leaf });
}

async function orNone(reading: Promise<StoredCertificate>): Promise<StoredCertificate | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (hasCode(error, 'CLOUD_NOT_FOUND')) return undefined;
    throw error;
  }
}
