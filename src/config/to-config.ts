import path from 'node:path';
import { casOrigin, casStoreOf } from './cas-store.ts';
import type { ConfigDocument } from './config-document.ts';
import {
  type AirecConfig,
  CLIENT_NAMES,
  type CertificateSource,
  type ClientName,
  type Config,
  type Deadlines,
  type EndpointConfig,
  type MonitorConfig,
} from './config.ts';
import type { ConfigFile, EndpointFile } from './schema.ts';

/** Where a configuration comes from. */
export interface ConfigSource {
  /** Path as the user gave it; it is shown with every problem. */
  readonly file: string;
  /** Absolute folder that relative paths in the file start from. */
  readonly directory: string;
}

/** What values of the file need beside themselves. */
interface Context extends ConfigSource {
  readonly document: ConfigDocument;
}

/** The configuration with every path absolute, every default in place and durations in milliseconds. */
export function toConfig(file: ConfigFile, context: Context): Config {
  const { region, cas, trust } = file;
  return {
    file: context.file,
    region,
    cas: {
      api: cas.api,
      contacts: cas.contacts,
      retention: cas.retention && { keep: cas.retention.keep, graceDays: cas.retention['grace-days'] },
      endpoint: cas.endpoint ?? casOrigin(casStoreOf(region)),
    },
    cloudEndpoints: file['cloud-endpoints'],
    airec: toAirec(file.airec, context.directory),
    endpoints: file.endpoints.map((endpoint, index) => toEndpoint(endpoint, { ...context, index })),
    trust: {
      roots: resolveAll(trust.roots, context.directory),
      clients: toClientAnchors(trust.clients, context.directory),
      privateNetworks: trust['private-networks'],
    },
    deadlines: toDeadlines(file.deadlines),
    monitor: toMonitor(file.monitor),
    slack: { ...file.slack, mention: file.slack.mention },
  };
}

function resolveAll(files: readonly string[], directory: string): readonly string[] {
  return files.map((file) => path.resolve(directory, file));
}

function toClientAnchors(
  clients: ConfigFile['trust']['clients'],
  directory: string,
): ReadonlyMap<ClientName, readonly string[]> {
  return new Map(
    CLIENT_NAMES.flatMap((client) => {
      const files = clients[client];
      return files ? [[client, resolveAll(files, directory)] as const] : [];
    }),
  );
}

function toAirec(airec: ConfigFile['airec'], directory: string): AirecConfig {
  return {
    instance: airec.instance,
    mapping: path.resolve(directory, airec.mapping),
    bind: toBindCommand(airec.bind, directory),
    environment: airec.environment,
  };
}

function toBindCommand(bind: ConfigFile['airec']['bind'], directory: string): AirecConfig['bind'] {
  if (bind === 'none') return 'none';
  const [command, ...leading] = typeof bind === 'string' ? ([bind] as const) : bind;
  // A bare name is looked up on PATH; only a path has a place of its own.
  const isPath = command.includes('/') || command.includes(path.sep);
  return [isPath ? path.resolve(directory, command) : command, ...leading];
}

function toEndpoint(endpoint: EndpointFile, context: Context & { readonly index: number }): EndpointConfig {
  const place = ['endpoints', context.index] as const;
  return {
    domain: endpoint.domain,
    port: endpoint.port,
    certificate: toCertificate(endpoint.certificate, context.directory),
    ingress: endpoint.ingress.map(({ 'enable-https': enableHttps, ...target }) => ({
      ...target,
      ...(enableHttps === undefined ? {} : { enableHttps }),
    })),
    health: toHealth(endpoint.health),
    clients: endpoint.clients,
    addresses: endpoint.addresses,
    locations: {
      domain: context.document.locateKey([...place, 'domain']),
      certificate: context.document.locateKey([...place, 'certificate']),
    },
  };
}

function toHealth({ method, ...request }: EndpointFile['health']): EndpointConfig['health'] {
  return method === 'NONE' ? undefined : { ...request, method };
}

function toCertificate(certificate: EndpointFile['certificate'], directory: string): CertificateSource {
  const { bundle, key, 'cas-id': casId, request } = certificate;
  if (bundle !== undefined && key !== undefined) {
    const source = 'env' in key ? key : { file: path.resolve(directory, key.file) };
    return { kind: 'bundle', bundle: path.resolve(directory, bundle), key: source };
  }
  return casId === undefined
    ? { kind: 'request', ...(request ?? { type: 'DV' }) }
    : { kind: 'cas-id', casId };
}

function toDeadlines(deadlines: ConfigFile['deadlines']): Deadlines {
  return {
    callMs: deadlines.call,
    statusMs: deadlines.status,
    propagationMs: deadlines.propagation,
    bindMs: deadlines.bind,
    connectionMs: deadlines.connection,
  };
}

function toMonitor(monitor: ConfigFile['monitor']): MonitorConfig {
  return {
    openAfter: monitor['open-after'],
    resolveAfter: monitor['resolve-after'],
    remindDays: monitor['remind-days'],
    group: monitor.group,
    unknownAfter: monitor['unknown-after'],
    historyDays: monitor['history-days'],
    digest: monitor.digest,
    vantage: monitor.vantage,
  };
}
