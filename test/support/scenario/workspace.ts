import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { stringify } from 'yaml';
import { type ActionRun, prepareActionRun } from '../../../script/action-environment.ts';
import { ROOT } from '../../../script/bundle.ts';
import { CLOUD_PRODUCTS } from '../../../src/config/config.ts';
import type { IssuedCertificate } from '../../../src/emulator/authority.ts';
import type { Emulator } from '../../../src/emulator/emulator.ts';
import { COMPILE_CACHE } from './run-program.ts';
import { leafOf, type Supplied, type SupplyOptions } from './material.ts';

export const DOMAIN = 'rec.example.com';
export const SLB = { type: 'SLB', instance: 'lb-ai-rec-01' } as const;

/** Long enough for what works on a busy machine, short enough for what never will. */
const DEADLINES = { call: '4s', status: '2s', propagation: '2s', connection: '2s', bind: '10s' };

export interface EndpointSetup {
  readonly domain?: string;
  /** Default: a DV request. */
  readonly certificate?: object;
  readonly ingress?: readonly {
    readonly type: string;
    readonly instance: string;
    readonly [other: string]: unknown;
  }[];
  /** Default: every edge of `ingress`. */
  readonly addresses?: readonly string[];
  readonly [other: string]: unknown;
}

/** Parts of airec-https.yml that differ from what every scenario has. */
export interface Setup {
  readonly endpoints?: readonly EndpointSetup[];
  readonly airec?: object;
  readonly deadlines?: object;
  readonly [other: string]: unknown;
}

/** The checked-out repository of somebody who uses the Action, with what belongs to it outside. */
export interface Workspace extends ActionRun {
  readonly configFile: string;
  readonly mappingFile: string;
  /** What a step has from its workflow: keys and credentials. */
  readonly variables: Record<string, string>;
  /** Files that hold a key because they are meant to. */
  readonly keyFiles: Set<string>;
  readonly secrets: string[];
  readonly write: (file: string, content: string) => Promise<string>;
  readonly configure: (setup?: Setup) => Promise<void>;
  /** Puts issued material where the configuration will name it. */
  readonly supply: (issued: IssuedCertificate, options?: SupplyOptions) => Promise<Supplied>;
}

/** Makes the workspace of a new scenario below `folder`, with a configuration for one requested certificate. */
export async function createWorkspace(folder: string, emulator: Emulator): Promise<Workspace> {
  const run = await prepareActionRun(folder);
  const { id, secret, securityToken } = emulator.accessKey;
  const variables: Record<string, string> = {
    ALIBABA_CLOUD_ACCESS_KEY_ID: id,
    ALIBABA_CLOUD_ACCESS_KEY_SECRET: secret,
    ...(securityToken === undefined ? {} : { ALIBABA_CLOUD_SECURITY_TOKEN: securityToken }),
  };
  const keyFiles = new Set<string>();
  const secrets = [secret, ...(securityToken === undefined ? [] : [securityToken])];
  async function write(file: string, content: string): Promise<string> {
    const target = path.join(run.workspace, file);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, content, { mode: 0o755 });
    return target;
  }
  const workspace: Workspace = {
    ...run,
    configFile: path.join(run.workspace, 'airec-https.yml'),
    mappingFile: path.join(run.workspace, 'certificate_info.xlsx'),
    variables,
    keyFiles,
    secrets,
    write,
    async configure(setup = {}) {
      await write('airec-https.yml', stringify(toFile(setup, emulator)));
    },
    async supply(issued, options = {}) {
      const { content = 'bundlePem', file = 'certs/rec.example.com.pem' } = options;
      const { variable = 'REC_EXAMPLE_COM_KEY', keyFile } = options;
      await write(file, issued[content]);
      secrets.push(issued.keyPem);
      if (keyFile === undefined) variables[variable] = issued.keyPem;
      else keyFiles.add(await write(keyFile, issued.keyPem));
      const key = keyFile === undefined ? { env: variable } : { file: keyFile };
      return { ...issued, leaf: leafOf(issued.leafPem), certificate: { bundle: file, key } };
    },
  };
  await write('root.pem', emulator.rootPem);
  await writeBindCommand(workspace, emulator);
  await workspace.configure();
  return workspace;
}

/** The emulated airec-cli, behind a script that records what it is given. */
async function writeBindCommand({ workspace, write }: Workspace, emulator: Emulator): Promise<void> {
  await emulator.writeAirecCli(path.join(workspace, 'tools'), path.join(ROOT, 'dist/cli.js'));
  const record = String.raw`{ printf '%s\n' "$*"; env; } >> tools/bound.txt`;
  const cache = `export NODE_COMPILE_CACHE='${COMPILE_CACHE}'`;
  await write('tools/bind', `#!/bin/sh\n${record}\n${cache}\nexec tools/airec-cli "$@"\n`);
}

function toFile({ endpoints = [{}], airec, deadlines, ...others }: Setup, emulator: Emulator): object {
  return {
    region: 'cn-hangzhou',
    ...cloudOf(emulator),
    airec: { instance: emulator.airecInstance, bind: './tools/bind', ...airec },
    endpoints: endpoints.map((endpoint) => toEndpoint(endpoint, emulator)),
    trust: { roots: ['root.pem'], 'private-networks': true },
    deadlines: { ...DEADLINES, ...deadlines },
    ...others,
  };
}

/** Every API that the emulator speaks, at its one origin. */
export function cloudOf({ api, endpoint }: Emulator): object {
  if (api === 'guide') return { cas: { api, endpoint } };
  const products = CLOUD_PRODUCTS.map((product) => [product, endpoint]);
  return { cas: { endpoint }, 'cloud-endpoints': Object.fromEntries(products) };
}

function toEndpoint({ ingress = [SLB], ...setup }: EndpointSetup, emulator: Emulator): object {
  const edges = ingress.flatMap(({ instance }) => emulator.edges(instance));
  return {
    domain: DOMAIN,
    certificate: { request: { type: 'DV' } },
    ingress,
    addresses: edges.map(({ ip, port }) => `${ip.includes(':') ? `[${ip}]` : ip}:${port}`),
    ...setup,
  };
}
