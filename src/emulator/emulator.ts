import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Airec, type Binding, createAirec } from './airec.ts';
import { AIREC_PATH } from './airec-control.ts';
import { type Authority, createAuthority } from './authority.ts';
import { createCasService, type RecordedCall } from './cas-service.ts';
import type { CertificateRecord, CertificateStatus, Cloud } from './cloud.ts';
import { CONSOLE_PATH } from './console-control.ts';
import { writeExecutable } from './executable.ts';
import { createFaults, type Fault, type Faults } from './faults.ts';
import type { AccessKey } from './gateway.ts';
import { type InstanceOptions, startInstance, TARGET_TYPES } from './ingress.ts';
import { statusOf } from './lifecycle.ts';
import { placeCertificate, type Placement } from './placement.ts';
import { createPublishedService, type Interfere } from './published/service.ts';
import {
  type AccountOptions,
  type FrontOptions,
  placeOnFront,
  startPublished,
} from './published/start-published.ts';
import type { CasCertificate, PublishedState } from './published/state.ts';
import { routeTo } from './routes.ts';

export interface EmulatorOptions {
  /** What the cloud speaks: the guide's calls (the default), or the published APIs. */
  readonly api?: 'guide' | '2020-04-07';
  /** Default: the SLB `lb-ai-rec-01` with two addresses. The guide's calls know SLB, CDN and API_GATEWAY. */
  readonly instances?: readonly FrontOptions[];
  readonly accessKey?: AccessKey;
  /** Default: `ai-rec-prod`. */
  readonly airecInstance?: string;
  readonly now?: () => Date;
  /** Status polls that see Issuing. Default: 1. */
  readonly issuingPolls?: number;
  /** Status polls that see a deployment under way. Default: 2. */
  readonly deployingPolls?: number;
  /** Of the published APIs: regions with hosts of their own, the first is that of `endpoint`. Default: cn-hangzhou. */
  readonly regions?: readonly [string, ...string[]];
  readonly account?: AccountOptions;
  /** The published SDKs put a key into the URL; everybody else is refused for it. */
  readonly allowKeysInUrls?: boolean;
  /** Of the published APIs: what befalls each call. */
  readonly interfere?: Interfere;
}

/** A certificate of the store as others see it: without its key. */
export interface CertificateView {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
  readonly source: 'request' | 'upload';
  /** In the published APIs nothing but Issued. */
  readonly status: CertificateStatus;
  /** Lower-case SHA-256 of the leaf. */
  readonly leafFingerprint: string;
  readonly chainPem: string;
}

/** A running emulator of Alibaba Cloud and AIRec, on loopback. */
export interface Emulator {
  readonly api: 'guide' | '2020-04-07';
  /** Origin of every API, such as `http://127.0.0.1:40123`. */
  readonly endpoint: string;
  /** Origin of the hosts of another region. */
  endpointIn(region: string): string;
  readonly accessKey: AccessKey;
  /** Trust anchor of the emulator's authority. */
  readonly rootPem: string;
  /** Issues material for uploads. */
  readonly authority: Authority;
  /** URL for `postDomainUpdate`. */
  readonly airecEndpoint: string;
  /** URL for `postPlacement`. */
  readonly consoleEndpoint: string;
  readonly airecInstance: string;
  readonly calls: readonly RecordedCall[];
  /** Oldest first. */
  readonly certificates: readonly CertificateView[];
  readonly bindings: readonly Binding[];
  readonly faults: readonly Fault[];
  /** The published APIs' account; undefined for the guide's calls. */
  readonly account: PublishedState | undefined;
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
const INSTANCES: readonly FrontOptions[] = [{ type: 'SLB', id: 'lb-ai-rec-01', edges: 2 }];
const HOME = 'cn-hangzhou';
/** A PEM chain in the URL of a PUT, percent-encoded. */
const MAX_HEADER_BYTES = 65_536;

/** One of the two clouds, as the emulator needs it. */
interface Backend {
  readonly calls: readonly RecordedCall[];
  readonly account: PublishedState | undefined;
  readonly instances: readonly { readonly id: string; readonly edges: readonly EdgeAddress[] }[];
  readonly handleIn: (region: string) => Parameters<typeof routeTo>[0]['handle'];
  views(): readonly CertificateView[];
  readonly place: (placement: Placement) => string;
}

interface EdgeAddress {
  readonly ip: string;
  readonly port: number;
  close(): Promise<void>;
}

interface Ground {
  readonly options: EmulatorOptions;
  readonly accessKey: AccessKey;
  readonly authority: Authority;
  readonly faults: Faults;
  readonly now: () => Date;
  readonly airecInstance: string;
}

/** Starts an emulator on ephemeral ports of loopback, with keys of its own. */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const now = options.now ?? (() => new Date());
  const api = options.api ?? 'guide';
  const regions = options.regions ?? [HOME];
  const servers = new Map(
    await Promise.all(regions.map(async (region) => [region, await listen()] as const)),
  );
  const endpointIn = (region: string): string => servers.get(region)?.endpoint ?? endpoint;
  const endpoint = servers.get(regions[0])?.endpoint ?? '';
  const accessKey = options.accessKey ?? ACCESS_KEY;
  const airecInstance = options.airecInstance ?? 'ai-rec-prod';
  const authority = createAuthority(`${endpoint}/aia`, now);
  const ground = { options, accessKey, authority, faults: createFaults(), now, airecInstance };
  const { backend, airec } = await (api === 'guide' ? startGuide(ground) : startAccount(ground));
  for (const [region, { server }] of servers) {
    const { faults } = ground;
    const { handleIn, place } = backend;
    server.on('request', routeTo({ endpoint, authority, faults, airec, place, handle: handleIn(region) }));
  }
  const airecEndpoint = endpoint + AIREC_PATH;
  return {
    api,
    endpoint,
    endpointIn,
    accessKey,
    rootPem: authority.rootPem,
    authority,
    airecEndpoint,
    consoleEndpoint: endpoint + CONSOLE_PATH,
    airecInstance,
    calls: backend.calls,
    account: backend.account,
    get certificates() {
      return backend.views();
    },
    get bindings() {
      return airec.bindings;
    },
    get faults() {
      return ground.faults.active;
    },
    edges(instanceId) {
      const instances = backend.instances.filter(({ id }) => id === instanceId);
      return instances.flatMap(({ edges }) => edges.map(({ ip, port }) => ({ ip, port })));
    },
    inject: (fault) => ground.faults.inject(fault),
    place: (placement) => backend.place(placement),
    writeAirecCli: (directory, cliEntry) =>
      writeExecutable(directory, cliEntry, { name: 'airec-cli', endpoint: airecEndpoint }),
    async close() {
      const edges = backend.instances.flatMap((instance) => instance.edges);
      await Promise.all([...[...servers.values()].map(stop), ...edges.map((edge) => edge.close())]);
    },
  };
}

