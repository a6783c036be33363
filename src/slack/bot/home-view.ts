import type { MonitorState } from '../../monitoring/monitor-state.ts';
import { type Block, context, header, section } from '../block.ts';
import { timeWords } from '../words.ts';
import { byVerdict, countVerdicts, endpointLine } from './answers.ts';

/** Lines of one section: with the longest names it has 3000 characters at most. */
const LINES = 8;
/** Block Kit takes 100 blocks in a view. */
const MAX_SECTIONS = 90;

export interface HomeView {
  readonly type: 'home';
  readonly blocks: readonly Block[];
}

/** The app's home: the state of every endpoint, the worst first, as far as a view holds them. */
export function homeView({ endpoints, runs }: MonitorState): HomeView {
  const sorted = byVerdict(endpoints);
  const last = runs.at(-1);
  const shown = sorted.slice(0, LINES * MAX_SECTIONS);
  const sections: Block[] = [];
  for (let start = 0; start < shown.length; start += LINES) {
    sections.push(section(shown.slice(start, start + LINES).map(endpointLine)));
  }
  const rest = sorted.length - shown.length;
  return {
    type: 'home',
    blocks: [
      header(countVerdicts(endpoints)),
      ...sections,
      ...(rest > 0 ? [section([`and ${rest} more`])] : []),
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
