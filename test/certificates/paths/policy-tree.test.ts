import { describe, expect, it } from 'vitest';
import type { Certificate } from '../../../src/certificates/certificate.ts';
import { OID } from '../../../src/certificates/der/oids.ts';
import { hasAcceptablePolicy, type PolicyInputs } from '../../../src/certificates/paths/policy-tree.ts';
import { implicit, integer, objectIdentifier, sequence } from '../../../src/emulator/der-writer.ts';
import { extension, mint, name, newKeys } from '../../support/minter.ts';

/** What one certificate says, the first below the anchor first. */
interface Said {
  readonly policies?: readonly string[];
  readonly mappings?: readonly (readonly [issuer: string, subject: string])[];
  readonly requireExplicit?: number;
  readonly inhibitMapping?: number;
  readonly inhibitAny?: number;
  readonly selfIssued?: true;
}

const [A, B, C] = ['1.2.3.1', '1.2.3.2', '1.2.3.3'];
const ANY = OID.anyPolicy;
const keys = newKeys();
const EXPLICIT: PolicyInputs = { requireExplicit: true };
const accepting = (...policies: readonly string[]): PolicyInputs => ({
  requireExplicit: true,
  acceptable: new Set(policies),
});

const ROWS: readonly (readonly [
  name: string,
  path: readonly Said[],
  inputs: PolicyInputs,
  acceptable: boolean,
])[] = [
  ['no policies, none needed', [{}, {}], {}, true],
  ['no policies, one needed', [{}, {}], EXPLICIT, false],
  ['the same policy all along', [{ policies: [A] }, { policies: [A] }], EXPLICIT, true],
  ['another policy at the end', [{ policies: [A] }, { policies: [B] }], EXPLICIT, false],
  ['another policy, none needed', [{ policies: [A] }, { policies: [B] }], {}, true],
  ['a gap', [{ policies: [A] }, {}, { policies: [A] }], EXPLICIT, false],
  ['any policy above', [{ policies: [ANY] }, { policies: [A] }], EXPLICIT, true],
  ['any policy below', [{ policies: [A] }, { policies: [ANY] }], EXPLICIT, true],
  [
    'any policy below, inhibited from the start',
    [{ policies: [A] }, { policies: [ANY] }],
    { ...EXPLICIT, inhibitAny: true },
    false,
  ],
  [
    'any policy inhibited by a certificate',
    [{ policies: [A], inhibitAny: 0 }, { policies: [ANY] }],
    EXPLICIT,
    false,
  ],
  ['any policy inhibited later', [{ policies: [A], inhibitAny: 1 }, { policies: [ANY] }], EXPLICIT, true],
  [
    'any policy inhibited, self-issued in between',
    [{ policies: [A], inhibitAny: 0 }, { policies: [ANY], selfIssued: true }, { policies: [A] }],
    EXPLICIT,
    true,
  ],
  [
    'an explicit policy asked for at once',
    [{ policies: [A], requireExplicit: 0 }, { policies: [B] }],
    {},
    false,
  ],
  [
    'an explicit policy asked for too late',
    [{ policies: [A], requireExplicit: 5 }, { policies: [B] }],
    {},
    true,
  ],
  [
    'an explicit policy asked for by the last',
    [{ policies: [A] }, { policies: [B], requireExplicit: 0 }],
    {},
    false,
  ],
  ['an acceptable policy', [{ policies: [A, B] }, { policies: [A, B] }], accepting(B), true],
  ['none acceptable', [{ policies: [A] }, { policies: [A] }], accepting(B), false],
  ['any policy for who wants one', [{ policies: [ANY] }, { policies: [ANY] }], accepting(B), true],
  ['a policy under any, accepted', [{ policies: [ANY] }, { policies: [A] }], accepting(A), true],
  ['a policy under any, not accepted', [{ policies: [ANY] }, { policies: [A] }], accepting(B), false],
  ['mapped', [{ policies: [A], mappings: [[A, B]] }, { policies: [B] }], EXPLICIT, true],
  [
    'mapped, but the old one used',
    [{ policies: [A], mappings: [[A, B]] }, { policies: [A] }],
    EXPLICIT,
    false,
  ],
  [
    "mapped, the anchor's word for it accepted",
    [{ policies: [A], mappings: [[A, B]] }, { policies: [B] }],
    accepting(A),
    true,
  ],
  [
    "mapped, the subject's word for it accepted",
    [{ policies: [A], mappings: [[A, B]] }, { policies: [B] }],
    accepting(B),
    false,
  ],
  [
    'mapped to two',
    [
      {
        policies: [A],
        mappings: [
          [A, B],
          [A, C],
        ],
      },
      { policies: [C] },
    ],
    accepting(A),
    true,
  ],
  ['mapped under any', [{ policies: [ANY], mappings: [[A, B]] }, { policies: [B] }], accepting(A), true],
  [
    'mapping inhibited from the start',
    [{ policies: [A], mappings: [[A, B]] }, { policies: [B] }],
    { ...EXPLICIT, inhibitMapping: true },
    false,
  ],
  [
    'mapping inhibited by a certificate',
    [{ policies: [A], inhibitMapping: 0 }, { policies: [A], mappings: [[A, B]] }, { policies: [B] }],
    EXPLICIT,
    false,
  ],
];