interface Started {
  readonly backend: Backend;
  readonly airec: Airec;
}

/** The calls of the guide. */
async function startGuide({
  options,
  accessKey,
  authority,
  faults,
  now,
  airecInstance,
}: Ground): Promise<Started> {
  const certificates: CertificateRecord[] = [];
  const airec = createAirec(airecInstance, certificates);
  const instances = (options.instances ?? INSTANCES).filter(isGuideInstance);
  const cloud: Cloud = {
    authority,
    certificates,
    instances: await Promise.all(instances.map((instance) => startInstance(instance, airec.answer))),
    faults,
    now,
    polls: { issuing: options.issuingPolls ?? 1, deploying: options.deployingPolls ?? 2 },
  };
  const cas = createCasService(cloud, accessKey);
  const backend: Backend = {
    calls: cas.calls,
    account: undefined,
    instances: cloud.instances,
    handleIn: () => (request, response) => cas.handle(request, response),
    views: () => cloud.certificates.map((record) => viewOf(record, statusOf(record))),
    place: (placement) => placeCertificate(cloud, placement),
  };
  return { backend, airec };
}

function isGuideInstance(instance: FrontOptions): instance is FrontOptions & InstanceOptions {
  return TARGET_TYPES.some((type) => type === instance.type);
}

/** The published APIs. */
async function startAccount({
  options,
  accessKey,
  authority,
  faults,
  now,
  airecInstance,
}: Ground): Promise<Started> {
  const certificates: CasCertificate[] = [];
  const airec = createAirec(airecInstance, certificates);
  const account = await startPublished({
    fronts: options.instances ?? INSTANCES,
    region: options.regions?.[0] ?? HOME,
    accessKey,
    authority,
    faults,
    now,
    polls: options.deployingPolls ?? 2,
    certificates,
    answer: airec.answer,
    account: options.account,
  });
  const service = createPublishedService(account, {
    allowKeysInUrls: options.allowKeysInUrls ?? false,
    interfere: options.interfere ?? (() => undefined),
  });
  const backend: Backend = {
    calls: service.calls,
    account,
    instances: account.fronts.map(({ instance }) => instance),
    handleIn: (region) => (request, response) => service.handle(request, response, region),
    views: () => certificates.map((certificate) => viewOf(certificate, 'Issued')),
    place: (placement) => placeOnFront(account, placement),
  };
  return { backend, airec };
}

async function listen(): Promise<{ readonly server: Server; readonly endpoint: string }> {
  const server = createServer({ maxHeaderSize: MAX_HEADER_BYTES });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return { server, endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

function stop({ server }: { readonly server: Server }): Promise<unknown> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(resolve));
}

function viewOf(record: CertificateRecord | CasCertificate, status: CertificateStatus): CertificateView {
  const { id, name, domain, source, chainPem, leaf } = record;
  const leafFingerprint = createHash('sha256').update(leaf.raw).digest('hex');
  return { id, name, domain, source, status, leafFingerprint, chainPem };
}
