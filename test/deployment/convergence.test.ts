import { describe, expect, it } from 'vitest';
import { describeWaiting, type Goal, isSettled } from '../../src/deployment/convergence.ts';
import type { AddressVerdict } from '../../src/endpoints/judge.ts';
import { addressVerdict, endpointVerdict, failed } from '../support/deployment.ts';

const there = addressVerdict({ accepted: true, servesIntended: true });
const old = addressVerdict({ address: '203.0.113.8:443', accepted: true, servesIntended: false });
const bare = addressVerdict({ accepted: false, servesIntended: true });
const noRoute = addressVerdict({
  address: '[2001:db8::1]:443',
  tls: failed('connect', 'unreachable'),
  accepted: undefined,
  servesIntended: undefined,
});
const silent = addressVerdict({
  tls: failed('connect', 'timeout'),
  accepted: undefined,
  servesIntended: undefined,
});
const unbound = addressVerdict({
  accepted: true,
  servesIntended: true,
  findings: [{ id: 'http-failure', severity: 'error', problem: 'HEAD / answers 421', help: 'bind' }],
});

interface Row {
  readonly of: string;
  readonly addresses: readonly AddressVerdict[];
  readonly goal: Goal;
  readonly looks: number;
  readonly expected: boolean;
}

describe('waiting', () => {
  it.each<Row>([
    { of: 'one look, when it is enough', addresses: [old], goal: 'nothing', looks: 1, expected: true },
    { of: 'every address with the leaf', addresses: [there, there], goal: 'leaf', looks: 1, expected: true },
    { of: 'one that serves another', addresses: [there, old], goal: 'leaf', looks: 9, expected: false },
    { of: 'one that is silent', addresses: [there, silent], goal: 'leaf', looks: 9, expected: false },
    { of: 'no address', addresses: [], goal: 'leaf', looks: 9, expected: false },
    { of: 'the leaf alone everywhere', addresses: [bare, bare], goal: 'leaf', looks: 1, expected: true },
    { of: 'chains that disagree', addresses: [there, bare], goal: 'leaf', looks: 9, expected: false },
    { of: 'the leaf alone after a repair', addresses: [bare], goal: 'chain', looks: 9, expected: false },
    { of: 'the chain after a repair', addresses: [there], goal: 'chain', looks: 1, expected: true },
    { of: 'no route, at first', addresses: [there, noRoute], goal: 'leaf', looks: 2, expected: false },
    { of: 'no route, still', addresses: [there, noRoute], goal: 'leaf', looks: 3, expected: true },
    { of: 'no route to any', addresses: [noRoute], goal: 'leaf', looks: 3, expected: true },
    { of: 'no route, and another leaf', addresses: [old, noRoute], goal: 'leaf', looks: 9, expected: false },
    { of: 'HTTP that is not bound yet', addresses: [unbound], goal: 'leaf', looks: 5, expected: false },
    { of: 'HTTP that stays unbound', addresses: [unbound], goal: 'leaf', looks: 6, expected: true },
  ])('for $of ($goal, look $looks): settled is $expected', ({ addresses, goal, looks, expected }) => {
    expect(isSettled(endpointVerdict(...addresses), goal, looks)).toBe(expected);
  });

  it('names the addresses that are waited for', () => {
    expect(describeWaiting(endpointVerdict(there, old))).toBe(
      '1 of 2 addresses serve the intended leaf; waiting for 203.0.113.8:443',
    );
  });

  it('names nothing when every address serves what was meant', () => {
    expect(describeWaiting(endpointVerdict(there))).toBeUndefined();
  });
});
