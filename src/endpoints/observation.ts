import type { Certificate } from '../certificates/certificate.ts';
import type { EndpointConfig, HealthConfig } from '../config/config.ts';

/** Where to look, and what for. */
export interface ProbedEndpoint extends Pick<EndpointConfig, 'domain' | 'port' | 'addresses' | 'clients'> {
  /** The HTTP request that follows a handshake; undefined: none. */
  readonly health: HealthConfig | undefined;
}

/** One socket address behind an endpoint. */
export interface Address {
  /** IPv4 or IPv6 literal. */
  readonly ip: string;
  readonly port: number;
  readonly source: 'dns' | 'pin';
}

/** `dns`: not a single address; `policy`: the address is private and `trust.private-networks` is off. */
export type FailureStage = 'dns' | 'policy' | 'connect' | 'tls' | 'http';

export type FailureReason =
  | 'name-not-found'
  | 'dns-failure'
  | 'private-address'
  | 'refused'
  | 'unreachable'
  | 'timeout'
  | 'reset'
  | 'closed'
  | 'not-tls'
  | 'tls-alert'
  | 'malformed-certificate'
  | 'tls-error'
  | 'http-error';

export interface ObservationFailure {
  readonly kind: 'failure';
  readonly stage: FailureStage;
  readonly reason: FailureReason;
  /** One printable line, such as the alert's name. */
  readonly detail: string;
  readonly durationMs: number;
}

/**
 * OpenSSL's own verdict on the received chain against the trust anchors, without help from AIA or any cache. The
 * host name is not part of it. `none`: the handshake was not OpenSSL's. `code` is such as
 * `UNABLE_TO_VERIFY_LEAF_SIGNATURE`.
 */
export type Witness =
  | { readonly kind: 'none' }
  | { readonly kind: 'accepts' }
  | { readonly kind: 'refuses'; readonly code: string };

/** What one address showed in one TLS handshake with SNI. */
export interface Handshake {
  readonly kind: 'handshake';
  /** As sent, index 0 = leaf, order, duplicates and strays kept; length ≥ 1. */
  readonly receivedChain: readonly Certificate[];
  /** `TLSv1`, `TLSv1.1`, `TLSv1.2` or `TLSv1.3`. */
  readonly protocol: string;
  /** IANA name, such as `TLS_AES_128_GCM_SHA256`. */
  readonly cipher: string;
  /** What a client gets that offers only the suites of all clients, where `cipher` is none; undefined: nothing. */
  readonly commonCipher?: string | undefined;
  /** Name in IANA's TLS Supported Groups, such as `x25519` or `X25519MLKEM768`; undefined: no (EC)DHE of a named group. */
  readonly group: string | undefined;
  /** The protocol that the server chose (RFC 7301), such as `h2`; undefined: none. */
  readonly alpn: string | undefined;
  /** DER OCSPResponse stapled for the leaf (RFC 6066 §8, RFC 8446 §4.4.2.1); undefined: none. */
  readonly ocspStaple: Buffer | undefined;
  /** SignedCertificateTimestampList of the TLS extension (RFC 6962 §3.3.1); undefined: none. */
  readonly sctList: Buffer | undefined;
  /** Whether the server asks for a client certificate; `required`: it ends the connection without one. */
  readonly clientCertificate: 'none' | 'requested' | 'required';
  readonly witness: Witness;
  readonly durationMs: number;
}

export type TlsObservation = Handshake | ObservationFailure;

export type HttpObservation =
  | { readonly kind: 'response'; readonly status: number; readonly durationMs: number }
  | ObservationFailure;

export type Resolution =
  | { readonly kind: 'addresses'; readonly addresses: readonly [Address, ...Address[]] }
  | ObservationFailure;

/** What was seen at one address. `http` is undefined when nothing was asked. */
export interface AddressObservation {
  readonly address: Address;
  readonly tls: TlsObservation;
  readonly http: HttpObservation | undefined;
}
