import { describe, expect, it } from 'vitest';
import { stateOn } from '../../src/alibaba/guide/guide-target.ts';
import type { AddressObservation } from '../../src/endpoints/observation.ts';
import type { Inspection } from '../../src/deployment/inspect.ts';
import { hasPrevious, rollBack } from '../../src/deployment/roll-back.ts';
import {
  endpointConfig,
  endpointVerdict,
  failed,
  guideTargets,
  handshake,
  issueFull,
  SLB,
  storedCertificate,
} from '../support/deployment.ts';
import { createWorld } from '../support/world.ts';

const { leaf, intermediate } = issueFull();
const endpoint = endpointConfig();
const row = { domain: 'rec.example.com', port: 443, certificateId: 'cert-mapped', protocol: 'HTTPS', row: 2 };
const refused = { accepted: false, tls: handshake([leaf]) };

function inspectionOf(changes: Partial<Inspection> = {}): Inspection {
  return {
    endpoint,
    material: undefined,
    search: undefined,
    findings: [],
    mapped: undefined,
    stored: undefined,
    targets: [],
    intendedLeaf: undefined,
    served: endpointVerdict(refused, { tls: handshake([leaf, intermediate]) }),
    ...changes,
  };
}

/** Puts back while CAS finds `found`; what was deployed comes along. */
async function putBack(inspection: Inspection, found: string | undefined) {
  const deployed: string[] = [];
  const seen: AddressObservation = {
    address: { ip: '203.0.113.1', port: 443, source: 'dns' },
    tls: handshake([leaf, intermediate]),
    http: { kind: 'response', status: 200, durationMs: 1 },
  };
  const world = createWorld({
    observe: () => Promise.resolve([seen]),
    store: {
      find: ({ leafFingerprint }) => {
        expect(leafFingerprint).toBe(leaf.fingerprint);
        return Promise.resolve(found === undefined ? undefined : storedCertificate({ id: found }));
      },
      read: (id) => Promise.resolve(storedCertificate({ id })),
    },
  });
  const targets = guideTargets(endpoint, storedCertificate(), {
    bind: ({ id }) => Promise.resolve(void deployed.push(id)),
    readBack: (certificate) => Promise.resolve(stateOn(certificate, SLB)),
  });
  return { restored: await rollBack({ ...inspection, targets }, [], world), deployed };
}

describe('putting back', () => {
  it('deploys what an accepted address served before, and proves it', async () => {
    const { restored, deployed } = await putBack(inspectionOf({ mapped: row }), 'cert-old');
    expect(deployed).toEqual(['cert-old']);
    expect(restored).toMatchObject({
      certificateId: 'cert-old',
      served: { addresses: [{ accepted: true }] },
    });
  });

  it('takes the certificate that the mapping names when CAS cannot list', async () => {
    expect((await putBack(inspectionOf({ mapped: row }), undefined)).deployed).toEqual(['cert-mapped']);
  });

  it('does nothing when nobody knows what it was', async () => {
    expect(await putBack(inspectionOf(), undefined)).toEqual({ restored: undefined, deployed: [] });
  });

  it('does nothing when no address was accepted before', async () => {
    const served = endpointVerdict(refused, { accepted: undefined, tls: failed('connect', 'timeout') });
    expect(await putBack(inspectionOf({ served }), 'cert-old')).toEqual({
      restored: undefined,
      deployed: [],
    });
  });

  it('makes sense when another leaf than the one deployed was accepted before', () => {
    expect(hasPrevious(inspectionOf(), 'another')).toBe(true);
    expect(hasPrevious(inspectionOf(), leaf.fingerprint)).toBe(false);
    expect(hasPrevious(inspectionOf({ served: endpointVerdict(refused) }), 'another')).toBe(false);
  });
});
