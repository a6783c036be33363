import type { Certificate } from '../certificate.ts';
import { OID } from '../der/oids.ts';
import { type PolicyExtensions, readPolicyExtensions } from './policy-extensions.ts';

/** The inputs of RFC 5280 §6.1.1 (c), (e), (f) and (g). */
export interface PolicyInputs {
  /** OIDs; undefined: any policy will do. */
  readonly acceptable?: ReadonlySet<string>;
  readonly requireExplicit?: boolean;
  readonly inhibitMapping?: boolean;
  readonly inhibitAny?: boolean;
}

/**
 * A node of the valid_policy_tree. Nodes of one level with the same policy are one, with several parents, so that
 * the tree cannot grow beyond what the certificates hold, and nothing is handed down that hostile mappings could
 * multiply. The levels above need not be pruned: the tree is NULL when the deepest one is empty.
 */
interface PolicyNode {
  readonly expected: ReadonlySet<string>;
  /** The policy where the parent is anyPolicy: the trust anchor's word for it. */
  readonly domain: string | undefined;
  /** Nodes one level above, other than that of anyPolicy. */
  readonly parents: readonly PolicyNode[];
}

type PolicyLevel = ReadonlyMap<string, PolicyNode>;

interface PolicyState {
  level: PolicyLevel;
  explicitPolicy: number;
  policyMapping: number;
  inhibitAnyPolicy: number;
}

/**
 * Whether a path has a policy that is acceptable, or needs none (RFC 5280 §6.1.2 to §6.1.5). `path` is leaf
 * first, without the trust anchor; its extensions are well-formed.
 */
export function hasAcceptablePolicy(path: readonly Certificate[], inputs: PolicyInputs): boolean {
  const skip = path.length + 1;
  const state: PolicyState = {
    level: new Map([[OID.anyPolicy, anyPolicyNode()]]),
    explicitPolicy: inputs.requireExplicit ? 0 : skip,
    policyMapping: inputs.inhibitMapping ? 0 : skip,
    inhibitAnyPolicy: inputs.inhibitAny ? 0 : skip,
  };
  for (const [index, certificate] of [...path.entries()].toReversed()) {
    const isLast = index === 0;
    const said = readPolicyExtensions(certificate.extensions);
    const takesAny = state.inhibitAnyPolicy > 0 || (!isLast && certificate.selfIssued);
    state.level = nextLevel(state.level, said.policies, takesAny);
    if (state.explicitPolicy <= 0 && state.level.size === 0) return false;
    if (isLast) wrapUp(state, said);
    else prepareForNext(state, said, certificate.selfIssued);
  }
  return state.explicitPolicy > 0 || isAcceptable(state.level, inputs.acceptable);
}

function anyPolicyNode(): PolicyNode {
  return { expected: new Set([OID.anyPolicy]), domain: OID.anyPolicy, parents: [] };
}

/** RFC 5280 §6.1.3 (d) and (e). */
function nextLevel(
  level: PolicyLevel,
  policies: ReadonlySet<string> | undefined,
  takesAny: boolean,
): PolicyLevel {
  const next = new Map<string, PolicyNode & { parents: PolicyNode[] }>();
  const grow = (policy: string, parent: PolicyNode) => {
    const known = next.get(policy);
    if (known) known.parents.push(parent);
    else next.set(policy, { expected: new Set([policy]), domain: undefined, parents: [parent] });
  };
  if (!policies) return next;
  for (const node of level.values()) {
    for (const policy of node.expected)
      if (policy !== OID.anyPolicy && policies.has(policy)) grow(policy, node);
  }
  for (const policy of level.has(OID.anyPolicy) ? policies : []) {
    if (policy !== OID.anyPolicy && !next.has(policy))
      next.set(policy, { expected: new Set([policy]), domain: policy, parents: [] });
  }
  if (!policies.has(OID.anyPolicy) || !takesAny) return next;
  // (d)(2): a node for every policy that was expected and not named.
  for (const node of level.values()) {
    for (const policy of node.expected) {
      if (policy === OID.anyPolicy || !policies.has(policy)) grow(policy, node);
    }
  }
  return next;
}

/** RFC 5280 §6.1.4 (b), (h), (i) and (j). */
function prepareForNext(state: PolicyState, said: PolicyExtensions, selfIssued: boolean): void {
  state.level = mapPolicies(state, said);
  if (!selfIssued) {
    state.explicitPolicy -= 1;
    state.policyMapping -= 1;
    state.inhibitAnyPolicy -= 1;
  }
  state.explicitPolicy = Math.min(state.explicitPolicy, said.requireExplicitPolicy ?? Infinity);
  state.policyMapping = Math.min(state.policyMapping, said.inhibitPolicyMapping ?? Infinity);
  state.inhibitAnyPolicy = Math.min(state.inhibitAnyPolicy, said.inhibitAnyPolicy ?? Infinity);
}

/** RFC 5280 §6.1.4 (b): what the issuer calls one thing, its subject expects under other names. */
function mapPolicies({ level, policyMapping }: PolicyState, { mappings }: PolicyExtensions): PolicyLevel {
  const mapped = new Map(level);
  const expectedBy = new Map<string, Set<string>>();
  for (const { issuerDomain, subjectDomain } of mappings) {
    const expected = expectedBy.get(issuerDomain) ?? new Set();
    expectedBy.set(issuerDomain, expected.add(subjectDomain));
  }
  for (const [policy, expected] of expectedBy) {
    const node = level.get(policy);
    if (policyMapping <= 0) mapped.delete(policy);
    else if (node) mapped.set(policy, { ...node, expected });
    else if (level.has(OID.anyPolicy)) mapped.set(policy, { expected, domain: policy, parents: [] });
  }
  return mapped;
}

/** RFC 5280 §6.1.5 (a) and (b). */
function wrapUp(state: PolicyState, { requireExplicitPolicy }: PolicyExtensions): void {
  state.explicitPolicy -= 1;
  if (requireExplicitPolicy === 0) state.explicitPolicy = 0;
}

/** RFC 5280 §6.1.5 (g): whether the intersection of the tree with what the user accepts is not NULL. */
function isAcceptable(level: PolicyLevel, acceptable: ReadonlySet<string> | undefined): boolean {
  if (!acceptable || acceptable.has(OID.anyPolicy)) return level.size > 0;
  if (level.has(OID.anyPolicy)) return true;
  const nodes = new Set(level.values());
  // What is added while a set is gone through is gone through too, each once.
  for (const { domain, parents } of nodes) {
    if (domain !== undefined && acceptable.has(domain)) return true;
    for (const parent of parents) nodes.add(parent);
  }
  return false;
}
