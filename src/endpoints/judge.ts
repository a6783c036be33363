import { createClientJudge } from '../certificates/clients/judge-client.ts';
import { PROFILES } from '../certificates/clients/profiles.ts';
import type { Presented } from '../certificates/clients/presented.ts';
import type { ClientTrust } from '../certificates/clients/trust.ts';
import type { Certificate } from '../certificates/certificate.ts';
import type { Path } from '../certificates/paths/path.ts';
import type { ClientName } from '../config/config.ts';
import type { Finding } from './finding.ts';
import type { Help, ServedEvidence, ServedTo } from './findings/evidence.ts';
import { runRules } from './findings/finding-rule.ts';
import { ENDPOINT_RULES, FAILURE_RULES, SERVED_RULES } from './findings/registry.ts';
import { structureOf } from './findings/served-structure.ts';
import type {
  Address,
  AddressObservation,
  Handshake,
  HttpObservation,
  ObservationFailure,
  ProbedEndpoint,
  TlsObservation,
} from './observation.ts';

/** What is held against an observation. Time, trust and intention are arguments: judging is pure. */
export interface Expectation {
  readonly endpoint: Pick<ProbedEndpoint, 'domain' | 'clients' | 'health'>;
  /** SHA-256 of the leaf that should be served; undefined: any leaf. */
  readonly intendedLeaf: string | undefined;
  readonly trust: ClientTrust;
  readonly time: Date;
  /** What was found beside what is served; undefined until it was looked for. */
  readonly help?: Help | undefined;
}

export interface AddressVerdict {
  /** `203.0.113.7:443` or `[2001:db8::1]:443`. */
  readonly address: string;
  readonly tls: TlsObservation;
  readonly http: HttpObservation | undefined;
  /** What every declared client makes of it; empty when there was no handshake. */
  readonly clients: readonly ServedTo[];
  /**
   * Whether every declared client accepts what is served, without help (no AIA, no cache): chain, dates and name.
   * Undefined when it could not be determined from here.
   */
  readonly accepted: boolean | undefined;
  /** Whether the intended leaf is served; undefined when there was no handshake. */
  readonly servesIntended: boolean | undefined;
  /** The certificate whose issuer is missing, when that is what breaks the chain. */
  readonly incompleteAt: Certificate | undefined;
  readonly findings: readonly Finding[];
}

export interface EndpointVerdict {
  /** In the order of resolution; empty when there was no address. */
  readonly addresses: readonly AddressVerdict[];
  /** Of the endpoint and all its addresses. */
  readonly findings: readonly Finding[];
}

/** `ip:port` as in a URL, IPv6 in brackets. */
function formatAddress({ ip, port }: Pick<Address, 'ip' | 'port'>): string {
  return ip.includes(':') ? `[${ip}]:${port}` : `${ip}:${port}`;
}

/** The verdict on what was seen at every address of an endpoint. */
export function judgeEndpoint(
  observations: readonly AddressObservation[],
  expectation: Expectation,
): EndpointVerdict {
  const addresses = observations.map((observation) => judgeAddress(observation, expectation));
  const served = addresses.flatMap(({ address, tls }) =>
    tls.kind === 'handshake' ? [{ address, chain: tls.receivedChain as Path }] : [],
  );
  const ofAll = runRules(ENDPOINT_RULES, { served, intendedLeaf: expectation.intendedLeaf });
  return { addresses, findings: [...addresses.flatMap(({ findings }) => findings), ...ofAll] };
}

/** The verdict when not one address could be found: a name without any breaks clients, a silent resolver says nothing. */
export function judgeUnresolved(domain: string, failure: ObservationFailure): EndpointVerdict {
  const findings = runRules(FAILURE_RULES, { domain, failure, undetermined: isUndetermined(failure) });
  return { addresses: [], findings };
}

/** Addresses that do not serve the intended leaf, or could not be looked at. */
export function addressesNotServing(verdict: EndpointVerdict): readonly string[] {
  return verdict.addresses.flatMap(({ servesIntended, address }) => (servesIntended ? [] : [address]));
}

/** Addresses that were looked at and do not serve the intended leaf, those that refuse or break off included. */
export function addressesServingOther(verdict: EndpointVerdict): readonly string[] {
  const seen = verdict.addresses.filter(({ accepted }) => accepted !== undefined);
  return seen.flatMap(({ servesIntended, address }) => (servesIntended ? [] : [address]));
}

/** Addresses whose chain stops at a missing issuer. */
export function addressesWithIncompleteChain(verdict: EndpointVerdict): readonly string[] {
  return verdict.addresses.flatMap(({ incompleteAt, address }) => (incompleteAt ? [address] : []));
}

