import type { AppError } from '../errors/app-error.ts';
import { appError } from '../errors/catalogue.ts';
import { printable } from '../errors/printable.ts';
import type { ConfigDocument } from './config-document.ts';
import { GUIDE_INGRESS_TYPES } from './config.ts';
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

/** The products that the guide's DeployCertificate names, and what it says of them. */
const GUIDE_KEYS = ['type', 'instance'];

/** What `cas.api` has no call for. */
export function findForeignIngress(file: ConfigFile, document: ConfigDocument): readonly AppError[] {
  const guideTypes: readonly string[] = GUIDE_INGRESS_TYPES;
  return file.endpoints.flatMap(({ ingress, certificate }, index) =>
    ingress.flatMap((target, position) => {
      const place = ['endpoints', index, 'ingress', position] as const;
      const refuse = (key: string, problem: string, help: string) =>
        appError(
          'CONFIG_INVALID_VALUE',
          { problem, help },
          { location: document.locateKey([...place, key]) },
        );
      if (file.cas.api === 'guide') {
        const extra = Object.keys(target).find((key) => !GUIDE_KEYS.includes(key));
        const help = 'Use cas.api: "2020-04-07", the published API, for it.';
        if (!guideTypes.includes(target.type)) {
          return [refuse('type', `ingress.type ${target.type} is none that the guide knows`, help)];
        }
        return extra === undefined
          ? []
          : [refuse(extra, `ingress.${extra} is nothing that the guide knows`, help)];
      }
      if (target.type !== 'API_GATEWAY' || certificate.bundle !== undefined) return [];
      const help =
        'API_GATEWAY takes the certificate with its key: write certificate.bundle and certificate.key.';
      return [refuse('type', 'ingress.type API_GATEWAY needs a bundle', help)];
    }),
  );
}

/**
 * Targets that take one certificate alone and are to have two: each deployment would replace what the one before it bound.
 * The guide has no word for where on a target a certificate is bound.
 */
export function findContestedTargets(file: ConfigFile, document: ConfigDocument): readonly AppError[] {
  if (file.cas.api === 'guide') return [];
  const first = new Map<string, { readonly certificate: string; readonly line: number | undefined }>();
  return file.endpoints.flatMap(({ ingress, certificate, port, domain: name }, index) =>
    ingress.flatMap((target, position) => {
      if (target.sni === true || target.type === 'API_GATEWAY' || target.type === 'APIG') return [];
      const type = target.type === 'SLB' ? 'CLB' : target.type;
      const place = [type, target.region ?? file.region, target.instance, target.port ?? port].join(' ');
      const location = document.locateKey(['endpoints', index, 'ingress', position, 'instance']);
      const earlier = first.get(place);
      const wanted = JSON.stringify(certificate.request ? [name, certificate] : certificate);
      if (!earlier) first.set(place, { certificate: wanted, line: location.line });
      if (!earlier || earlier.certificate === wanted) return [];
      const instance = printable(target.instance);
      return [appError('CONFIG_CONTESTED_TARGET', { type, instance, firstLine: earlier.line }, { location })];
    }),
  );
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
