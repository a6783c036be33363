import { describe, expect, it } from 'vitest';
import { describeAddress, isWorse } from '../../src/deployment/look.ts';
import type { AddressVerdict, EndpointVerdict } from '../../src/endpoints/judge.ts';
import { addressVerdict, endpointVerdict, failed, handshake, issueFull } from '../support/deployment.ts';

const yes = {};
const no = { accepted: false };
const unknown = { accepted: undefined };
const { leaf, intermediate } = issueFull();
const id = leaf.fingerprint.slice(0, 12);

describe('a change', () => {
  it.each<[string, readonly [before: EndpointVerdict, after: EndpointVerdict], boolean]>([
    ['that leaves it so', [endpointVerdict(yes, yes), endpointVerdict(yes, yes)], false],
    ['that breaks one address', [endpointVerdict(yes, yes), endpointVerdict(yes, no)], true],
    ['that breaks the only one', [endpointVerdict(yes), endpointVerdict(no)], true],
    ['that mends one', [endpointVerdict(no, yes), endpointVerdict(yes, yes)], false],
    ['that mends nothing', [endpointVerdict(no), endpointVerdict(no)], false],
    [
      'after which one could not be looked at',
      [endpointVerdict(yes, yes), endpointVerdict(yes, unknown)],
      false,
    ],
    [
      'after which one can be looked at, and is refused',
      [endpointVerdict(unknown), endpointVerdict(no)],
      false,
    ],
    ['after which the name has no address', [endpointVerdict(yes), endpointVerdict()], false],
  ])('%s', (_name, [before, after], harm) => {
    expect(isWorse(before, after)).toBe(harm);
  });
});

describe('the line of an address', () => {
  it.each<[string, Partial<AddressVerdict>, string]>([
    [
      'well',
      { tls: handshake([leaf, intermediate]) },
      `leaf ${id} · 2 certificates · TLSv1.3 · accepted · HTTP 200`,
    ],
    [
      'with its leaf alone',
      { tls: handshake([leaf]), accepted: false },
      `leaf ${id} · 1 certificate · TLSv1.3 · not accepted · HTTP 200`,
    ],
    [
      'without an HTTP answer',
      { tls: handshake([leaf]), http: failed('http', 'reset') },
      `leaf ${id} · 1 certificate · TLSv1.3 · accepted · HTTP reset`,
    ],
    [
      'not asked by HTTP',
      { tls: handshake([leaf]), http: undefined },
      `leaf ${id} · 1 certificate · TLSv1.3 · accepted`,
    ],
    ['closed', { tls: failed('connect', 'refused') }, 'refused'],
  ])('%s', (_name, changes, line) => {
    expect(describeAddress(addressVerdict(changes))).toBe(`203.0.113.7:443  ${line}`);
  });
});
