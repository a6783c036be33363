import type { Room } from '../../alibaba/certificate-store.ts';
import type { Neighbour, Surroundings } from '../../alibaba/ingress-target.ts';
import type { EndpointConfig, IngressConfig } from '../../config/config.ts';
import type { Finding } from '../../endpoints/finding.ts';
import { AppError } from '../../errors/app-error.ts';
import type { InspectedTarget } from '../read-cloud.ts';
import { nameOf } from '../world.ts';
import type { CloudView } from './cloud-view.ts';
import type { ForeseenItem } from './plan-without-cloud.ts';
import type { PreviewWorld } from './preview-world.ts';

/** A target that is to be changed, and whom that concerns. */
export interface TargetOutlook {
  readonly name: string;
  readonly config: IngressConfig;
  /** What it has now, a printable line. */
  readonly has: string;
  /** Undefined: the API does not tell. */
  readonly neighbours: readonly Neighbour[] | undefined;
  readonly room: Room | undefined;
  /** Whether it has nothing that could be put back. */
  readonly isVacant: boolean;
  /** Why a rollback could not bring back what it has; undefined: it could. */
  readonly whyNotRestorable: string | undefined;
}

export interface Survey {
  readonly targets: readonly TargetOutlook[];
  readonly findings: readonly Finding[];
  readonly errors: readonly AppError[];
  readonly writes: readonly string[];
}

export interface SurveyQuery {
  readonly endpoint: EndpointConfig;
  readonly cloud: CloudView;
  /** Those that are to be changed. */
  readonly changing: readonly InspectedTarget[];
  readonly items: readonly ForeseenItem[];
}

const NOTHING: Survey = { targets: [], findings: [], errors: [], writes: [] };
const UNKNOWN: Surroundings = { neighbours: undefined, room: undefined };

/** Asks whom the changes concern, whether there is room for them, and what it takes to make and to undo them. */
export async function surveyTargets(
  { endpoint, cloud: { kind, store }, changing, items }: SurveyQuery,
  { steps }: Pick<PreviewWorld, 'steps'>,
): Promise<Survey> {
  const isProvided = items.some(({ step, decision }) => step === 'provision' && decision === 'do');
  if (kind !== 'read' || !store || (changing.length === 0 && !isProvided)) return NOTHING;
  const heading = { name: 'survey', title: 'Ask whom it concerns', endpoint: nameOf(endpoint) } as const;
  return steps.run(heading, async (step) => {
    const errors: AppError[] = [];
    const hear = (error: unknown) => {
      if (!(error instanceof AppError)) throw error;
      step.found(error.message);
      errors.push(error);
      return undefined;
    };
    const targets: TargetOutlook[] = [];
    for (const each of changing) {
      targets.push(describe(each, (await each.target.survey().catch(hear)) ?? UNKNOWN));
    }
    for (const { name, neighbours } of targets) step.observed(`${name}: ${describeNeighbours(neighbours)}`);
    const { certificate } = endpoint;
    const isRequest = isProvided && certificate.kind === 'request';
    const quota = isRequest ? await store.readQuota(certificate.product).catch(hear) : undefined;
    const rooms = [
      ...(quota ? [{ where: 'CAS', room: quota, severity: 'error' as const }] : []),
      ...targets.flatMap(({ name, room }) =>
        room ? [{ where: name, room, severity: 'warning' as const }] : [],
      ),
    ];
    for (const { where, room } of rooms) step.observed(`${where}: ${describeRoom(room)}`);
    const ofStore = isProvided ? store.writes[isRequest ? 'request' : 'upload'] : [];
    return {
      targets,
      findings: rooms.flatMap(({ where, room, severity }) => describeFull(where, room, severity)),
      errors,
      writes: [...ofStore, ...changing.flatMap(({ target }) => target.writes)],
    };
  });
}

function describe({ target, before }: InspectedTarget, surroundings: Surroundings): TargetOutlook {
  const isNew = before.status === undefined;
  const { binding } = before;
  return {
    name: target.name,
    config: target.config,
    has: before.said,
    neighbours: surroundings.neighbours,
    // What is there already takes up nothing more.
    room: isNew ? surroundings.room : undefined,
    isVacant: binding !== undefined && Object.values(binding).every((value) => value === ''),
    whyNotRestorable: target.whyNotRestorable(binding ?? {}),
  };
}

function describeNeighbours(neighbours: TargetOutlook['neighbours']): string {
  if (!neighbours) return 'its API does not tell who else is there';
  const names = neighbours.map(({ domain, hasOwn }) => (hasOwn ? `${domain} (with its own)` : domain));
  return names.length === 0 ? 'nobody else is there' : `also there: ${names.join(', ')}`;
}

/** `3 of 25 additional certificates are used`. */
function describeRoom({ what, used, most }: Room): string {
  return `${used} of ${most} ${what} are used`;
}

function describeFull(where: string, room: Room, severity: Finding['severity']): readonly Finding[] {
  if (room.used < room.most) return [];
  return [
    {
      id: 'quota-exhausted',
      severity,
      problem: `${where}: ${describeRoom(room)}`,
      help: 'Free one that nobody needs, or have the quota raised in the console.',
    },
  ];
}
