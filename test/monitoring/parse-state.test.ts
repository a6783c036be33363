import { describe, expect, it } from 'vitest';
import { emptyState } from '../../src/monitoring/monitor-state.ts';
import { parseState, serialiseState } from '../../src/monitoring/parse-state.ts';

const text = serialiseState(emptyState());

describe('parseState', () => {
  it('reads what was kept, byte for byte', () => {
    const parsed = parseState(text);
    expect(parsed).toEqual({ kind: 'state', state: emptyState(), migratedFrom: null });
    expect(parsed.kind === 'state' && serialiseState(parsed.state)).toBe(text);
  });

  it('leaves a newer one alone, whatever else is in it', () => {
    expect(parseState('{"version": 2, "else": 1}')).toEqual({ kind: 'newer', version: 2 });
  });

  it.each([
    ['nothing', ''],
    ['cut off', text.slice(0, -5)],
    ['a merge conflict', `<<<<<<< HEAD\n${text}`],
    ['no version', '{}'],
    ['a version that is none', '{"version": "1"}'],
    ['no object', 'null'],
    ['another shape', '{"version": 1, "incidents": {}}'],
    ['a part missing', JSON.stringify({ ...emptyState(), outbox: undefined })],
  ])('calls %s corrupted', (_, broken) => {
    const parsed = parseState(broken);
    expect(parsed.kind).toBe('corrupted');
    expect(parsed.kind === 'corrupted' && parsed.reason).not.toMatch(/\n|^$/);
  });
});
