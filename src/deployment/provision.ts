import type { StoredCertificate } from '../alibaba/certificate-service.ts';
import { certificateName } from '../certificates/bundle.ts';
import { toPem } from '../certificates/pem.ts';
import { appError } from '../errors/catalogue.ts';
import type { Inspection } from './inspect.ts';
import { poll } from './poll.ts';
import { nameOf, type World } from './world.ts';

/**
 * Gets the intended certificate into CAS: uploads the complete bundle with its key, gives the bundle to what CAS holds of
 * it already, or requests a DV certificate, unless that was done before, and waits until it is issued.
 *
 * @throws ISSUE_FAILED, ISSUE_LATE, and what the service throws
 */
export async function provision(inspection: Inspection, world: World): Promise<StoredCertificate> {
  const { endpoint, material, search, stored: held } = inspection;
  const heading = {
    name: 'provision',
    title: 'Provision the certificate in CAS',
    endpoint: nameOf(endpoint),
  } as const;
  return world.steps.run(heading, async (step) => {
    if (material && search?.smallest) {
      const { bundle } = search.smallest;
      const chainPem = toPem(bundle);
      const stored = held
        ? await world.service.updateChain(held.id, chainPem)
        : await world.service.upload({
            domain: endpoint.domain,
            name: certificateName(endpoint.domain, bundle),
            chainPem,
            leafFingerprint: material.leaf.fingerprint,
            key: material.key.pem,
          });
      step.observed(`CAS holds it as ${stored.id}, ${stored.status}`);
      return stored;
    }
    const requested = inspection.stored ?? (await world.service.request(endpoint.domain));
    const issued = await untilIssued(requested, world);
    step.observed(`CAS issued ${issued.id}, ${issued.status}`);
    return issued;
  });
}

async function untilIssued(
  requested: StoredCertificate,
  { service, clock, config }: World,
): Promise<StoredCertificate> {
  const { id } = requested;
  const deadlineMs = config.deadlines.statusMs;
  const last = await poll(() => service.read(id), { deadlineMs, clock, isSettled: isPastIssuing });
  if (last.status === 'Failed') throw appError('ISSUE_FAILED', { id });
  if (last.status === 'Issuing') throw appError('ISSUE_LATE', { id, seconds: Math.round(deadlineMs / 1000) });
  return last;
}

function isPastIssuing({ status }: StoredCertificate): boolean {
  return status !== 'Issuing';
}
