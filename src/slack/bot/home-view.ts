import type { MonitorState } from '../../monitoring/monitor-state.ts';
import { type Block, context, header, section } from '../block.ts';
import { timeWords } from '../words.ts';
import { byVerdict, countVerdicts, endpointLine, sectionsOf } from './answers.ts';

/** Endpoints of a view, which takes 100 blocks: nothing says how many are too much to read. */
const MAX_ENDPOINTS = 700;

export interface HomeView {
  readonly type: 'home';
  readonly blocks: readonly Block[];
}

/** The app's home: the state of every endpoint, the worst first, as far as a view holds them. */
export function homeView({ endpoints, runs }: MonitorState): HomeView {
  const sorted = byVerdict(endpoints);
  const last = runs.at(-1);
  const shown = sorted.slice(0, MAX_ENDPOINTS);
  const rest = sorted.length - shown.length;
  return {
    type: 'home',
    blocks: [
      header(countVerdicts(endpoints)),
      ...sectionsOf([...shown.map(endpointLine), ...(rest > 0 ? [`and ${rest} more`] : [])]),
      context(last ? `Last run ${timeWords(last.startedAt)}` : 'Nobody has looked yet'),
    ],
  };
}

/** What somebody sees who may not. */
export function closedHomeView(): HomeView {
  return {
    type: 'home',
    blocks: [
      section(['You are not among those who may see this: `slack.users` in airec-https.yml names them.']),
    ],
  };
}
