import { z } from 'zod';
import { printable } from '../errors/printable.ts';
import { type MonitorState, STATE_VERSION } from './monitor-state.ts';
import { monitorStateSchema } from './state-schema.ts';

/** What a kept text turned out to be. */
export type ParsedState =
  /** `migratedFrom`: the version it was kept in, when that is an older one. */
  | { readonly kind: 'state'; readonly state: MonitorState; readonly migratedFrom: number | null }
  /** A newer program wrote it: it is neither read nor written over. */
  | { readonly kind: 'newer'; readonly version: number }
  /** To be said loudly, with the text kept beside the new state. `reason`: one printable line. */
  | { readonly kind: 'corrupted'; readonly reason: string };

type Migration = (state: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;

/** How a state of each older version becomes one of the next: `MIGRATIONS.get(1)` makes version 2 of version 1. */
const MIGRATIONS: ReadonlyMap<number, Migration> = new Map();

const header = z.looseObject({ version: z.int().positive() });

/** Reads a kept state. Never throws: a state that cannot be read is not allowed to stop the monitor. */
export function parseState(text: string, migrations = MIGRATIONS): ParsedState {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return corrupted(error instanceof Error ? error.message : 'no JSON');
  }
  const head = header.safeParse(value);
  if (!head.success) return corrupted('it has no version');
  const { version } = head.data;
  if (version > STATE_VERSION) return { kind: 'newer', version };
  let data: Readonly<Record<string, unknown>> = head.data;
  for (let from = version; from < STATE_VERSION; from += 1) {
    const migrate = migrations.get(from);
    if (!migrate) return corrupted(`version ${from} is no longer read`);
    data = migrate(data);
  }
  const state = monitorStateSchema.safeParse(data);
  if (!state.success) return corrupted(describe(state.error));
  return { kind: 'state', state: state.data, migratedFrom: version === STATE_VERSION ? null : version };
}

/** The text to keep: the same state always gives the same bytes, an item of a list a line so that differences can be read. */
export function serialiseState(state: MonitorState): string {
  const members = Object.entries(state).map(([name, value]) => `${JSON.stringify(name)}: ${toLines(value)}`);
  return `{\n${members.join(',\n')}\n}\n`;
}

function toLines(value: unknown): string {
  if (!Array.isArray(value) || value.length === 0) return JSON.stringify(value);
  return `[\n${value.map((item) => JSON.stringify(item)).join(',\n')}\n]`;
}

function corrupted(reason: string): ParsedState {
  return { kind: 'corrupted', reason: printable(reason) };
}

function describe({ issues: [first] }: z.ZodError): string {
  return first ? `${first.path.join('.')}: ${first.message}` : 'it has another shape';
}
