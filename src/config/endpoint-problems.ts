import type { AppError } from '../errors/app-error.ts';
import { appError } from '../errors/catalogue.ts';
import { printable } from '../errors/printable.ts';
import type { ConfigDocument } from './config-document.ts';
import type { ConfigFile } from './schema.ts';

const DEFAULT_PORT = 443;

/**
 * Endpoints whose domain and port an earlier one has. It looks at the document, not at what the schema made
 * of it, so that it has its say beside any other problem.
 */
export function findDuplicateEndpoints(document: ConfigDocument): readonly AppError[] {
  const { endpoints } = document.value;
  if (!Array.isArray(endpoints)) return [];
  const first = new Map<string, number | undefined>();
  return endpoints.flatMap((endpoint: unknown, index) => {
    const name = nameOf(endpoint);
    if (name === undefined) return [];
    const location = document.locateKey(['endpoints', index, 'domain']);
    if (!first.has(name)) {
      first.set(name, location.line);
      return [];
    }
    const details = { endpoint: printable(name), firstLine: first.get(name) };
    return [appError('CONFIG_DUPLICATE_ENDPOINT', details, { location })];
  });
}

function nameOf(endpoint: unknown): string | undefined {
  if (typeof endpoint !== 'object' || endpoint === null || !('domain' in endpoint)) return undefined;
  const { domain } = endpoint;
  if (typeof domain !== 'string') return undefined;
  const port = 'port' in endpoint && typeof endpoint.port === 'number' ? endpoint.port : DEFAULT_PORT;
  return `${domain}:${String(port)}`;
}

/** Variables of private keys that the bind command would be shown. */
export function findExposedKeys(file: ConfigFile, document: ConfigDocument): readonly AppError[] {
  const keys = new Set(
    file.endpoints.flatMap(({ certificate: { key } }) =>
      key !== undefined && 'env' in key ? [key.env] : [],
    ),
  );
  return file.airec.environment.flatMap((name, index) => {
    if (!keys.has(name)) return [];
    const location = document.locateValue(['airec', 'environment', index]);
    return [appError('CONFIG_KEY_EXPOSED', { name }, { location })];
  });
}
