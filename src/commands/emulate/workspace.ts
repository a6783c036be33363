import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { stringify } from 'yaml';
import { CLOUD_PRODUCTS } from '../../config/config.ts';
import type { Emulator } from '../../emulator/emulator.ts';
import { writeExecutable } from '../../emulator/executable.ts';

export interface EmulatedWorkspace {
  readonly configFile: string;
  /** Credentials the emulator accepts, as the environment variables a deployment reads. */
  readonly environment: Readonly<Record<string, string>>;
}

export const DEMO_DOMAIN = 'rec.example.com';
export const DEMO_INSTANCE = 'lb-ai-rec-01';

/**
 * Writes what a deployment to `emulator` needs into `directory`: airec-https.yml, the root of the emulated
 * authority, and two executables: airec-cli, and the console with which people break things. `cliEntry` is the absolute path of this program's CLI.
 */
export async function writeWorkspace(
  emulator: Emulator,
  directory: string,
  cliEntry: string,
): Promise<EmulatedWorkspace> {
  await mkdir(directory, { recursive: true });
  const cli = await emulator.writeAirecCli(directory, cliEntry);
  await writeExecutable(directory, cliEntry, { name: 'console', endpoint: emulator.consoleEndpoint });
  await writeFile(path.join(directory, 'emulator-root.pem'), emulator.rootPem);
  const configFile = path.join(directory, 'airec-https.yml');
  const config = {
    region: 'cn-hangzhou',
    ...cloudOf(emulator),
    airec: {
      instance: emulator.airecInstance,
      mapping: 'certificate_info.xlsx',
      bind: `./${path.basename(cli)}`,
    },
    endpoints: [
      {
        domain: DEMO_DOMAIN,
        certificate: await provideCertificate(emulator, directory),
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

/** Where the emulator's APIs are: the certificate service, and in the published dialect every other product. */
function cloudOf({ api, endpoint }: Emulator): object {
  if (api === 'guide') return { cas: { api, endpoint } };
  const products = CLOUD_PRODUCTS.map((product) => [product, endpoint]);
  return { cas: { api, endpoint }, 'cloud-endpoints': Object.fromEntries(products) };
}

/** The guide has CAS issue a certificate. The published API is given one, as a team has it: a bundle with its key. */
async function provideCertificate({ api, authority }: Emulator, directory: string): Promise<object> {
  if (api === 'guide') return { request: { type: 'DV' } };
  const { bundlePem, keyPem } = authority.issue({ names: [DEMO_DOMAIN] });
  const [bundle, file] = [`${DEMO_DOMAIN}.pem`, `${DEMO_DOMAIN}.key`];
  await writeFile(path.join(directory, bundle), bundlePem);
  await writeFile(path.join(directory, file), keyPem, { mode: 0o600 });
  return { bundle, key: { file } };
}
