import { readFile } from 'node:fs/promises';
import type { Bundle } from '../certificates/bundle.ts';
import type { Certificate } from '../certificates/certificate.ts';
import { parseBundle } from '../certificates/pem.ts';
import { parsePrivateKey } from '../certificates/keys/parse-private-key.ts';
import { keyMatches, type PrivateKey } from '../certificates/keys/private-key.ts';
import type { CertificateSource, Config, EndpointConfig, KeySource } from '../config/config.ts';
import { type AppError, AppErrors } from '../errors/app-error.ts';
import { appError } from '../errors/catalogue.ts';
import { toAppErrors } from '../errors/render.ts';
import { Secret } from '../errors/secret.ts';

type BundleSource = Extract<CertificateSource, { kind: 'bundle' }>;
type Environment = Readonly<Record<string, string | undefined>>;

/** A bundle file and its key as read; nothing of it is judged yet. */
export interface Material {
  /** Path of the bundle file. */
  readonly file: string;
  /** The certificate the key belongs to; the file's first one when it belongs to none. */
  readonly leaf: Certificate;
  /** Every certificate of the file. */
  readonly certificates: Bundle;
  readonly key: PrivateKey;
}

/**
 * The bundle and key of every endpoint that has them. Keys are read, and thereby masked, before anything else.
 *
 * @throws AppErrors with every problem of every endpoint at once
 */
export async function loadMaterials(
  config: Config,
  environment: Environment,
): Promise<ReadonlyMap<EndpointConfig, Material>> {
  const problems: AppError[] = [];
  const collect = (error: unknown) => void problems.push(...toAppErrors(error));
  const keys = new Map<EndpointConfig, PrivateKey>();
  for (const endpoint of config.endpoints) {
    const { certificate } = endpoint;
    if (certificate.kind !== 'bundle') continue;
    await loadKey(certificate.key, endpoint, environment).then((key) => keys.set(endpoint, key), collect);
  }
  const materials = new Map<EndpointConfig, Material>();
  for (const endpoint of config.endpoints) {
    const { certificate } = endpoint;
    if (certificate.kind !== 'bundle') continue;
    const certificates = await loadCertificates(certificate, endpoint).catch(collect);
    const key = keys.get(endpoint);
    if (certificates && key) materials.set(endpoint, describe(certificate.bundle, certificates, key));
  }
  if (problems.length > 0) throw new AppErrors(problems);
  return materials;
}

function describe(file: string, certificates: Bundle, key: PrivateKey): Material {
  const leaf = certificates.find((certificate) => keyMatches(certificate, key)) ?? certificates[0];
  return { file, leaf, certificates, key };
}

async function loadKey(
  source: KeySource,
  { locations }: EndpointConfig,
  environment: Environment,
): Promise<PrivateKey> {
  if ('env' in source) {
    const value = environment[source.env];
    if (!value?.trim()) {
      throw appError('KEY_VARIABLE_MISSING', { name: source.env }, { location: locations.certificate });
    }
    // A variable is no file that could be marked; the line that names it is.
    return parsePrivateKey(new Secret(value), `variable ${source.env}`, locations.certificate);
  }
  return parsePrivateKey(new Secret(await readText(source.file, locations.certificate)), source.file);
}

async function loadCertificates({ bundle }: BundleSource, { locations }: EndpointConfig): Promise<Bundle> {
  return parseBundle(await readText(bundle, locations.certificate), bundle);
}

async function readText(file: string, location: EndpointConfig['locations']['certificate']): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw appError(
      'FILE_UNREADABLE',
      { file, reason: (cause as NodeJS.ErrnoException).code ?? 'error' },
      { location, cause },
    );
  }
}
