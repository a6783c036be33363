import type { ChainStructure } from '../../certificates/paths/chain-structure.ts';
import type { ClientJudgement } from '../../certificates/clients/judge-client.ts';
import type { ClientTrust } from '../../certificates/clients/trust.ts';
import type { Certificate } from '../../certificates/certificate.ts';
import type { Path } from '../../certificates/paths/path.ts';
import type { ClientName, HealthConfig } from '../../config/config.ts';
import type { Handshake, HttpObservation } from '../observation.ts';

/** What one declared client makes of what is served. */
export interface ServedTo {
  readonly client: ClientName;
  /** Without help. */
  readonly judgement: ClientJudgement;
  /** It accepts all the same, because it comes by what is not sent in another way (AIA, preload). */
  readonly byLuck: boolean;
}

/** Certificates that are not served and were found while looking for what mends the chain. */
export interface Help {
  /** From AIA, what belongs above a certificate that is served; nobody trusts it, and a root may be among it. */
  readonly intermediates: readonly Certificate[];
  /** Printable URLs that certificates were fetched from. */
  readonly fetched: readonly string[];
  /** Why URLs gave nothing of use; printable. */
  readonly problems: readonly string[];
}

/** Everything a finding about a served chain, or about a bundle in a file, may be based on. */
export interface ServedEvidence {
  /** The name that clients ask for; undefined: a file without one. */
  readonly domain: string | undefined;
  readonly time: Date;
  readonly trust: ClientTrust;
  /** As served or as in the file; the leaf first. */
  readonly chain: Path;
  /** Undefined: a file. */
  readonly handshake: Handshake | undefined;
  readonly http: { readonly observation: HttpObservation; readonly health: HealthConfig } | undefined;
  /** What each certificate of `chain` is there for. */
  readonly structure: ChainStructure;
  /** One for each declared client. */
  readonly clients: readonly ServedTo[];
  /** SHA-256 of the leaf that should be served; undefined: any. */
  readonly intendedLeaf: string | undefined;
  /** Undefined until it was looked for. */
  readonly help: Help | undefined;
}

/** What one address of an endpoint serves. */
export interface ServedAt {
  /** `203.0.113.7:443`. */
  readonly address: string;
  /** As received, the leaf first. */
  readonly chain: Path;
}

/** Everything a finding about an endpoint as a whole may be based on. */
export interface EndpointEvidence {
  /** Of the addresses that showed a chain, in the order of resolution. */
  readonly served: readonly ServedAt[];
  /** SHA-256 of the leaf that should be served; undefined: any. */
  readonly intendedLeaf: string | undefined;
}
