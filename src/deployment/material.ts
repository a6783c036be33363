import { readFile } from 'node:fs/promises';
import type { Bundle } from '../certificates/bundle.ts';
import type { Certificate } from '../certificates/certificate.ts';
import { findLeaf } from '../certificates/find-leaf.ts';
import { parseBundle } from '../certificates/pem.ts';
import { parsePrivateKey } from '../certificates/keys/parse-private-key.ts';
import { keyMatches, type PrivateKey } from '../certificates/keys/private-key.ts';
import type { CertificateSource, Config, EndpointConfig, KeySource } from '../config/config.ts';
import { AppError, AppErrors } from '../errors/app-error.ts';
import { appError, hasCode } from '../errors/catalogue.ts';
import { toAppErrors } from '../errors/render.ts';
import { Secret } from '../errors/secret.ts';

type BundleSource = Extract<CertificateSource, { kind: 'bundle' }>;
type Environment = Readonly<Record<string, string | undefined>>;

/** A bundle file as read, with its key where it is at hand; nothing of it is judged yet. */
export interface BundleMaterial {
  /** Path of the bundle file. */
  readonly file: string;
  /** The certificate the key belongs to; the file's first one when it belongs to none, or there is no key. */
  readonly leaf: Certificate;
  /** Every certificate of the file. */
  readonly certificates: Bundle;
  readonly key: PrivateKey | undefined;
}

/** The same with its key. */
export interface Material extends BundleMaterial {
  readonly key: PrivateKey;
}

/** What there is of an endpoint's material where nothing has to be there. */
export interface MaterialAtHand {
  /** Undefined: CAS holds it, or the file cannot be read. */
  readonly material: BundleMaterial | undefined;
  /** What is there and cannot be used. */
  readonly errors: readonly AppError[];
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

/** The bundle of one endpoint, and its key unless nobody supplied it. */
export async function loadMaterialAtHand(
  endpoint: EndpointConfig,
  environment: Environment,
): Promise<MaterialAtHand> {
  const { certificate } = endpoint;
  if (certificate.kind !== 'bundle') return { material: undefined, errors: [] };
  const errors: AppError[] = [];
  const collect = (error: unknown) => void errors.push(...toAppErrors(error));
  const key = await loadKey(certificate.key, endpoint, environment).catch((error: unknown) => {
    if (!isNotAtHand(error)) collect(error);
  });
  const certificates = await loadCertificates(certificate, endpoint).catch(collect);
  if (!certificates) return { material: undefined, errors };
  const { bundle: file } = certificate;
  const material = key ? describe(file, certificates, key) : withoutKey(file, certificates);
  return { material, errors };
}

/** A key that is supplied to the deployment alone is no mistake. */
function isNotAtHand(error: unknown): boolean {
  if (hasCode(error, 'KEY_VARIABLE_MISSING')) return true;
  return error instanceof AppError && (error.cause as NodeJS.ErrnoException | undefined)?.code === 'ENOENT';
}

function describe(file: string, certificates: Bundle, key: PrivateKey): Material {
  const leaf = certificates.find((certificate) => keyMatches(certificate, key)) ?? certificates[0];
  return { file, leaf, certificates, key };
}

function withoutKey(file: string, certificates: Bundle): BundleMaterial {
  const leaf = certificates[findLeaf(certificates, []) ?? 0] ?? certificates[0];
  return { file, leaf, certificates, key: undefined };
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
