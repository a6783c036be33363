import type { Certificate } from '../certificates/certificate.ts';
import { buildPath } from '../certificates/path.ts';
import { matchesDomain } from '../certificates/reference-identity.ts';
import type { TrustStore } from '../certificates/trust-store.ts';
import type { Finding, ServedFinding } from './finding.ts';
import type {
  Address,
  AddressObservation,
  Handshake,
  HttpObservation,
  ObservationFailure,
  ProbedEndpoint,
  TlsObservation,
} from './observation.ts';
import { describePathFailure } from './path-findings.ts';
import {
  describeFailure,
  describeHttpFailure,
  describeNameMismatch,
  describeOpensslRefusal,
  describeOtherLeaf,
  describeRootSent,
  describeStatus,
} from './served-findings.ts';

/** What is held against an observation. Time, trust and intention are arguments: judging is pure. */
export interface Expectation {
  readonly endpoint: Pick<ProbedEndpoint, 'domain' | 'clients' | 'health'>;
  /** SHA-256 of the leaf that should be served; undefined: any leaf. */
  readonly intendedLeaf: string | undefined;
  readonly trustStore: TrustStore;
  readonly time: Date;
}

export interface AddressVerdict {
  /** `203.0.113.7:443` or `[2001:db8::1]:443`. */
  readonly address: string;
  readonly tls: TlsObservation;
  readonly http: HttpObservation | undefined;
  /**
   * Whether a client that gets no help (no AIA, no cache) accepts what is served: chain, dates and name.
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
  return { addresses, findings: addresses.flatMap(({ findings }) => findings) };
}

/** The verdict when not one address could be found: a name without any breaks clients, a silent resolver says nothing. */
export function judgeUnresolved(domain: string, failure: ObservationFailure): EndpointVerdict {
  const undetermined = isUndetermined(failure);
  const finding = {
    id: 'dns-failure',
    severity: undetermined ? 'warning' : 'error',
    problem: `${domain} ${undetermined ? 'could not be resolved' : 'has no address'}: ${failure.detail}`,
    help: undetermined
      ? 'Check the resolver of this machine, or list the addresses under "addresses" in the configuration.'
      : `Create the DNS record of ${domain}, or list its addresses under "addresses" in the configuration.`,
  } satisfies Finding;
  return { addresses: [], findings: [finding] };
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

/** Whether every address serves the intended leaf with a chain that is accepted, and there is at least one. */
export function isAsIntended(verdict: EndpointVerdict): boolean {
  return (
    verdict.addresses.length > 0 &&
    verdict.addresses.every(({ accepted, servesIntended }) => accepted && servesIntended)
  );
}

function judgeAddress({ address, tls, http }: AddressObservation, expectation: Expectation): AddressVerdict {
  const at = formatAddress(address);
  if (tls.kind === 'failure') {
    const undetermined = isUndetermined(tls);
    const accepted = undetermined ? undefined : false;
    const findings = [{ ...describeFailure(tls, undetermined), address: at }];
    return { address: at, tls, http, accepted, servesIntended: undefined, incompleteAt: undefined, findings };
  }
  const leaf = tls.receivedChain[0] as Certificate;
  const { intendedLeaf } = expectation;
  const servesIntended = intendedLeaf === undefined || leaf.fingerprint === intendedLeaf;
  const chain = judgeChain(tls, expectation);
  const name = judgeName(leaf, expectation);
  const found: ServedFinding[] = [...chain.findings, ...name];
  const accepted = found.every(({ severity }) => severity !== 'error');
  if (!servesIntended) found.push(describeOtherLeaf(leaf, intendedLeaf));
  if (http) found.push(...judgeHttp(http, expectation));
  const findings = found.map((finding) => ({ ...finding, address: at }));
  return { address: at, tls, http, accepted, servesIntended, incompleteAt: chain.incompleteAt, findings };
}

/** Failures that say more about the way to the endpoint, or to its name, than about the endpoint. */
function isUndetermined({ reason }: ObservationFailure): boolean {
  return ['private-address', 'unreachable', 'timeout', 'dns-failure'].includes(reason);
}

/** Our own path search names the cause; OpenSSL's verdict in the same handshake, where it made it, is the second witness. */
function judgeChain(
  { receivedChain, witness }: Handshake,
  { endpoint, trustStore, time }: Expectation,
): { findings: ServedFinding[]; incompleteAt: Certificate | undefined } {
  const [leaf, ...intermediates] = receivedChain as [Certificate, ...Certificate[]];
  const result = buildPath({ leaf, intermediates, trustStore, time });
  if (result.kind === 'invalid') {
    const incompleteAt = result.failure.code === 'unknown-issuer' ? result.failure.certificate : undefined;
    return { findings: [describePathFailure(result.failure, endpoint, receivedChain)], incompleteAt };
  }
  const findings: ServedFinding[] = [];
  if (witness.kind === 'refuses') findings.push(describeOpensslRefusal(witness.code));
  if (intermediates.some((certificate) => trustStore.has(certificate) && certificate.selfIssued)) {
    findings.push(describeRootSent());
  }
  return { findings, incompleteAt: undefined };
}

function judgeName(leaf: Certificate, { endpoint }: Expectation): ServedFinding[] {
  return matchesDomain(leaf, endpoint.domain) ? [] : [describeNameMismatch(leaf, endpoint)];
}

function judgeHttp(http: HttpObservation, { endpoint: { health } }: Expectation): ServedFinding[] {
  if (!health) return [];
  if (http.kind === 'failure') return [describeHttpFailure(http, health)];
  return health.accept.includes(http.status) ? [] : [describeStatus(http.status, health)];
}