/** The leaves that are served, one for each address that showed one. */
export function servedLeaves({ addresses }: EndpointVerdict): readonly Certificate[] {
  return addresses.flatMap(({ tls }) => (tls.kind === 'handshake' ? tls.receivedChain.slice(0, 1) : []));
}

/** Whether every address serves the intended leaf with a chain that is accepted, and there is at least one. */
export function isAsIntended(verdict: EndpointVerdict): boolean {
  return (
    verdict.addresses.length > 0 &&
    verdict.addresses.every(({ accepted, servesIntended }) => accepted && servesIntended)
  );
}

function judgeAddress(observation: AddressObservation, expectation: Expectation): AddressVerdict {
  const { tls, http } = observation;
  const address = formatAddress(observation.address);
  const seen = { address, tls, http };
  if (tls.kind === 'failure') {
    const undetermined = isUndetermined(tls);
    const { domain } = expectation.endpoint;
    const findings = runRules(FAILURE_RULES, { domain, failure: tls, undetermined });
    const unseen = { clients: [], servesIntended: undefined, incompleteAt: undefined };
    return {
      ...seen,
      ...unseen,
      accepted: undetermined ? undefined : false,
      findings: at(address, findings),
    };
  }
  const evidence = collectEvidence(tls, http, expectation);
  const { clients, chain } = evidence;
  const { intendedLeaf } = expectation;
  return {
    ...seen,
    clients,
    accepted: clients.every(({ judgement }) => judgement.accepts) && tls.witness.kind !== 'refuses',
    servesIntended: intendedLeaf === undefined || chain[0].fingerprint === intendedLeaf,
    incompleteAt: whereIncomplete(clients),
    findings: at(address, runRules(SERVED_RULES, evidence)),
  };
}

function at(address: string, findings: readonly Finding[]): readonly Finding[] {
  return findings.map((finding) => ({ ...finding, address }));
}

/** Failures that say more about the way to the endpoint, or to its name, than about the endpoint. */
function isUndetermined({ reason }: ObservationFailure): boolean {
  return ['private-address', 'unreachable', 'timeout', 'dns-failure'].includes(reason);
}

function collectEvidence(
  handshake: Handshake,
  observation: HttpObservation | undefined,
  { endpoint, intendedLeaf, trust, time, help }: Expectation,
): ServedEvidence {
  const { domain, clients, health } = endpoint;
  const chain = handshake.receivedChain as Path;
  const served = serveTo(clients, { chain, domain, transport: handshake }, { trust, time, help });
  const http = observation && health ? { observation, health } : undefined;
  const structure = structureOf({ chain, clients: served, help });
  return { domain, time, trust, chain, structure, handshake, http, clients: served, intendedLeaf, help };
}

/** What is wrong with a bundle before anybody serves it, leaf first. */
export function judgeBundle(
  chain: Path,
  { endpoint: { domain, clients }, trust, time }: Pick<Expectation, 'endpoint' | 'trust' | 'time'>,
): readonly Finding[] {
  const served = serveTo(clients, { chain, domain, transport: undefined }, { trust, time, help: undefined });
  const structure = structureOf({ chain, clients: served, help: undefined });
  const unseen = { handshake: undefined, http: undefined, intendedLeaf: undefined, help: undefined };
  return runRules(SERVED_RULES, { ...unseen, domain, time, trust, chain, structure, clients: served });
}

/** What each client makes of what it is presented, and whether it accepts by luck what it should not. */
export function serveTo(
  clients: readonly ClientName[],
  presented: Presented,
  { help, ...terms }: Pick<Expectation, 'trust' | 'time'> & { readonly help: Help | undefined },
): readonly ServedTo[] {
  const judge = createClientJudge(presented, terms);
  const chain: Path = [...presented.chain, ...(help?.intermediates ?? [])];
  const judgeHelped = createClientJudge({ ...presented, chain }, terms);
  return clients.map((client) => {
    const profile = PROFILES[client];
    const judgement = judge(profile);
    if (judgement.accepts || !profile.luck || !help) return { client, judgement, byLuck: false };
    const helped = judgeHelped(profile);
    const anchor = helped.path.at(-1);
    // Only the intermediates of public authorities are known beforehand.
    const isKnown = profile.luck === 'aia' || (anchor !== undefined && terms.trust.isPublic(anchor));
    return { client, judgement, byLuck: helped.accepts && isKnown };
  });
}

function whereIncomplete(clients: readonly ServedTo[]): Certificate | undefined {
  for (const { judgement } of clients) {
    const missing = judgement.refusals.find((refusal) => refusal.code === 'unknown-issuer');
    if (missing) return missing.certificate;
  }
  return undefined;
}
