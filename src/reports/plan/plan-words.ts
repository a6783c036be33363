import { countOf } from '../format.ts';
import type { PlannedEndpoint, PlanReport } from './plan-report.ts';
import type { PlanVerdict } from './plan-verdict.ts';
import { problemsOf } from '../problems.ts';
import type { Sign } from '../summary/summary.ts';

export const PLAN_SIGNS = {
  unchanged: 'good',
  planned: 'planned',
  open: 'planned',
  undetermined: 'unknown',
  blocked: 'bad',
} as const satisfies Record<PlanVerdict, Sign>;

/** `rec.example.com:443`. */
export function nameOfPlanned({ domain, port }: Pick<PlannedEndpoint, 'domain' | 'port'>): string {
  return `${domain}:${port}`;
}

/** What deploying would do to one endpoint, in a few words. */
export function planWords({ verdict, items }: PlannedEndpoint): string {
  switch (verdict) {
    case 'unchanged':
      return 'nothing to do';
    case 'planned':
      return countOf(countDone(items), 'change');
    case 'open':
      return countDone(items) > 0
        ? `${countOf(countDone(items), 'change')}, more are open`
        : 'the cloud decides';
    case 'undetermined':
      return 'could not be determined';
    case 'blocked':
      return 'must not be deployed';
  }
}

/** One line on the whole plan. */
export function planVerdictLine({ verdict, endpoints, errors }: PlanReport): string {
  const all = countOf(endpoints.length, 'endpoint');
  const first = endpoints.find((endpoint) => endpoint.verdict === verdict);
  const reason = errors[0]?.problem ?? (first && `${nameOfPlanned(first)}: ${whyOf(first)}`) ?? '';
  switch (verdict) {
    case 'unchanged':
      return `Nothing to do for ${all}`;
    case 'planned':
    case 'open': {
      const done = countDone(endpoints.flatMap(({ items }) => items));
      const what = done === 0 ? 'What deploying will do is for the cloud to say' : countOf(done, 'change');
      return `${what} for ${all}${verdict === 'open' && done > 0 ? '; what the cloud holds decides the rest' : ''}${rehearsalWords(endpoints)}`;
    }
    case 'undetermined':
      return `Not all could be read: ${reason}`;
    case 'blocked':
      return `Deploying is not possible${blockedWords(endpoints)}: ${reason}`;
  }
}

/** How many must not be deployed, where there are several. */
function blockedWords(endpoints: readonly PlannedEndpoint[]): string {
  const blocked = endpoints.filter((endpoint) => endpoint.verdict === 'blocked').length;
  return blocked > 1 ? ` for ${blocked} of ${countOf(endpoints.length, 'endpoint')}` : '';
}

/** What is wrong with it, in one line. */
function whyOf(endpoint: PlannedEndpoint): string {
  return problemsOf(endpoint)[0]?.problem ?? endpoint.errors[0]?.problem ?? '';
}

function countDone(items: PlannedEndpoint['items']): number {
  return items.filter(({ decision }) => decision === 'do').length;
}

function rehearsalWords(endpoints: readonly PlannedEndpoint[]): string {
  const rehearsed = endpoints.filter(({ rehearsal }) => rehearsal !== null);
  return rehearsed.length > 0 ? '; every rehearsed handshake succeeds' : '';
}
