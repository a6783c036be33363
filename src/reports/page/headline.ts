import type { CheckVerdict } from '../../endpoints/check-endpoint.ts';
import { countOf } from '../format.ts';
import type { PageEndpoint, PageModel } from './page-facts.ts';
import { VERDICTS } from './page-model.ts';

/** The site in one word, for colours: `good` when every client gets through everywhere. */
export type Mood = 'good' | 'fair' | 'bad' | 'unsure';

/** The site in one line. */
export interface Headline {
  readonly mood: Mood;
  /** `2 of 6 endpoints do not work for every client`. */
  readonly text: string;
  /** How many there are of each verdict, the worst first; verdicts that nothing has are left out. */
  readonly counts: readonly (readonly [CheckVerdict, number])[];
}

const BAD: ReadonlySet<CheckVerdict> = new Set(['repairable', 'broken', 'unreachable']);

export function headlineOf({ endpoints }: Pick<PageModel, 'endpoints'>): Headline {
  const count = (choose: (endpoint: PageEndpoint) => boolean): number => endpoints.filter(choose).length;
  const counts = VERDICTS.map(
    (verdict) => [verdict, count(({ swept }) => swept.verdict === verdict)] as const,
  ).filter(([, number]) => number > 0);
  const bad = count(({ swept }) => BAD.has(swept.verdict));
  const unknown = count(({ swept }) => swept.verdict === 'unknown');
  const degraded = count(({ swept }) => swept.verdict === 'degraded');
  const all = countOf(endpoints.length, 'endpoint');
  if (endpoints.length === 0) return { mood: 'unsure', text: 'No endpoint was looked at', counts };
  if (bad > 0)
    return {
      mood: 'bad',
      text: `${bad} of ${all} ${bad === 1 ? 'does' : 'do'} not work for every client`,
      counts,
    };
  if (unknown > 0) return { mood: 'unsure', text: `${unknown} of ${all} could not be determined`, counts };
  const works =
    endpoints.length === 1 ? '1 endpoint works for every client' : `All ${all} work for every client`;
  if (degraded > 0) return { mood: 'fair', text: `${works}, ${degraded} with something to tidy`, counts };
  return { mood: 'good', text: works, counts };
}