function skipCount(tag: number, value: number | undefined): readonly Buffer[] {
  return value === undefined ? [] : [implicit(tag, Buffer.of(value))];
}

function policyExtensions({ policies, mappings, requireExplicit, inhibitMapping, inhibitAny }: Said) {
  const constraints = [...skipCount(0, requireExplicit), ...skipCount(1, inhibitMapping)];
  return {
    ...(policies && {
      '2.5.29.32': extension(
        '2.5.29.32',
        sequence(...policies.map((policy) => sequence(objectIdentifier(policy)))),
      ),
    }),
    ...(mappings && {
      '2.5.29.33': extension(
        '2.5.29.33',
        sequence(...mappings.map((pair) => sequence(...pair.map((policy) => objectIdentifier(policy))))),
      ),
    }),
    ...(constraints.length > 0 && { '2.5.29.36': extension('2.5.29.36', sequence(...constraints), true) }),
    ...(inhibitAny !== undefined && {
      '2.5.29.54': extension('2.5.29.54', integer(Buffer.of(inhibitAny)), true),
    }),
  };
}

/** The certificates of `said`, leaf first. */
function pathOf(said: readonly Said[]): readonly Certificate[] {
  return said
    .map((one, index) => {
      const [subject, issuerName] = [name(`${index}`), name(one.selfIssued ? `${index}` : 'above')];
      return mint({ kind: 'ca', keys, subject, issuerName, extensions: policyExtensions(one) }).certificate;
    })
    .toReversed();
}

/** Two thousand. */
function policiesOf(level: number): readonly string[] {
  return Array.from({ length: 2_000 }, (_, index) => `1.${level}.${index}`);
}

describe('hasAcceptablePolicy', () => {
  it.each(ROWS)('%s', (...[, said, inputs, acceptable]) => {
    expect(hasAcceptablePolicy(pathOf(said), inputs)).toBe(acceptable);
  });

  it('does not grow with the mappings of a long path', () => {
    const policies = Array.from({ length: 40 }, (_, index) => `1.2.3.${index}`);
    const mappings = policies.flatMap((from) => policies.slice(0, 20).map((to) => [from, to] as const));
    const path = pathOf(Array.from({ length: 12 }, () => ({ policies, mappings })));
    const started = performance.now();
    expect(hasAcceptablePolicy(path, EXPLICIT)).toBe(true);
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  it("finds the trust anchor's word where thousands of mappings join and part", () => {
    const path = pathOf([
      { policies: policiesOf(1), mappings: policiesOf(1).map((from) => [from, '1.2.0'] as const) },
      { policies: ['1.2.0'], mappings: policiesOf(3).map((to) => ['1.2.0', to] as const) },
      { policies: policiesOf(3), mappings: policiesOf(3).map((from) => [from, '1.4.0'] as const) },
      { policies: ['1.4.0'] },
    ]);
    expect(hasAcceptablePolicy(path, accepting('1.1.1999'))).toBe(true);
    expect(hasAcceptablePolicy(path, accepting('1.1.2000', '1.2.0', '1.3.0', '1.4.0'))).toBe(false);
  });
});
