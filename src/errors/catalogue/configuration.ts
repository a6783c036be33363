import type { ErrorEntry } from '../app-error.ts';

interface Refusal {
  readonly problem: string;
  readonly help: string;
}

export const configurationErrors = {
  CONFIG_NOT_FOUND: ({ path }: { path: string }) => ({
    category: 'configuration',
    problem: `There is no configuration file at ${path}`,
    help: 'Create airec-https.yml as the README shows, or name another file with config (Action) or --config (terminal).',
  }),
  CONFIG_UNREADABLE: ({ reason }: { reason: string }) => ({
    category: 'configuration',
    problem: `The configuration file cannot be read: ${reason}`,
    help: 'Name a regular file of UTF-8 text that this user may read.',
  }),
  CONFIG_TOO_LARGE: ({ bytes, limit }: { bytes: number; limit: number }) => ({
    category: 'configuration',
    problem: `The configuration file has ${String(bytes)} bytes, at most ${String(limit)} are read`,
    help: 'Check that this is the right file; a configuration has a few lines for each endpoint.',
  }),
  CONFIG_SYNTAX: ({ problem, help }: Refusal) => ({ category: 'configuration', problem, help }),
  CONFIG_EMPTY: ({ file }: { file: string }) => ({
    category: 'configuration',
    problem: `The configuration file ${file} is empty`,
    help: 'Write at least region, airec and endpoints, as the README shows.',
  }),
  CONFIG_UNKNOWN_KEY: ({
    key,
    parent,
    nearest,
  }: {
    key: string;
    parent: string;
    nearest: string | undefined;
  }) => ({
    category: 'configuration',
    problem: `${parent} has the unknown key ${key}`,
    help: nearest === undefined ? `Remove ${key}.` : `Did you mean ${nearest}?`,
  }),
  CONFIG_MISSING_KEY: ({ key, expected }: { key: string; expected: string }) => ({
    category: 'configuration',
    problem: `${key} is missing, expected ${expected}`,
    help: `Add ${key}.`,
  }),
  CONFIG_WRONG_TYPE: ({
    key,
    actual,
    expected,
    help,
  }: {
    key: string;
    actual: string;
    expected: string;
    help: string;
  }) => ({
    category: 'configuration',
    problem: `${key} is ${actual}, expected ${expected}`,
    help,
  }),
  CONFIG_INVALID_VALUE: ({ problem, help }: Refusal) => ({ category: 'configuration', problem, help }),
  CONFIG_DUPLICATE_ENDPOINT: ({
    endpoint,
    firstLine,
  }: {
    endpoint: string;
    firstLine: number | undefined;
  }) => ({
    category: 'configuration',
    problem: `The endpoint ${endpoint} is listed twice${firstLine === undefined ? '' : `, first in line ${String(firstLine)}`}`,
    help: 'Keep one entry for each domain and port; an entry may have several ingress targets.',
  }),
  CONFIG_CONTESTED_TARGET: ({
    type,
    instance,
    firstLine,
  }: {
    type: string;
    instance: string;
    firstLine: number | undefined;
  }) => ({
    category: 'configuration',
    problem: `${type} ${instance} is to have another certificate already${firstLine === undefined ? '' : `, in line ${String(firstLine)}`}, and it has one by default`,
    help: 'Write `sni: true` for all endpoints but one, so that each name gets its own; or give them one certificate with all names.',
  }),
  CONFIG_KEY_EXPOSED: ({ name }: { name: string }) => ({
    category: 'configuration',
    problem: `airec.environment hands ${name}, which holds a private key, to the bind command`,
    help: `Remove ${name} from airec.environment; binding needs no private key.`,
  }),
} satisfies Record<string, (details: never) => ErrorEntry>;
