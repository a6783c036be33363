import { describe, expect, it } from 'vitest';
import { foreseeNames } from '../../../src/deployment/preview/name-outlook.ts';
import type { IngressConfig } from '../../../src/config/config.ts';
import { endpointVerdict, handshake, issueFull } from '../../support/deployment.ts';

type Names = readonly [string, ...string[]];
type Neighbours = { readonly [domain: string]: 'own' | 'shared' };

interface Scene {
  readonly after: Names;
  readonly before?: Names;
  readonly target?: Partial<IngressConfig>;
  readonly neighbours?: Neighbours;
}

function foresee({ after, before, target = {}, neighbours }: Scene) {
  const served = before && endpointVerdict({ tls: handshake([issueFull({ names: before }).leaf]) });
  const told = Object.entries(neighbours ?? {}).map(([domain, kind]) => ({ domain, hasOwn: kind === 'own' }));
  return foreseeNames({
    leaf: issueFull({ names: after }).leaf,
    served,
    targets: [
      { config: { type: 'CLB', instance: 'lb-1', ...target }, neighbours: neighbours ? told : undefined },
    ],
  });
}

const REC = 'rec.example.com';
const API = 'api.example.com';

describe('the names that a change concerns', () => {
  const rows: readonly (readonly [string, Scene, Partial<ReturnType<typeof foresee>>])[] = [
    ['the same', { after: [REC], before: [REC] }, { covered: [REC], gained: [], lost: [] }],
    ['one more', { after: [REC, API], before: [REC] }, { gained: [API], lost: [] }],
    ['one less', { after: [REC], before: [REC, API] }, { gained: [], lost: [API] }],
    ['nothing served before', { after: [REC, API] }, { gained: [], lost: [] }],
    ['a wildcard for a name', { after: ['*.example.com'], before: [REC, API] }, { lost: [] }],
    ['a name for a wildcard', { after: [REC], before: ['*.example.com'] }, { lost: ['*.example.com'] }],
    [
      'a name below the wildcard',
      { after: ['*.example.com'], before: ['a.b.example.com'] },
      { lost: ['a.b.example.com'] },
    ],
    ['upper case', { after: [REC], before: ['REC.Example.COM'] }, { lost: [] }],
    ['an extension of its own', { after: [REC], before: [REC, API], target: { sni: true } }, { lost: [] }],
    ['an accelerated domain', { after: [REC], before: [REC, API], target: { type: 'CDN' } }, { lost: [] }],
    [
      'what the cloud tells beside what is seen',
      { after: [REC], before: [REC], neighbours: { [API]: 'shared', 'own.example.com': 'own' } },
      { lost: [API], untouched: ['own.example.com'] },
    ],
    [
      'a name that is seen and has its own',
      { after: [REC], before: [REC, API], neighbours: { [API]: 'own' } },
      { lost: [], untouched: [API] },
    ],
  ];

  it.each(rows)('%s', (_, scene, expected) => {
    expect(foresee(scene)).toMatchObject(expected);
  });
});
