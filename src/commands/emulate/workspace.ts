import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { stringify } from 'yaml';
import type { Emulator } from '../../emulator/emulator.ts';

export interface EmulatedWorkspace {
  readonly configFile: string;
  /** Credentials the emulator accepts, as the environment variables a deployment reads. */
  readonly environment: Readonly<Record<string, string>>;
}

export const DEMO_DOMAIN = 'rec.example.com';
export const DEMO_INSTANCE = 'lb-ai-rec-01';

/**
 * Writes what a deployment to `emulator` needs into `directory`: airec-https.yml, the root of the emulated
 * authority, and an executable airec-cli. `cliEntry` is the absolute path of this program's CLI.
 */
export async function writeWorkspace(
  emulator: Emulator,
  directory: string,
  cliEntry: string,
): Promise<EmulatedWorkspace> {
  await mkdir(directory, { recursive: true });
  const cli = await emulator.writeAirecCli(directory, cliEntry);
  await writeFile(path.join(directory, 'emulator-root.pem'), emulator.rootPem);
  const configFile = path.join(directory, 'airec-https.yml');
  const config = {
    region: 'cn-hangzhou',
    cas: { api: 'guide', endpoint: emulator.endpoint },
    airec: {
      instance: emulator.airecInstance,
      mapping: 'certificate_info.xlsx',
      bind: `./${path.basename(cli)}`,
    },
    endpoints: [
      {
        domain: DEMO_DOMAIN,
        certificate: { request: { type: 'DV' } },
        ingress: [{ type: 'SLB', instance: DEMO_INSTANCE }],
        addresses: emulator.edges(DEMO_INSTANCE).map(({ ip, port }) => `${ip}:${port}`),
      },
    ],
    trust: { roots: ['emulator-root.pem'], 'private-networks': true },
    deadlines: { call: '10s', status: '30s', propagation: '30s', connection: '5s' },
  };
  const heading = '# For the emulated Alibaba Cloud on this machine; nothing here reaches a real one.\n';
  await writeFile(configFile, heading + stringify(config));
  const { id, secret, securityToken } = emulator.accessKey;
  return {
    configFile,
    environment: {
      ALIBABA_CLOUD_ACCESS_KEY_ID: id,
      ALIBABA_CLOUD_ACCESS_KEY_SECRET: secret,
      ...(securityToken ? { ALIBABA_CLOUD_SECURITY_TOKEN: securityToken } : {}),
    },
  };
}
