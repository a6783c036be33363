import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAirec, type Binding } from './airec.ts';
import { writeExecutable } from './airec-cli.ts';
import { AIREC_PATH } from './airec-control.ts';
import { createAuthority, type Authority } from './authority.ts';
import { createCasService, type RecordedCall } from './cas-service.ts';
import type { CertificateRecord, CertificateStatus, Cloud } from './cloud.ts';
import { createFaults, type Fault } from './faults.ts';
import type { AccessKey } from './gateway.ts';
import { startInstance, type InstanceOptions } from './ingress.ts';
import { statusOf } from './lifecycle.ts';
import { routeTo, type Services } from './routes.ts';
import { placeCertificate, type Placement } from './placement.ts';

export interface EmulatorOptions {
  /** Default: the SLB `lb-ai-rec-01` with two addresses. */
  readonly instances?: readonly InstanceOptions[];
  readonly accessKey?: AccessKey;
  /** Default: `ai-rec-prod`. */
  readonly airecInstance?: string;
  readonly now?: () => Date;
  /** Status polls that see Issuing. Default: 1. */
  readonly issuingPolls?: number;
  /** Status polls that see Deploying. Default: 2. */
  readonly deployingPolls?: number;
}

/** A certificate of the store as others see it: without its key. */
export interface CertificateView {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
  readonly source: 'request' | 'upload';
  readonly status: CertificateStatus;
  /** Lower-case SHA-256 of the leaf. */
  readonly leafFingerprint: string;
  readonly chainPem: string;
}

/** A running emulator of Alibaba Cloud and AIRec, on loopback. */
export interface Emulator {
  /** Origin of the certificate service, such as `http://127.0.0.1:40123`. */
  readonly endpoint: string;
  readonly accessKey: AccessKey;
  /** Trust anchor of the emulator's authority. */
  readonly rootPem: string;
  /** Issues material for uploads. */
  readonly authority: Authority;
  /** URL for `postDomainUpdate`. */
  readonly airecEndpoint: string;
  readonly airecInstance: string;
  readonly calls: readonly RecordedCall[];
  /** Oldest first. */
  readonly certificates: readonly CertificateView[];
  readonly bindings: readonly Binding[];
  readonly faults: readonly Fault[];
  /** Socket addresses of an instance; empty when there is no such instance. */
  edges(instanceId: string): readonly { readonly ip: string; readonly port: number }[];
  /** Returns how to withdraw the fault. */
  inject(fault: Fault): () => void;
  /** Stores a certificate as if uploaded and deployed earlier; returns its id. */
  place(placement: Placement): string;
  /** Writes an executable `airec-cli` and returns its path. `cliEntry`: absolute path of this program's CLI. */
  writeAirecCli(directory: string, cliEntry: string): Promise<string>;
  close(): Promise<void>;
}

const ACCESS_KEY: AccessKey = { id: 'emulator-access-key', secret: 'emulator-access-key-secret' };
const INSTANCES: readonly InstanceOptions[] = [{ type: 'SLB', id: 'lb-ai-rec-01', edges: 2 }];
/** A PEM chain in the URL of a PUT, percent-encoded. */
const MAX_HEADER_BYTES = 65_536;

/** Starts an emulator on ephemeral ports of loopback, with keys of its own. */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const now = options.now ?? (() => new Date());
  const server = createServer({ maxHeaderSize: MAX_HEADER_BYTES });
  const endpoint = await listen(server);
  const certificates: CertificateRecord[] = [];
  const airecInstance = options.airecInstance ?? 'ai-rec-prod';
  const airec = createAirec(airecInstance, certificates);
  const cloud: Cloud = {
    authority: createAuthority(`${endpoint}/aia`, now),
    certificates,
    instances: await Promise.all(
      (options.instances ?? INSTANCES).map((instance) => startInstance(instance, airec.answer)),
    ),
    faults: createFaults(),
    now,
    polls: { issuing: options.issuingPolls ?? 1, deploying: options.deployingPolls ?? 2 },
  };
  const accessKey = options.accessKey ?? ACCESS_KEY;
  const cas = createCasService(cloud, accessKey);
  const services = { endpoint, cloud, cas, airec };
  server.on('request', routeTo(services));
  return assemble({ ...services, server, accessKey, airecInstance });
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

interface Assembly extends Services {
  readonly server: Server;
  readonly accessKey: AccessKey;
  readonly airecInstance: string;
}

function assemble({ server, endpoint, accessKey, airecInstance, airec, cloud, cas }: Assembly): Emulator {
  const airecEndpoint = endpoint + AIREC_PATH;
  return {
    endpoint,
    accessKey,
    rootPem: cloud.authority.rootPem,
    authority: cloud.authority,
    airecEndpoint,
    airecInstance,
    calls: cas.calls,
    get certificates() {
      return cloud.certificates.map(viewOf);
    },
    get bindings() {
      return airec.bindings;
    },
    get faults() {
      return cloud.faults.active;
    },
    edges(instanceId) {
      const instance = cloud.instances.find((candidate) => candidate.id === instanceId);
      return (instance?.edges ?? []).map(({ ip, port }) => ({ ip, port }));
    },
    inject: (fault) => cloud.faults.inject(fault),
    place: (placement) => placeCertificate(cloud, placement),
    writeAirecCli: (directory, cliEntry) => writeExecutable(directory, cliEntry, airecEndpoint),
    async close() {
      server.closeAllConnections();
      const edges = cloud.instances.flatMap((instance) => instance.edges);
      await Promise.all([
        new Promise((resolve) => server.close(resolve)),
        ...edges.map((edge) => edge.close()),
      ]);
    },
  };
}

function viewOf(record: CertificateRecord): CertificateView {
  const { id, name, domain, source, chainPem, leaf } = record;
  const leafFingerprint = createHash('sha256').update(leaf.raw).digest('hex');
  return { id, name, domain, source, status: statusOf(record), leafFingerprint, chainPem };
}
