import { basename } from 'node:path';
import pLimit from 'p-limit';
import { readMapping } from '../../airec/mapping-file.ts';
import { type Mapping, rowOf } from '../../airec/mapping.ts';
import type { EndpointConfig } from '../../config/config.ts';
import type { ProbedEndpoint } from '../../endpoints/observation.ts';
import type { ObserveEndpoint } from '../../endpoints/observe-endpoint.ts';
import { AppError } from '../../errors/app-error.ts';
import { hasCode } from '../../errors/catalogue.ts';
import { toAppErrors } from '../../errors/render.ts';
import type { MaterialAtHand } from '../material.ts';
import type { StepRecord } from '../steps.ts';
import { type EndpointPreview, previewEndpoint } from './preview-endpoint.ts';
import type { PreviewWorld } from './preview-world.ts';

const CONCURRENT_ENDPOINTS = 16;

/** What deploying would do, as far as it can be told from here. */
export interface PreviewOutcome {
  readonly startedAt: Date;
  readonly durationMs: number;
  /** `none`: nobody may look; `no answer`: it was asked, and who asked is not known to it or got none. */
  readonly cloud: 'read' | 'none' | 'no answer';
  /** Who looked; undefined: nobody, or the cloud does not tell. */
  readonly identity: string | undefined;
  /** Whether endpoints were connected to. */
  readonly isOnline: boolean;
  readonly mapping: { readonly path: string; readonly exists: boolean };
  /** In the order of the configuration. */
  readonly endpoints: readonly EndpointPreview[];
  /** RAM actions that the deploying role needs beside reading, sorted; empty when nothing is to be written. */
  readonly writes: readonly string[];
  /** What concerns all endpoints, such as a mapping file that cannot be read: deploying would end with it. */
  readonly errors: readonly AppError[];
  readonly steps: readonly StepRecord[];
}

/**
 * Previews the deployment of every endpoint: what is at hand decides how much can be told. Writes nothing, and nothing of
 * what is not there (keys, credentials, a network) is an error.
 */
export async function preview(
  materials: ReadonlyMap<EndpointConfig, MaterialAtHand>,
  world: PreviewWorld,
): Promise<PreviewOutcome> {
  const { config, clock, steps } = world;
  const startedAt = clock.now();
  const path = config.airec.mapping;
  const errors: AppError[] = [];
  const mapping = await readRows(path, world, errors);
  const access = await identify(world, errors);
  const cloud = access.cloud === 'read' ? world.cloud : undefined;
  const open = { ...world, cloud, observe: world.observe && lookAhead(config.endpoints, world.observe) };
  const endpoints: EndpointPreview[] = [];
  for (const endpoint of config.endpoints) {
    const atHand = materials.get(endpoint) ?? { material: undefined, errors: [] };
    const subject = { endpoint, ...atHand, mapped: rowOf(mapping, endpoint), mappingName: basename(path) };
    endpoints.push(await previewEndpoint(subject, open));
  }
  return {
    startedAt,
    durationMs: clock.now().getTime() - startedAt.getTime(),
    ...access,
    isOnline: world.observe !== undefined,
    mapping: { path, exists: mapping !== undefined },
    endpoints,
    writes: [...new Set(endpoints.flatMap(({ writes }) => writes))].toSorted(),
    errors,
    steps: steps.records,
  };
}

/** Looks at all endpoints at once, and gives what was seen of each when it is asked for. */
function lookAhead(endpoints: readonly EndpointConfig[], observe: ObserveEndpoint): ObserveEndpoint {
  const limit = pLimit(CONCURRENT_ENDPOINTS);
  const looks = new Map<ProbedEndpoint, ReturnType<ObserveEndpoint>>(
    endpoints.map((endpoint) => {
      const look = limit(observe, endpoint);
      // Whoever asks for it hears of it.
      look.catch(() => undefined);
      return [endpoint, look];
    }),
  );
  return (endpoint) => looks.get(endpoint) ?? observe(endpoint);
}

/** As the deployment reads it: what ends that is a problem of the pull request. */
async function readRows(
  path: string,
  { config }: PreviewWorld,
  errors: AppError[],
): Promise<Mapping | undefined> {
  try {
    return await readMapping(path, config.endpoints);
  } catch (error) {
    errors.push(...toAppErrors(error));
    return undefined;
  }
}

/** Who looks. Somebody whom the cloud does not know looks at nothing; one without a token has none here. */
async function identify(
  { cloud, config, steps }: PreviewWorld,
  errors: AppError[],
): Promise<Pick<PreviewOutcome, 'cloud' | 'identity'>> {
  if (!cloud) return { cloud: 'none', identity: undefined };
  if (config.cas.api === 'guide') return { cloud: 'read', identity: undefined };
  const heading = { name: 'identify', title: 'Ask who looks', endpoint: undefined } as const;
  try {
    return await steps.run(heading, async (step) => {
      const identity = await cloud.identify();
      if (identity === undefined) step.skipped('STS cannot be asked');
      else step.observed(identity);
      return { cloud: 'read', identity };
    });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (!hasCode(error, 'OIDC_TOKEN_UNAVAILABLE')) errors.push(error);
    return { cloud: hasCode(error, 'OIDC_TOKEN_UNAVAILABLE') ? 'none' : 'no answer', identity: undefined };
  }
}
