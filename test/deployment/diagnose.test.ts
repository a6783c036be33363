import { describe, expect, it } from 'vitest';
import type { CertificateStore } from '../../src/alibaba/certificate-store.ts';
import { diagnose } from '../../src/deployment/diagnose.ts';
import type { EndpointVerdict } from '../../src/endpoints/judge.ts';
import { appError } from '../../src/errors/catalogue.ts';
import { endpointConfig, endpointVerdict, handshake, issueFull } from '../support/deployment.ts';
import { createWorld } from '../support/world.ts';

const { leaf, intermediate } = issueFull();
const old = issueFull();
const bare = { tls: handshake([leaf]), accepted: false, incompleteAt: leaf };
const stale = { tls: handshake([old.leaf]), accepted: false, incompleteAt: old.leaf, servesIntended: false };
const whole = { tls: handshake([leaf, intermediate]) };
const failing = () => Promise.resolve({ passed: false, problems: ['ERR_CERT_AUTHORITY_INVALID'] });

async function run(served: EndpointVerdict, ask: CertificateStore['diagnose'] = failing) {
  const world = createWorld({ store: { diagnose: ask } });
  const diagnosis = await diagnose({ endpoint: endpointConfig(), certificateId: 'cert-1', served }, world);
  return { diagnosis, step: world.steps.records[0] };
}

describe('a diagnosis', () => {
  it('names the certificate whose issuer is missing, its leaf, and all that was received', async () => {
    const { diagnosis, step } = await run(endpointVerdict(whole, bare));
    expect(diagnosis).toEqual({ incompleteAt: leaf, leaf, received: [leaf, intermediate, leaf] });
    expect(step).toMatchObject({ outcome: 'found' });
    expect(step?.observed[0]).toContain('ERR_CERT_AUTHORITY_INVALID');
  });

  it('is of the certificate that should be served, not of another that is still there', async () => {
    const { diagnosis } = await run(endpointVerdict(stale, bare));
    expect(diagnosis?.leaf).toBe(leaf);
    expect((await run(endpointVerdict(stale))).diagnosis).toBeUndefined();
  });

  it('finds nothing to mend in a chain that is complete', async () => {
    expect((await run(endpointVerdict(whole))).diagnosis).toBeUndefined();
  });

  it('does without CAS', async () => {
    const refusal = appError('CLOUD_UNSUPPORTED', { call: 'DiagnoseCertificate', reason: 'no such action' });
    const { diagnosis } = await run(endpointVerdict(bare), () => Promise.reject(refusal));
    expect(diagnosis?.incompleteAt).toBe(leaf);
  });

  it('does not hide a defect', async () => {
    const broken = run(endpointVerdict(bare), () => Promise.reject(new TypeError('x')));
    await expect(broken).rejects.toThrow(TypeError);
  });
});
