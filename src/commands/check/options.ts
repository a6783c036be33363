import { CLIENT_NAMES, type ClientName } from '../../config/config.ts';
import { parseDuration } from '../../config/duration.ts';
import { appError } from '../../errors/catalogue.ts';
import { parseChoice, parseWords } from '../arguments.ts';
import { parseTime } from '../parse-time.ts';

const MOST_CONCURRENT = 1000;

const OPTIONS = {
  config: { type: 'string' },
  resolve: { type: 'string', multiple: true },
  ca: { type: 'string', multiple: true },
  client: { type: 'string', multiple: true },
  'allow-private': { type: 'boolean', default: false },
  bundle: { type: 'string' },
  key: { type: 'string' },
  host: { type: 'string' },
  at: { type: 'string' },
  concurrency: { type: 'string' },
  timeout: { type: 'string' },
  json: { type: 'boolean', default: false },
  pem: { type: 'boolean', default: false },
  'no-color': { type: 'boolean', default: false },
} as const;

/** What `check` is asked for, each word read. Files are named, not read. */
export interface CheckOptions {
  /** `HOST[:PORT]`, as written. */
  readonly hosts: readonly string[];
  readonly config: string | undefined;
  /** `HOST:PORT:ADDRESS[,ADDRESS]…`, as written. */
  readonly resolve: readonly string[];
  readonly anchors: readonly string[];
  /** Undefined: those of the configuration, else all. */
  readonly clients: readonly ClientName[] | undefined;
  readonly allowPrivate: boolean;
  /** Undefined: endpoints are checked, no files. */
  readonly files: FileOptions | undefined;
  /** Undefined: as it is looked at. */
  readonly at: Date | undefined;
  readonly concurrency: number | undefined;
  readonly timeoutMs: number | undefined;
  readonly output: 'text' | 'json' | 'pem';
  readonly noColour: boolean;
}

export interface FileOptions {
  readonly bundle: string;
  readonly key: string | undefined;
  readonly host: string | undefined;
}

/** @throws USAGE */
export function parseCheckOptions(argv: readonly string[], now: Date): CheckOptions {
  const { values, positionals } = parseWords('check', argv, OPTIONS);
  const { bundle, key, host } = values;
  if (values.json && values.pem)
    refuse('--json and --pem are given', 'Choose one: the JSON has the PEM in it.');
  if (bundle === undefined && (key !== undefined || host !== undefined)) {
    refuse(
      `${key === undefined ? '--host' : '--key'} is given without --bundle`,
      'Name the certificates with --bundle.',
    );
  }
  if (bundle !== undefined && (positionals.length > 0 || values.config !== undefined || values.resolve)) {
    refuse(
      '--bundle checks files, and an endpoint is named too',
      'Check them one after the other; --host names the domain for files.',
    );
  }
  return {
    hosts: positionals,
    config: values.config,
    resolve: values.resolve ?? [],
    anchors: values.ca ?? [],
    clients: values.client?.map((name) => parseChoice('--client', name, CLIENT_NAMES)),
    allowPrivate: values['allow-private'],
    files: bundle === undefined ? undefined : { bundle, key, host },
    at: values.at === undefined ? undefined : parseTime(values.at, now),
    concurrency: values.concurrency === undefined ? undefined : parseConcurrency(values.concurrency),
    timeoutMs: values.timeout === undefined ? undefined : parseTimeout(values.timeout),
    output: values.json ? 'json' : values.pem ? 'pem' : 'text',
    noColour: values['no-color'],
  };
}

function parseConcurrency(text: string): number {
  const count = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (count < 1 || count > MOST_CONCURRENT) {
    refuse(`--concurrency is "${text}"`, `Use a number from 1 to ${MOST_CONCURRENT}.`);
  }
  return count;
}

/** Milliseconds of `10` (seconds) or of a duration. */
function parseTimeout(text: string): number {
  const milliseconds = parseDuration(/^\d+$/.test(text) ? `${text}s` : text);
  return (
    milliseconds ?? refuse(`--timeout is "${text}"`, 'Use seconds such as 10, or a duration such as 500ms.')
  );
}

function refuse(problem: string, help: string): never {
  throw appError('USAGE', { problem, help });
}
