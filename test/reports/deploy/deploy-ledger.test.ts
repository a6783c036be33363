import { describe, expect, it } from 'vitest';
import type { EndpointOutcome, Places } from '../../../src/deployment/outcome.ts';
import { lostAt } from '../../../src/monitoring/chain-ledger.ts';
import { deployLedger } from '../../../src/reports/deploy/deploy-ledger.ts';
import {
  endpointConfig,
  endpointVerdict,
  handshake,
  issueFull,
  storedCertificate,
} from '../../support/deployment.ts';

const { leaf, intermediate, root } = issueFull();
const bundle = [leaf, intermediate] as const;
const stored = storedCertificate({ id: '42', leafFingerprint: leaf.fingerprint, chainLength: 2 });

interface Scene {
  readonly places?: Partial<Places>;
  readonly served?: readonly (typeof leaf)[];
  readonly mapped?: string | undefined;
}

/** A deployment that came to its end with every place as it was meant, but for `scene`. */
function lost({ places, served = bundle, mapped = '42' }: Scene): string | null {
  const outcome: EndpointOutcome = {
    endpoint: endpointConfig(),
    status: 'broken',
    certificateId: '42',
    intendedLeaf: leaf.fingerprint,
    plan: undefined,
    needed: { bundle, anchor: root, satisfies: ['java'], leaves: [] },
    mapped: { before: undefined, after: mapped },
    places: { bundleFile: 'rec.pem', stored, targets: [{ name: 'CLB lb-1:443', holds: true }], ...places },
    before: undefined,
    after: endpointVerdict({ tls: handshake(served) }),
    findings: [],
    error: undefined,
    changed: true,
    rolledBack: false,
    rollback: undefined,
  };
  return lostAt(deployLedger(outcome));
}

describe('where a deployment lost the chain', () => {
  const rows: readonly (readonly [string, Scene, string | null])[] = [
    ['nowhere', {}, null],
    [
      'in CAS',
      { places: { stored: { ...stored, chainLength: 1 } }, served: [leaf] },
      'CAS 42 has 1 certificate, rec.pem has 2',
    ],
    [
      'at a target',
      { places: { targets: [{ name: 'CLB lb-1:443', holds: false }] }, served: [leaf] },
      'CLB lb-1:443 has none, CAS 42 has one',
    ],
    ['in the mapping', { mapped: '41' }, 'mapping file names 41, CLB lb-1:443 is 42'],
    ['on the way to the address', { served: [leaf] }, '203.0.113.1:443 has 1 certificate, rec.pem has 2'],
    [
      'at a target of which nobody can tell',
      { places: { targets: [{ name: 'SLB lb-1', holds: undefined }] }, served: [leaf] },
      '203.0.113.1:443 has 1 certificate, rec.pem has 2',
    ],
    [
      'with material in CAS',
      { places: { bundleFile: undefined }, served: [leaf] },
      '203.0.113.1:443 has 1 certificate, CAS 42 has 2',
    ],
  ];

  it.each(rows)('%s', (_, scene, expected) => {
    expect(lost(scene)).toBe(expected);
  });
});
