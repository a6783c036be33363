import type { X509Certificate } from 'node:crypto';
import type { Authority } from '../authority.ts';
import type { Faults } from '../faults.ts';
import type { Front, FrontProduct } from './front.ts';

export type StoreName = 'cn-hangzhou' | 'ap-southeast-1';

/** A certificate of CAS. What its id stands for never changes. */
export interface CasCertificate {
  /** Digits. */
  readonly id: string;
  readonly store: StoreName;
  readonly name: string;
  readonly source: 'request' | 'upload';
  /** First name of the leaf. */
  readonly domain: string;
  readonly leaf: X509Certificate;
  readonly chainPem: string;
  readonly keyPem: string;
}

/** A DV order of a package. */
export interface CasOrder {
  /** Digits, more than a safe integer holds. */
  readonly id: string;
  readonly domain: string;
  /** Polls that still see domain_verify once the record is there. */
  pollsLeft: number;
  state: 'domain_verify' | 'process' | 'certificate' | 'verify_fail';
  certificateId: string | undefined;
  readonly record: { readonly name: string; readonly value: string };
}

/** What a region of CLB calls a certificate. */
export interface ServerCertificate {
  readonly id: string;
  readonly region: string;
  readonly name: string;
  /** Undefined: it was uploaded here as PEM. */
  readonly casId: string | undefined;
  readonly leaf: X509Certificate;
  readonly chainPem: string;
  readonly keyPem: string;
}

export interface DnsRecord {
  readonly id: string;
  readonly zone: string;
  readonly rr: string;
  readonly type: string;
  readonly value: string;
}

/** A deployment job of CAS. */
export interface DeploymentJob {
  readonly id: string;
  status: 'editing' | 'pending' | 'processing' | 'success' | 'error';
  readonly certificateIds: readonly string[];
  readonly workers: DeploymentWorker[];
}

/** One resource of a job, and what it had before. */
export interface DeploymentWorker {
  readonly id: string;
  readonly front: Front;
  status: 'pending' | 'success' | 'error' | 'rollback_success';
  previous: Front['bindings'] | undefined;
}

/** Who calls. */
export interface Identity {
  readonly accessKeyId: string;
  readonly secret: string;
  readonly securityToken: string | undefined;
  readonly arn: string;
  /** RAM actions that are refused, such as `slb:UploadServerCertificate`. */
  readonly denied: Set<string>;
  /** The only ones that are granted; undefined: all that are not refused. */
  readonly allowed: ReadonlySet<string> | undefined;
}

/** An OIDC provider of RAM, with the role that it may assume. */
export interface OidcTrust {
  readonly providerArn: string;
  /** The token's `aud`. */
  readonly audience: string;
  readonly roles: readonly OidcRole[];
}

interface OidcRole {
  readonly arn: string;
  /** The token's `sub`. */
  readonly subjects: readonly string[];
  /** What it may call; default: everything. */
  readonly allowed?: readonly string[];
}

/** Everything the published APIs work on. */
export interface PublishedState {
  readonly authority: Authority;
  readonly now: () => Date;
  readonly faults: Faults;
  readonly accountId: string;
  readonly identities: Identity[];
  readonly oidc: OidcTrust | undefined;
  /** Oldest first. */
  readonly certificates: CasCertificate[];
  readonly serverCertificates: ServerCertificate[];
  readonly orders: CasOrder[];
  readonly jobs: DeploymentJob[];
  /** What deployment jobs have cost, in yuan. */
  fees: number;
  /** DV certificates the package still has. */
  quota: number;
  readonly zones: readonly string[];
  readonly records: DnsRecord[];
  readonly fronts: readonly Front[];
  /** Status polls that see a change under way. */
  readonly polls: number;
  /** Whether CAS knows GetCertificateDetail, which is newer than the rest. */
  readonly hasCertificateDetail: boolean;
}

export function frontsOf(state: PublishedState, product: FrontProduct): readonly Front[] {
  return state.fronts.filter((front) => front.product === product);
}

/** The identifier by which products other than CAS call a certificate. */
export function identifierOf({ id, store }: CasCertificate): string {
  return `${id}-${store}`;
}

export function findByIdentifier(state: PublishedState, identifier: string): CasCertificate | undefined {
  return state.certificates.find((certificate) => identifierOf(certificate) === identifier);
}

let lastId = 20_000_000;

/** Digits that were not used before. */
export function nextId(): string {
  lastId += 1;
  return String(lastId);
}
