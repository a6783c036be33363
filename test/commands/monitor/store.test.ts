import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createBranchStore, createFileStore, createNoStore } from '../../../src/commands/monitor/store.ts';
import { readState, updateState } from '../../../src/github/state-branch.ts';
import { emptyState, type MonitorState } from '../../../src/monitoring/monitor-state.ts';
import { closeGitHubs, openAt, scriptGitHub, startGitHub } from '../../support/github.ts';
import { iso, START } from '../../support/monitoring.ts';
import { closeServers } from '../../support/servers.ts';

afterAll(async () => {
  await Promise.all([closeServers(), closeGitHubs()]);
});

const CORRUPTED = '{"version":1,<<<<<<< HEAD';

/** A change that tells how often, and to what, it was applied. */
function ran(id: string): (state: MonitorState) => MonitorState {
  return (state) => ({
    ...state,
    runs: [
      ...state.runs,
      { id, startedAt: iso(START), schedule: null, delayMs: null, swept: 0, bad: 0, unknown: 0 },
    ],
  });
}

function idsOf({ runs }: MonitorState): readonly string[] {
  return runs.map(({ id }) => id);
}

describe('the branch store', () => {
  it('reads once and writes once, and every further write is one call', async () => {
    const behind = await startGitHub();
    await createBranchStore(openAt(behind), () => undefined).update(ran('1'));
    const { apiUrl, log } = await scriptGitHub(() => undefined, behind);
    const store = createBranchStore(openAt(apiUrl), () => undefined);
    expect(idsOf(await store.read())).toEqual(['1']);
    expect(idsOf(await store.update(ran('2')))).toEqual(['1', '2']);
    await store.update(ran('3'));
    expect(log().map((call) => call.split(' ')[0])).toEqual(['GET', 'PUT', 'PUT']);
  });

  it('loses nothing of what others wrote since the read', async () => {
    const apiUrl = await startGitHub();
    const [mine, other] = [1, 2].map(() => createBranchStore(openAt(apiUrl), () => undefined));
    await mine?.read();
    await other?.update(ran('other'));
    expect(idsOf((await mine?.update(ran('mine'))) ?? emptyState())).toEqual(['other', 'mine']);
    await other?.update(ran('again'));
    expect(idsOf((await mine?.read()) ?? emptyState())).toEqual(['other', 'mine', 'again']);
  });

  it('keeps a state that cannot be read beside the new one, and says so once', async () => {
    const github = openAt(await startGitHub());
    await updateState(github, { path: 'state.json' }, () => CORRUPTED);
    const said: string[] = [];
    const store = createBranchStore(github, (line) => said.push(line));
    expect(await store.read()).toEqual(emptyState());
    await store.update(ran('1'));
    expect(said).toEqual([expect.stringContaining('cannot be read')]);
    expect((await readState(github, 'state.corrupted.json'))?.text).toBe(CORRUPTED);
    expect(idsOf(await createBranchStore(github, () => undefined).read())).toEqual(['1']);
  });

  it('does not touch what a newer program wrote', async () => {
    const github = openAt(await startGitHub());
    await updateState(github, { path: 'state.json' }, () => '{"version":99}');
    const store = createBranchStore(github, () => undefined);
    await expect(store.read()).rejects.toMatchObject({ code: 'MONITOR_STATE_NEWER' });
    await expect(store.update(ran('1'))).rejects.toMatchObject({ code: 'MONITOR_STATE_NEWER' });
    expect((await readState(github, 'state.json'))?.text).toBe('{"version":99}');
  });
});

describe('the file store', () => {
  it('remembers, and keeps what cannot be read beside it', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'airec-store-'));
    try {
      const file = path.join(folder, 'state.json');
      const said: string[] = [];
      const store = createFileStore(file, (line) => said.push(line));
      expect(await store.read()).toEqual(emptyState());
      await store.update(ran('1'));
      expect(idsOf(await store.read())).toEqual(['1']);
      await writeFile(file, CORRUPTED);
      expect(idsOf(await store.update(ran('2')))).toEqual(['2']);
      expect(said).toHaveLength(1);
      expect(await readFile(`${file}.corrupted`, 'utf8')).toBe(CORRUPTED);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it('says where it cannot write', async () => {
    const store = createFileStore('/proc/airec-https/state.json', () => undefined);
    await expect(store.update(ran('1'))).rejects.toMatchObject({ code: 'MONITOR_STATE_NOT_WRITABLE' });
  });
});

describe('no store', () => {
  it('remembers for as long as the run lasts', async () => {
    const store = createNoStore();
    await store.update(ran('1'));
    expect(idsOf(await store.read())).toEqual(['1']);
    expect(await createNoStore().read()).toEqual(emptyState());
  });
});
