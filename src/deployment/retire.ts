import { isInPlace, type EndpointRun } from './endpoint-run.ts';
import { isAsIntended } from '../endpoints/judge.ts';
import { nameOf, type World } from './world.ts';

const DAY_MS = 86_400_000;

/**
 * Deletes the certificates that the deployed one has superseded, where the configuration asks for that and every address
 * serves what was meant.
 */
export async function retire(run: EndpointRun, world: World): Promise<void> {
  const { retention } = world.config.cas;
  const { endpoint, stored, served } = run;
  if (!retention || !stored || !served || !isInPlace(run) || run.restored || !isAsIntended(served)) return;
  const heading = {
    name: 'retire',
    title: 'Delete superseded certificates',
    endpoint: nameOf(endpoint),
  } as const;
  await world.steps.run(heading, async (step) => {
    const before = new Date(world.clock.now().getTime() - retention.graceDays * DAY_MS);
    const order = { domain: endpoint.domain, current: stored, keep: retention.keep, before };
    const retired = await world.cloud.store.retire(order);
    if (retired.length === 0) step.skipped('there is none to delete');
    else step.observed(`deleted ${retired.join(', ')}`);
    run.changed ||= retired.length > 0;
  });
}
