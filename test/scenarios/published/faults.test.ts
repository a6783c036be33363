import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import pLimit from 'p-limit';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { runDeploy } from '../../../src/commands/deploy/deploy.ts';
import { CLOUD_PRODUCTS } from '../../../src/config/config.ts';
import { type Emulator, startEmulator } from '../../../src/emulator/emulator.ts';
import type { Interfere, Mishap } from '../../../src/emulator/published/service.ts';
import type { Report } from '../../../src/reports/deploy/report.ts';
import { toReport } from '../../../src/reports/deploy/to-report.ts';
import { leafOf } from '../../support/scenario/material.ts';
import { serve } from '../../support/scenario/served.ts';

const DOMAIN = 'rec.example.com';
const FRONTS = [
  { type: 'CLB', id: 'lb-1', edges: 1 },
  { type: 'ALB', id: 'alb-1', edges: 1 },
  { type: 'CDN', id: DOMAIN, edges: 1 },
] as const;
/** Long enough for two more attempts of a call. */
const DEADLINES = { call: '4s', status: '2s', propagation: '500ms', connection: '2s' };

interface Ground {
  readonly emulator: Emulator;
  readonly old: string;
  readonly leaf: string;
  readonly key: string;
  /** Deploys as the command does, and gives its report. */
  deploy(): Promise<Report>;
  /** The leaf of every target. */
  served(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** Three targets that serve an old certificate, and a configuration that means a new one. */
async function prepare(interfere: Interfere): Promise<Ground> {
  const folder = await mkdtemp(path.join(tmpdir(), 'airec-https-faults-'));
  const emulator = await startEmulator({
    api: '2020-04-07',
    instances: FRONTS,
    deployingPolls: 1,
    interfere,
  });
  const { endpoint, authority, rootPem, accessKey } = emulator;
  const before = authority.issue({ names: [DOMAIN] });
  for (const { id } of FRONTS) {
    emulator.place({ instanceId: id, chainPem: before.bundlePem, keyPem: before.keyPem });
  }
  const issued = authority.issue({ names: [DOMAIN] });
  const edges = FRONTS.flatMap(({ id }) => emulator.edges(id));
  const config = {
    region: 'cn-hangzhou',
    cas: { endpoint },
    'cloud-endpoints': Object.fromEntries(CLOUD_PRODUCTS.map((product) => [product, endpoint])),
    airec: { instance: 'ai-rec-prod', bind: 'none' },
    endpoints: [
      {
        domain: DOMAIN,
        certificate: { bundle: 'rec.pem', key: { env: 'REC_KEY' } },
        ingress: FRONTS.map(({ type, id }) => ({ type, instance: id })),
        addresses: edges.map(({ ip, port }) => `${ip}:${port}`),
        // Nothing is bound to AIRec here.
        health: { accept: [421] },
      },
    ],
    trust: { roots: ['root.pem'], 'private-networks': true },
    deadlines: DEADLINES,
  };
  await writeFile(path.join(folder, 'airec-https.yml'), stringify(config));
  await writeFile(path.join(folder, 'root.pem'), rootPem);
  await writeFile(path.join(folder, 'rec.pem'), issued.bundlePem);
  const environment = {
    ALIBABA_CLOUD_ACCESS_KEY_ID: accessKey.id,
    ALIBABA_CLOUD_ACCESS_KEY_SECRET: accessKey.secret,
    REC_KEY: issued.keyPem,
  };
  const silent = { started: () => {}, asked: () => {}, observed: () => {}, finished: () => {} };
  return {
    emulator,
    old: leafOf(before.leafPem),
    leaf: leafOf(issued.leafPem),
    key: issued.keyPem,
    async deploy() {
      const configFile = path.join(folder, 'airec-https.yml');
      return toReport(await runDeploy({ configFile, dryRun: false, environment, listener: silent }), '0');
    },
    served: async () => {
      const seen = await Promise.all(
        edges.map((address) => serve({ address, domain: DOMAIN, root: rootPem })),
      );
      return seen.map(({ leaf, verdict }) => `${leaf} ${verdict}`);
    },
    async close() {
      await emulator.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const everywhere = (leaf: string): readonly string[] => FRONTS.map(() => `${leaf} trusted`);

/** The guarantees that hold whatever happened, by name; what is false is broken. */
function guarantees({ emulator, leaf, key }: Ground): Record<string, boolean> {
  const uploads = emulator.certificates.filter(({ leafFingerprint }) => leafFingerprint === leaf);
  const [stored] = uploads;
  const known = emulator.account?.serverCertificates.filter(({ casId }) => casId === stored?.id) ?? [];
  return {
    'one upload': uploads.length <= 1,
    'one copy in the region': known.length <= 1,
    'POST alone': emulator.calls.every(({ method }) => method === 'POST'),
    'no key in a URL': emulator.calls.every(
      ({ rawUrl }) => rawUrl === '/' && !rawUrl.includes(key.slice(30, 60)),
    ),
  };
}

const SOUND = {
  'one upload': true,
  'one copy in the region': true,
  'POST alone': true,
  'no key in a URL': true,
};

/** Whether the report tells what is served. */
function isTrue(report: Report, served: readonly string[], { old, leaf }: Ground): boolean {
  const [endpoint] = report.endpoints;
  const isNew = served.join() === everywhere(leaf).join();
  if (report.status === 'healthy') return isNew;
  const isBack = endpoint?.findings.some(
    ({ id, problem }) => id === 'rolled-back' && problem.endsWith('is back'),
  );
  return isBack !== true || served.join() === everywhere(old).join();
}

/** One run with a mishap at one call, and one without. */
async function suffer(mishap: Mishap | 'killed', at: number): Promise<object> {
  let isOver = false;
  const ground = await prepare((_action, number) => {
    if (isOver || number < at) return undefined;
    if (mishap === 'killed') return number === at ? 'lost-after' : 'lost-before';
    return number === at ? mishap : undefined;
  });
  try {
    const first = await ground.deploy().catch(() => undefined);
    const told = first === undefined || isTrue(first, await ground.served(), ground);
    isOver = true;
    const second = await ground.deploy();
    const served = await ground.served();
    const third = await ground.deploy();
    return {
      told,
      status: second.status,
      served: served.join() === everywhere(ground.leaf).join(),
      changedAgain: third.changed,
      ...guarantees(ground),
    };
  } finally {
    await ground.close();
  }
}

const FINE = { told: true, status: 'healthy', served: true, changedAgain: false, ...SOUND };
const MISHAPS = ['lost-before', 'lost-after', 'failed', 'forbidden', 'late', 'doubled', 'killed'] as const;

describe('a deployment over three targets', () => {
  it('reaches the same end whatever befalls any one of its calls, and is told truly', async () => {
    const quiet = await prepare(() => undefined);
    await quiet.deploy();
    const calls = quiet.emulator.calls.length;
    await quiet.close();
    expect(calls).toBeGreaterThan(15);
    const limit = pLimit(8);
    const points = Array.from({ length: calls }, (_, at) => at);
    const cases = MISHAPS.flatMap((mishap) => points.map((at) => ({ mishap, at })));
    const ends = await Promise.all(
      cases.map(({ mishap, at }) => limit(async () => ({ mishap, at, ...(await suffer(mishap, at)) }))),
    );
    const broken = ends.filter((end) => !isDeepStrictEqual(end, { ...FINE, mishap: end.mishap, at: end.at }));
    expect(broken).toEqual([]);
  }, 300_000);
});
