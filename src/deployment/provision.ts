import type { StoredCertificate } from '../alibaba/certificate-store.ts';
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
    const { store } = world.cloud;
    if (material && search?.smallest) {
      const order = { domain: endpoint.domain, bundle: search.smallest.bundle, key: material.key.pem };
      const stored = held
        ? await store.replaceChain({ ...order, held, anchor: undefined })
        : await store.upload(order);
      step.observed(`CAS holds it as ${stored.id}, ${stored.status}`);
      return stored;
    }
    const { domain, certificate } = endpoint;
    const product = certificate.kind === 'request' ? certificate.product : undefined;
    const requested = inspection.stored ?? (await store.request({ domain, product }));
    const issued = await untilIssued({ id: requested.id, domain }, world);
    step.observed(`CAS issued ${issued.id}, ${issued.status}`);
    return issued;
  });
}

async function untilIssued(
  { id, domain }: { readonly id: string; readonly domain: string },
  { cloud: { store }, clock, config }: World,
): Promise<StoredCertificate> {
  const deadlineMs = config.deadlines.statusMs;
  const last = await poll(() => store.advance(id, domain), { deadlineMs, clock, isSettled: isPastIssuing });
  if (last.status === 'Failed') throw appError('ISSUE_FAILED', { id });
  if (last.status === 'Issuing') throw appError('ISSUE_LATE', { id, seconds: Math.round(deadlineMs / 1000) });
  return last;
}

function isPastIssuing({ status }: StoredCertificate): boolean {
  return status !== 'Issuing';
}
