import { randomBytes } from 'node:crypto';
import type { RequestListener } from 'node:http';
import { appError } from '../../errors/catalogue.ts';
import type { Authority } from '../authority.ts';
import type { Faults } from '../faults.ts';
import type { AccessKey } from '../gateway.ts';
import { type Instance, startInstance } from '../ingress.ts';
import { hostNames, readCertificates } from '../pem-material.ts';
import type { Placement } from '../placement.ts';
import { type Front, type FrontProduct, NOTHING_BOUND, show } from './front.ts';
import { type CasCertificate, identifierOf, nextId, type OidcTrust, type PublishedState } from './state.ts';

/** What a configuration calls each product. */
export const FRONT_TYPES = {
  SLB: 'slb',
  CLB: 'slb',
  ALB: 'alb',
  NLB: 'nlb',
  CDN: 'cdn',
  DCDN: 'dcdn',
  API_GATEWAY: 'apigateway',
  APIG: 'apig',
} as const satisfies Record<string, FrontProduct>;

/** One thing that terminates TLS. */
export interface FrontOptions {
  readonly type: keyof typeof FRONT_TYPES;
  /** The load balancer, domain, group or gateway. */
  readonly id: string;
  /** Addresses, at least one. */
  readonly edges: number;
  readonly ipv6?: boolean;
  /** Default: the first of the emulator. */
  readonly region?: string;
  /** Of the listener; default 443. */
  readonly port?: number;
  /** Of a gateway; default `rec.example.com`. */
  readonly domain?: string;
  /** Whether HTTPS is switched on; default true. */
  readonly https?: boolean;
}

export interface PublishedOptions {
  readonly fronts: readonly FrontOptions[];
  readonly region: string;
  readonly accessKey: AccessKey;
  readonly authority: Authority;
  readonly faults: Faults;
  readonly now: () => Date;
  readonly polls: number;
  readonly certificates: CasCertificate[];
  readonly answer: RequestListener;
  /** Default: DV certificates 20, the zone example.com, no OIDC, GetCertificateDetail known. */
  readonly account?: AccountOptions | undefined;
}

export interface AccountOptions {
  readonly quota?: number;
  readonly zones?: readonly string[];
  readonly oidc?: OidcTrust;
  readonly hasCertificateDetail?: boolean;
  /** RAM actions that are refused, such as `slb:UploadServerCertificate`. */
  readonly denied?: readonly string[];
  /** The only RAM actions that are granted; default: all. */
  readonly allowed?: readonly string[];
}

const ACCOUNT_ID = '1234567890123456';

/** An account with nothing in it but what terminates TLS. */
export async function startPublished(options: PublishedOptions): Promise<PublishedState> {
  const { authority, faults, now, polls, certificates, accessKey, account = {} } = options;
  return {
    authority,
    faults,
    now,
    polls,
    certificates,
    accountId: ACCOUNT_ID,
    identities: [
      {
        accessKeyId: accessKey.id,
        secret: accessKey.secret,
        securityToken: accessKey.securityToken,
        arn: `acs:ram::${ACCOUNT_ID}:user/airec-https`,
        denied: new Set(account.denied),
        allowed: account.allowed && new Set(account.allowed),
      },
    ],
    oidc: account.oidc,
    serverCertificates: [],
    orders: [],
    jobs: [],
    fees: 0,
    quota: account.quota ?? 20,
    zones: account.zones ?? ['example.com'],
    records: [],
    fronts: await Promise.all(options.fronts.map((front) => startFront(front, options))),
    hasCertificateDetail: account.hasCertificateDetail ?? true,
  };
}

async function startFront(front: FrontOptions, { region, answer }: PublishedOptions): Promise<Front> {
  const { id, edges, ipv6 = false, port = 443, domain = 'rec.example.com', https = true } = front;
  // The kind is the guide's; the published APIs look at the product.
  const instance: Instance = await startInstance({ type: 'SLB', id, edges, ipv6 }, answer);
  return {
    product: FRONT_TYPES[front.type],
    region: front.region ?? region,
    id,
    listenerId: id.startsWith('lsn-') ? id : `lsn-${randomBytes(5).toString('hex')}`,
    domainId: `d-${randomBytes(5).toString('hex')}`,
    port,
    domain,
    instance,
    bindings: NOTHING_BOUND,
    isOn: https,
    pending: undefined,
    jobs: new Map(),
  };
}

/**
 * Stores a certificate in CAS and binds it as the default of a front, as if done earlier.
 *
 * @returns the certificate's id
 */
export function placeOnFront(state: PublishedState, placement: Placement): string {
  const fronts = state.fronts.filter(({ id }) => id === placement.instanceId);
  const chain = readCertificates(placement.chainPem);
  if (fronts.length === 0 || !chain) {
    throw appError('USAGE', {
      problem: `there is no instance ${placement.instanceId}, or no certificate in its chain`,
      help: 'Place a PEM chain on an instance that the emulator was started with.',
    });
  }
  const { chainPem, keyPem } = placement;
  const [leaf] = chain;
  const [{ region }] = fronts as [Front];
  const certificate: CasCertificate = {
    id: nextId(),
    store: region.startsWith('cn-') ? 'cn-hangzhou' : 'ap-southeast-1',
    name: `placed-${state.certificates.length + 1}`,
    source: 'upload',
    domain: hostNames(leaf)[0] ?? '',
    leaf,
    chainPem,
    keyPem,
  };
  state.certificates.push(certificate);
  for (const front of fronts) {
    const fallback = {
      ref: refFor(front, certificate, state),
      name: certificate.name,
      leaf,
      chainPem,
      keyPem,
    };
    front.bindings = { ...front.bindings, fallback };
    show(front, state.faults);
    for (const [index, edge] of front.instance.edges.entries()) {
      if (placement.edges && !placement.edges.includes(index))
        edge.presentAll({ fallback: undefined, named: [] });
    }
  }
  return certificate.id;
}

/** What the product calls the certificate. */
function refFor({ product, region }: Front, certificate: CasCertificate, state: PublishedState): string {
  if (product === 'cdn' || product === 'dcdn') return `${certificate.id}@${certificate.store}`;
  if (product !== 'slb') return identifierOf(certificate);
  const { leaf, chainPem, keyPem, name, id: casId } = certificate;
  const id = `${state.accountId}_${randomBytes(6).toString('hex')}_${state.serverCertificates.length + 1}`;
  state.serverCertificates.push({ id, region, name, casId, leaf, chainPem, keyPem });
  return id;
}
