import type { CertificateStore, StoredCertificate } from '../../src/alibaba/certificate-store.ts';
import type { IngressTarget } from '../../src/alibaba/ingress-target.ts';
import type { Config } from '../../src/config/config.ts';
import { createStepRecorder } from '../../src/deployment/steps.ts';
import type { World } from '../../src/deployment/world.ts';
import { appError } from '../../src/errors/catalogue.ts';
import { endpointConfig, NOW, rootCertificate, trustIn } from './deployment.ts';

/** What a test changes of the world below. */
export interface WorldChanges extends Partial<Omit<World, 'config' | 'cloud'>> {
  readonly config?: Partial<Config>;
  readonly store?: Partial<CertificateStore>;
  readonly targets?: readonly IngressTarget[];
}

const silent = {
  started: () => undefined,
  asked: () => undefined,
  observed: () => undefined,
  finished: () => undefined,
};

/** A world in which time passes by sleeping alone, and every call that a test does not answer is a failure. */
export function createWorld({ config, store, targets = [], ...changes }: WorldChanges = {}): World {
  let nowMs = NOW.getTime();
  const now = () => new Date(nowMs);
  return {
    config: { ...CONFIG, ...config },
    cloud: {
      store: { ...UNEXPECTED, ...store },
      targetsOf: () => targets,
      identify: () => Promise.resolve(undefined),
    },
    observe: unexpected,
    fetchIssuers: unexpected,
    rehearse: unexpected,
    trust: trustIn(rootCertificate),
    clock: {
      now,
      sleep: (milliseconds) => {
        nowMs += milliseconds;
        return Promise.resolve();
      },
    },
    steps: createStepRecorder(silent, now),
    ...changes,
  };
}

/** A `read` that answers `states` one after the other, the last one for ever. */
export function reading(...states: readonly StoredCertificate[]): CertificateStore['read'] {
  let reads = 0;
  return () => {
    const state = states[Math.min(reads, states.length - 1)];
    reads += 1;
    return state ? Promise.resolve(state) : unexpected();
  };
}

function unexpected(): Promise<never> {
  return Promise.reject(appError('CLOUD_CALL_INVALID', { call: 'a call', reason: 'no test answers it' }));
}

const UNEXPECTED: CertificateStore = {
  writes: { upload: [], request: [] },
  readQuota: unexpected,
  isListed: false,
  find: unexpected,
  findIssued: unexpected,
  upload: unexpected,
  request: unexpected,
  advance: unexpected,
  read: unexpected,
  diagnose: unexpected,
  replaceChain: unexpected,
  retire: unexpected,
};

const CONFIG: Config = {
  file: 'airec-https.yml',
  region: 'cn-hangzhou',
  cas: { api: 'guide', endpoint: 'http://127.0.0.1:9', contacts: [], retention: undefined },
  cloudEndpoints: {},
  airec: { instance: 'ai-rec-prod', mapping: '/w/certificate_info.xlsx', bind: 'none', environment: [] },
  endpoints: [endpointConfig()],
  trust: { roots: [], clients: new Map(), privateNetworks: true },
  deadlines: { callMs: 10_000, statusMs: 60_000, propagationMs: 60_000, bindMs: 5000, connectionMs: 5000 },
  monitor: {
    openAfter: 2,
    resolveAfter: 2,
    remindDays: 1,
    group: 5,
    unknownAfter: 6,
    historyDays: 90,
    digest: 'monday',
    vantage: undefined,
  },
  slack: { mention: undefined, users: [], channels: [], buttons: false },
};
