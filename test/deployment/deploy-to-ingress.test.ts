import { describe, expect, it } from 'vitest';
import type { CertificateStatus } from '../../src/alibaba/certificate-store.ts';
import { stateOn } from '../../src/alibaba/guide/guide-target.ts';
import type { IngressTarget } from '../../src/alibaba/ingress-target.ts';
import { deployToIngress } from '../../src/deployment/deploy-to-ingress.ts';
import { appError } from '../../src/errors/catalogue.ts';
import { endpointConfig, guideTargets, SLB, storedCertificate, UNANSWERED } from '../support/deployment.ts';
import { createWorld, reading } from '../support/world.ts';

const CDN = { type: 'CDN', instance: 'rec.example.com' } as const;
const endpoint = endpointConfig({ ingress: [SLB, CDN] });
const order = {
  endpoint,
  certificate: storedCertificate({ id: 'cert-1' }),
  material: undefined,
  name: 'deploy',
} as const;

/** Deploys to both targets while CAS answers `read`; also what was asked for. */
async function deploy(read: ReturnType<typeof reading>) {
  const deployed: string[] = [];
  const targets = endpoint.ingress.map((config): IngressTarget => {
    const name = `${config.type} ${config.instance}`;
    return {
      ...UNANSWERED,
      config,
      name,
      bind: ({ id }) => Promise.resolve(void deployed.push(`${id} ${name}`)),
      readBack: async ({ id }) => stateOn(await read(id), config),
    };
  });
  const world = createWorld();
  const findings = await deployToIngress({ ...order, targets }, world);
  return { deployed, findings: findings.map(({ id, severity }) => `${severity} ${id}`), world };
}

const of = (...statuses: readonly CertificateStatus[]) =>
  reading(...statuses.map((status) => storedCertificate({ status })));

describe('deploying', () => {
  it('goes from target to target, each until CAS calls it Deployed', async () => {
    const { deployed, findings, world } = await deploy(of('Deploying', 'Deploying', 'Deployed'));
    expect(deployed).toEqual(['cert-1 SLB lb-ai-rec-01', 'cert-1 CDN rec.example.com']);
    expect(findings).toEqual([]);
    expect(world.steps.records.map(({ outcome }) => outcome)).toEqual(['done', 'done']);
  });

  it('ends at the first target that fails', async () => {
    const { deployed, findings } = await deploy(of('Deploying', 'Failed'));
    expect(deployed).toEqual(['cert-1 SLB lb-ai-rec-01']);
    expect(findings).toEqual(['error deployment-failed']);
  });

  it('goes on after a target that is late, for what is served decides', async () => {
    const { deployed, findings } = await deploy(of('Deploying'));
    expect(deployed).toHaveLength(2);
    expect(findings).toEqual(['warning deployment-late', 'warning deployment-late']);
  });

  it('looks at the state of the very target where CAS tells it', async () => {
    const elsewhere = storedCertificate({
      targets: [
        { ...CDN, status: 'Deployed' },
        { ...SLB, status: 'Failed' },
      ],
    });
    expect((await deploy(reading(elsewhere))).findings).toEqual(['error deployment-failed']);
  });

  it('ends with what CAS refuses', async () => {
    const refusal = appError('CLOUD_PERMISSION', { call: 'c', reason: 'r', permission: undefined });
    const world = createWorld();
    const targets = guideTargets(endpoint, undefined, { bind: () => Promise.reject(refusal) });
    const refused = { ...order, targets: targets.map(({ target }) => target) };
    await expect(deployToIngress(refused, world)).rejects.toBe(refusal);
    expect(world.steps.records).toMatchObject([{ name: 'deploy', outcome: 'failed' }]);
  });
});
