import { readFile, rename, writeFile } from 'node:fs/promises';
import { appError } from '../../errors/catalogue.ts';
import type { GitHub } from '../../github/github.ts';
import { readState, type StateFile, updateState, writeState } from '../../github/state-branch.ts';
import { emptyState, type MonitorState } from '../../monitoring/monitor-state.ts';
import { type ParsedState, parseState, serialiseState } from '../../monitoring/parse-state.ts';

const STATE_PATH = 'state.json';
const CORRUPTED_PATH = 'state.corrupted.json';

/** Where a monitor keeps what it remembers. */
export interface StateStore {
  /**
   * What is kept now. The next `update` starts from it, so that nothing is read twice.
   *
   * @throws MONITOR_STATE_NEWER
   */
  read(): Promise<MonitorState>;
  /**
   * Keeps what `change` makes of what is there. Where others may write at the same time, it is called again with what
   * they wrote. Returns the state that is kept in the end.
   *
   * @throws MONITOR_STATE_NEWER
   */
  update(change: (state: MonitorState) => MonitorState): Promise<MonitorState>;
}

/** Says what people have to know of the kept state. */
type Say = (line: string) => void;

/**
 * The state branch of a repository. A read and a write are one call each; further writes go on from the last one. A state
 * that cannot be read is kept beside the new one.
 */
export function createBranchStore(github: GitHub, say: Say): StateStore {
  let known: { readonly file: StateFile | undefined; readonly state: MonitorState } | undefined;
  const sayOnce = onceEach(say);
  // A state of many endpoints is not read twice.
  const recall = (text: string | undefined): MonitorState =>
    known && known.file?.text === text ? known.state : toState(read(text), sayOnce);
  return {
    async read() {
      const file = await readState(github, STATE_PATH);
      const parsed = read(file?.text);
      if (file && parsed?.kind === 'corrupted') {
        const before = await readState(github, CORRUPTED_PATH);
        await writeState(github, { path: CORRUPTED_PATH, text: file.text, expected: before?.revision });
      }
      const state = toState(parsed, sayOnce);
      known = { file, state };
      return state;
    },
    async update(change) {
      let state = emptyState();
      const apply = (before: string | undefined): string => {
        state = change(recall(before));
        return serialiseState(state);
      };
      const file = await updateState(github, { path: STATE_PATH, known }, apply);
      known = { file, state };
      return state;
    },
  };
}

/** A file of this machine, replaced as a whole. One that cannot be read is kept beside it. */
export function createFileStore(file: string, say: Say): StateStore {
  return {
    read: async () => toState(read(await readText(file)), say),
    async update(change) {
      const text = await readText(file);
      const before = read(text);
      if (text !== undefined && before?.kind === 'corrupted') await write(`${file}.corrupted`, text);
      const state = change(toState(before, say));
      await write(`${file}.new`, serialiseState(state));
      await rename(`${file}.new`, file);
      return state;
    },
  };
}

/** Nowhere: every run is the first. */
export function createNoStore(): StateStore {
  let state = emptyState();
  return {
    read: () => Promise.resolve(state),
    update(change) {
      state = change(state);
      return Promise.resolve(state);
    },
  };
}

function onceEach(say: Say): Say {
  const said = new Set<string>();
  return (line) => {
    if (!said.has(line)) say(line);
    said.add(line);
  };
}

function read(text: string | undefined): ParsedState | undefined {
  return text === undefined ? undefined : parseState(text);
}

function toState(parsed: ParsedState | undefined, say: Say): MonitorState {
  if (!parsed) return emptyState();
  if (parsed.kind === 'newer') throw appError('MONITOR_STATE_NEWER', { version: parsed.version });
  if (parsed.kind === 'state') return parsed.state;
  say(
    `The kept state cannot be read (${parsed.reason}) and is begun anew: what is open may be told once more.`,
  );
  return emptyState();
}

async function readText(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? 'error';
    if (reason === 'ENOENT') return undefined;
    throw appError('FILE_UNREADABLE', { file, reason }, { cause });
  }
}

async function write(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text, { mode: 0o600 });
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? 'error';
    throw appError('MONITOR_STATE_NOT_WRITABLE', { file, reason }, { cause });
  }
}
