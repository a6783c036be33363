import { readFile } from 'node:fs/promises';
import { readMaterial } from '../../certificates/material/read-material.ts';
import type { Material } from '../../certificates/material/material.ts';
import { CLIENT_NAMES, type Config } from '../../config/config.ts';
import { loadConfig } from '../../config/load-config.ts';
import { checkBundle } from '../../endpoints/check-bundle.ts';
import { type CheckTerms, createCheckMeans } from '../../endpoints/create-check-means.ts';
import type { ProbedEndpoint } from '../../endpoints/observation.ts';
import { appError } from '../../errors/catalogue.ts';
import type { CheckedEndpoint } from '../../reports/check/check-report.ts';
import { toCheckedFiles } from '../../reports/check/to-check-report.ts';
import { callFor } from './call.ts';
import { type CheckOptions, type FileOptions, parseCheckOptions } from './options.ts';
import { type CheckOutput, jsonOutput, pemOutput, textOutput } from './output.ts';
import { checkEndpoints } from './sweep.ts';
import { keyOf, parseHost, readTargets } from './targets.ts';
import type { ExitCode } from '../exit-code.ts';
import type { Terminal } from '../terminal.ts';
import { readConfiguredTrust, readTrustAnchors } from '../trust-anchors.ts';
import { trustFacts } from '../trust-facts.ts';

const DEFAULT_TIMEOUT_MS = 10_000;

/** What is checked: `count` results come. */
interface Work {
  readonly terms: CheckTerms;
  readonly endpoints: readonly ProbedEndpoint[];
  readonly files: FileOptions | undefined;
}

/** `airec-https check`: what every address serves, or a file holds, who accepts it, and what mends it. */
export async function run(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const startedAt = new Date();
  const options = parseCheckOptions(argv, startedAt);
  const work = await prepare(options);
  const { files, endpoints, terms } = work;
  // Before anything is printed: what cannot be read ends the run.
  const material = files && (await readFiles(files));
  const output = createOutput(options, work, { startedAt, terminal });
  const verdicts = new Set<CheckedEndpoint['verdict']>();
  const deliver = (endpoint: CheckedEndpoint): void => {
    verdicts.add(endpoint.verdict);
    output.take(endpoint);
  };
  if (material) {
    const clients = options.clients ?? CLIENT_NAMES;
    deliver(toCheckedFiles(await checkBundle({ ...material, clients }, createCheckMeans(terms))));
  } else {
    const count = endpoints.length;
    const onProgress =
      count > 1 ? (done: number) => terminal.progress(`${done} of ${count} checked`) : undefined;
    await checkEndpoints(endpoints, terms, { deliver, onProgress });
  }
  terminal.progress(undefined);
  output.end();
  return exitCodeOf(verdicts);
}

async function prepare(options: CheckOptions): Promise<Work> {
  const { files, at, concurrency } = options;
  const config = options.config === undefined ? undefined : await loadConfig(options.config);
  const endpoints = files ? [] : readTargets(options, config);
  const given = await readTrustAnchors(options.anchors);
  const configured = config && (await readConfiguredTrust(config));
  const terms: CheckTerms = {
    own: [...given, ...(configured?.own ?? [])],
    ...(configured ? { byClient: configured.byClient } : {}),
    privateNetworks: options.allowPrivate || config?.trust.privateNetworks === true,
    timeoutMs: options.timeoutMs ?? config?.deadlines.connectionMs ?? DEFAULT_TIMEOUT_MS,
    at,
    bundleFiles: config ? bundleFilesOf(config) : new Map(),
    concurrency,
  };
  return { terms, endpoints, files };
}

function bundleFilesOf({ endpoints }: Config): ReadonlyMap<string, string> {
  return new Map(
    endpoints.flatMap((endpoint) => {
      const { certificate } = endpoint;
      return certificate.kind === 'bundle' ? [[keyOf(endpoint), certificate.bundle] as const] : [];
    }),
  );
}

async function readFiles({ bundle, key, host }: FileOptions): Promise<{
  bundle: Material;
  keyFile: Material | undefined;
  domain: string | undefined;
}> {
  const domain = host === undefined ? undefined : parseHost(host).domain;
  return {
    bundle: await readOne(bundle),
    keyFile: key === undefined ? undefined : await readOne(key),
    domain,
  };
}

/** @throws FILE_UNREADABLE */
async function readOne(file: string): Promise<Material> {
  try {
    return readMaterial(await readFile(file), file);
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? 'error';
    throw appError('FILE_UNREADABLE', { file, reason }, { cause });
  }
}

function createOutput(
  { output, at, noColour, config }: CheckOptions,
  { terms, endpoints, files }: Work,
  { startedAt, terminal }: { readonly startedAt: Date; readonly terminal: Terminal },
): CheckOutput {
  const count = files ? 1 : endpoints.length;
  const anchors = terms.own.map(({ source }) => source);
  if (output === 'pem') return pemOutput(count, terminal);
  if (output === 'json') {
    const head = {
      version: 1 as const,
      checkedAt: startedAt.toISOString(),
      ...(at ? { at: at.toISOString() } : {}),
      trust: trustFacts(terms),
    };
    return jsonOutput(head, terminal);
  }
  const pins = new Map(endpoints.map((endpoint) => [keyOf(endpoint), endpoint.addresses]));
  return textOutput({ count, at, noColour, callFor: callFor({ anchors, config, terms, pins }) }, terminal);
}

/** A client that is refused says more than what could not be determined. */
function exitCodeOf(verdicts: ReadonlySet<CheckedEndpoint['verdict']>): ExitCode {
  const failed = ['repairable', 'broken', 'unreachable'] as const;
  if (failed.some((verdict) => verdicts.has(verdict))) return 1;
  return verdicts.has('unknown') ? 3 : 0;
}
