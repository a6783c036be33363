import type { StoredCertificate } from '../alibaba/certificate-store.ts';
import type { IngressTarget } from '../alibaba/ingress-target.ts';
import type { Finding } from '../endpoints/finding.ts';
import { addressesWithIncompleteChain, type EndpointVerdict } from '../endpoints/judge.ts';
import { printable } from '../errors/printable.ts';
import { bindMaterial } from './bind-material.ts';
import { deployToIngress } from './deploy-to-ingress.ts';
import { type Diagnosis, diagnose } from './diagnose.ts';
import { mendBundle } from '../endpoints/repair/mend-bundle.ts';
import type { Inspection } from './inspect.ts';
import { verify } from './verify.ts';
import { nameOf, type World } from './world.ts';

const MAX_ROUNDS = 2;

export interface Repair {
  readonly stored: StoredCertificate;
  readonly served: EndpointVerdict;
  readonly findings: readonly Finding[];
}

export interface RepairOrder {
  readonly inspection: Inspection;
  /** Called before the first write of a round: an answer that is lost may hide one. */
  readonly onWrite: () => void;
  /** Told before each target is changed. */
  readonly onBind: (target: IngressTarget) => void;
}

/**
 * Mends an incomplete chain: diagnose, complete the bundle, give it to CAS, deploy again, verify again; at
 * most two rounds. What no bundle can mend is left as it is, for its findings say what to do.
 */
export async function remediate(order: RepairOrder, begin: Repair, world: World): Promise<Repair> {
  let state = begin;
  for (let round = 1; round <= MAX_ROUNDS; round += 1) {
    if (addressesWithIncompleteChain(state.served).length === 0) break;
    const { repair, isOver } = await mendOnce(order, state, world);
    state = repair;
    if (isOver) break;
  }
  return state;
}

interface Round {
  readonly repair: Repair;
  /** Whether another round could do no better. */
  readonly isOver: boolean;
}

async function mendOnce(order: RepairOrder, state: Repair, world: World): Promise<Round> {
  const { inspection, onWrite } = order;
  const { endpoint, intendedLeaf } = inspection;
  const diagnosis = await diagnose({ endpoint, certificateId: state.stored.id, served: state.served }, world);
  if (!diagnosis) return { repair: state, isOver: true };
  const stored = await updateChain({ ...order, state, diagnosis }, world);
  if ('problem' in stored) {
    return { repair: { ...state, findings: [...state.findings, stored] }, isOver: true };
  }
  onWrite();
  const findings = await deployToIngress(
    {
      endpoint,
      certificate: stored,
      material: bindMaterial(inspection),
      targets: inspection.targets.map(({ target }) => target),
      name: 'redeploy',
      onBind: order.onBind,
    },
    world,
  );
  const served = await verify({ endpoint, intendedLeaf, until: 'chain', title: 'Verify again' }, world);
  return { repair: { stored, served, findings: [...state.findings, ...findings] }, isOver: false };
}

interface ChainUpdate extends RepairOrder {
  readonly state: Repair;
  readonly diagnosis: Diagnosis;
}

/** Completes the chain and stores it; a finding when it cannot be completed. */
async function updateChain(
  { inspection, onWrite, state, diagnosis }: ChainUpdate,
  { cloud: { store }, steps, trust, clock, fetchIssuers }: World,
): Promise<StoredCertificate | Finding> {
  const { endpoint, material } = inspection;
  const heading = {
    name: 'remediate',
    title: 'Complete the PEM bundle',
    endpoint: nameOf(endpoint),
  } as const;
  return steps.run(heading, async (step) => {
    const leaf = material?.leaf ?? diagnosis.leaf;
    const atHand = [...(material?.certificates ?? []), ...diagnosis.received];
    const terms = { trust, time: clock.now() };
    const query = { leaf, candidates: atHand, clients: endpoint.clients, domain: undefined, terms };
    const { smallest, help } = await mendBundle(query, fetchIssuers);
    for (const url of help?.fetched ?? []) step.asked(`GET ${url}`);
    if (!smallest) {
      const finding = describeUnmended(help?.problems ?? []);
      step.found(finding.problem);
      return finding;
    }
    const chain = [...smallest.bundle, smallest.anchor];
    step.observed(`chain of ${chain.length}: ${chain.map(({ subject }) => printable(subject)).join(' ← ')}`);
    const held = state.stored.chainLength;
    if (held !== undefined && held >= smallest.bundle.length) {
      step.skipped(`CAS already holds ${held} certificates of it; deploying them again`);
      return state.stored;
    }
    onWrite();
    const { bundle, anchor } = smallest;
    const key = material?.key.pem;
    return store.replaceChain({ held: state.stored, domain: endpoint.domain, bundle, anchor, key });
  });
}

function describeUnmended(problems: readonly string[]): Finding {
  const why = problems.length > 0 ? `: ${problems.join('; ')}` : '';
  return {
    id: 'not-mended',
    severity: 'error',
    problem: `the chain is incomplete and cannot be completed from here${why}`,
    help: 'Get the intermediate certificates from your authority, and deploy the full bundle as certificate.bundle with its key.',
  };
}
