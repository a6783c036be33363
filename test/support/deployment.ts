import type { StoredCertificate } from '../../src/alibaba/certificate-store.ts';
import { stateOn } from '../../src/alibaba/guide/guide-target.ts';
import type { IngressTarget } from '../../src/alibaba/ingress-target.ts';
import type { InspectedTarget } from '../../src/deployment/read-cloud.ts';
import type { Certificate } from '../../src/certificates/certificate.ts';
import { type ClientTrust, createClientTrust } from '../../src/certificates/clients/trust.ts';
import { createTrustStore } from '../../src/certificates/trust-store.ts';
import { parseBundle } from '../../src/certificates/pem.ts';
import type { EndpointConfig, IngressConfig } from '../../src/config/config.ts';
import { createAuthority, type LeafRequest } from '../../src/emulator/authority.ts';
import type { AddressVerdict, EndpointVerdict } from '../../src/endpoints/judge.ts';
import type { Handshake, ObservationFailure } from '../../src/endpoints/observation.ts';

/** When everything below is valid. */
export const NOW = new Date('2026-06-01T12:00:00Z');
export const SLB: IngressConfig = { type: 'SLB', instance: 'lb-ai-rec-01' };
export const authority = createAuthority('http://127.0.0.1:9/aia', () => NOW);
export const [rootCertificate] = parseBundle(authority.rootPem, 'root');

/** Issued material with its certificates read: leaf, intermediate, root. */
export function issueFull(request: LeafRequest = { names: ['rec.example.com'] }) {
  const issued = authority.issue(request);
  const [leaf, intermediate, root] = parseBundle(issued.fullChainPem, 'issued');
  if (!intermediate || !root) throw new Error('the authority issues leaf, intermediate and root');
  return { ...issued, leaf, intermediate, root };
}

/** Every client trusts these roots, which are no public authorities'. */
export function trustIn(...roots: readonly Certificate[]): ClientTrust {
  return createClientTrust(createTrustStore(roots), createTrustStore([]));
}

export function endpointConfig(changes: Partial<EndpointConfig> = {}): EndpointConfig {
  return {
    domain: 'rec.example.com',
    port: 443,
    certificate: { kind: 'bundle', bundle: '/certs/rec.pem', key: { env: 'REC_KEY' } },
    ingress: [SLB],
    health: { path: '/api/v1/recommend', method: 'HEAD', accept: [200, 401] },
    clients: ['chrome', 'java'],
    addresses: [],
    locations: {
      domain: { file: 'airec-https.yml', line: 6 },
      certificate: { file: 'airec-https.yml', line: 8 },
    },
    ...changes,
  };
}

export function storedCertificate(changes: Partial<StoredCertificate> = {}): StoredCertificate {
  return {
    id: 'cert-8a9b2c',
    identifier: undefined,
    name: undefined,
    status: 'Deployed',
    leafFingerprint: undefined,
    chainLength: undefined,
    targets: undefined,
    ...changes,
  };
}

export function handshake(chain: readonly Certificate[], refusal?: string): Handshake {
  return {
    kind: 'handshake',
    receivedChain: chain,
    protocol: 'TLSv1.3',
    cipher: 'TLS_AES_128_GCM_SHA256',
    group: 'x25519',
    alpn: 'h2',
    ocspStaple: undefined,
    sctList: undefined,
    clientCertificate: 'none',
    witness: refusal === undefined ? { kind: 'accepts' } : { kind: 'refuses', code: refusal },
    durationMs: 5,
  };
}

export function failed(
  stage: ObservationFailure['stage'],
  reason: ObservationFailure['reason'],
  detail = '',
): ObservationFailure {
  return { kind: 'failure', stage, reason, detail, durationMs: 5 };
}

/** An address that serves what was meant, unless told otherwise. */
export function addressVerdict(changes: Partial<AddressVerdict> = {}): AddressVerdict {
  return {
    address: '203.0.113.7:443',
    tls: handshake([]),
    http: { kind: 'response', status: 200, durationMs: 5 },
    clients: [],
    accepted: true,
    servesIntended: true,
    incompleteAt: undefined,
    findings: [],
    ...changes,
  };
}

/** The verdict on these addresses, with their findings. */
export function endpointVerdict(...addresses: readonly Partial<AddressVerdict>[]): EndpointVerdict {
  const verdicts = addresses.map((changes, index) =>
    addressVerdict({ address: `203.0.113.${index + 1}:443`, ...changes }),
  );
  return { addresses: verdicts, findings: verdicts.flatMap(({ findings }) => findings) };
}

/** The targets of `endpoint` as the guide's dialect tells of them. */
export function guideTargets(
  { ingress }: Pick<EndpointConfig, 'ingress'>,
  stored: StoredCertificate | undefined,
  calls: Partial<IngressTarget> = {},
): readonly InspectedTarget[] {
  return ingress.map((config) => {
    const before = stateOn(stored, config);
    const name = `${config.type} ${config.instance}`;
    return { target: { ...UNANSWERED, config, name, ...calls }, before };
  });
}

/** A target of which every call that a test does not answer is a failure. */
export const UNANSWERED = {
  needsMaterial: false,
  tellsKey: false,
  writes: [],
  read: unexpected,
  bind: unexpected,
  readBack: unexpected,
  survey: unexpected,
  whyNotRestorable: () => undefined,
  restore: unexpected,
} satisfies Omit<IngressTarget, 'config' | 'name'>;

function unexpected(): Promise<never> {
  return Promise.reject(new Error('no test answers it'));
}
