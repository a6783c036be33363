import { groupBy } from '../../monitoring/group-by.ts';
import { countOf } from '../format.ts';
import { verdictDays } from './days.ts';
import { renderDocument } from './document.ts';
import { headlineOf } from './headline.ts';
import { type Markup, markup } from './markup.ts';
import type { PageEndpoint, PageIncident, PageModel } from './page-facts.ts';
import { lifetimeBar, verdictStrip } from './pictures.ts';
import {
  dayTag,
  groupClients,
  leftWords,
  nameTag,
  pullRequestTag,
  timeTag,
  VERDICT_MEANING,
  verdictTag,
} from './words.ts';

const STRIP_DAYS = 30;
/** More are told by their number: the page is read by people. */
const MAX_INCIDENTS = 50;
const MAX_MEMBERS = 8;

/** `index.html`: the verdict, what is open, and a row for every endpoint. */
export function renderIndex(model: PageModel): string {
  const { title, at, vantage, endpoints, open } = model;
  const { mood, text, counts } = headlineOf(model);
  const files = new Map(endpoints.map(({ swept, file }) => [swept.name, file]));
  const chips = counts.map(
    ([verdict, number]) =>
      markup`<li><a href="#${verdict}">${verdictTag(verdict)}</a> <span class="n">${number}</span><p>${VERDICT_MEANING[verdict]}</p></li>`,
  );
  const main = markup`<section class="hero ${mood}">
<h1>${text}</h1>
<p>Looked at ${timeTag(at)} from <span class="code">${vantage}</span></p>
</section>
<ul class="counts">${chips}</ul>
${problems(model)}
<section aria-labelledby="incidents"><h2 id="incidents">Open incidents</h2>
${open.length === 0 ? markup`<p class="calm">None.</p>` : incidentList(open, files)}
</section>
<section aria-labelledby="endpoints"><h2 id="endpoints">Endpoints</h2>
${table(endpoints, at)}
</section>`;
  return renderDocument({ title: `${text} · ${title}`, site: title, root: '', footer: footer(model) }, main);
}

/** What stands at the end of every page. */
export function footer({ at, vantage }: PageModel): Markup {
  return markup`<p>Made by airec-https of TLS handshakes with every address, ${timeTag(at)}. A verdict is true for where it was seen from: <span class="code">${vantage}</span>. Days are UTC.</p>`;
}

function problems({ problems: all }: PageModel): Markup | undefined {
  if (all.length === 0) return undefined;
  const items = all.map(
    ({ code, problem, help }) =>
      markup`<li><span class="code">${code}</span> ${problem}<p class="help">${help}</p></li>`,
  );
  return markup`<section aria-labelledby="problems"><h2 id="problems">Problems of the run itself</h2><ul class="list">${items}</ul></section>`;
}

function incidentList(open: readonly PageIncident[], files: ReadonlyMap<string, string>): Markup {
  const items = open.slice(0, MAX_INCIDENTS).map((incident) => {
    const { title, severity, since, answer, pullRequest } = incident;
    const tail = [
      answer === '' ? undefined : markup`, ${answer}`,
      pullRequest && markup`, fix: ${pullRequestTag(pullRequest)}`,
    ];
    return markup`<li class="${severity}"><strong>${subject(incident, files)}</strong> ${title}<p class="help">Since ${timeTag(since)}${tail}</p></li>`;
  });
  const more =
    open.length > items.length ? markup`<p>And ${open.length - items.length} more.</p>` : undefined;
  return markup`<ul class="list">${items}</ul>${more}`;
}

/** The endpoint, the endpoints of a group, or the monitor. */
function subject({ endpoint, members }: PageIncident, files: ReadonlyMap<string, string>): Markup {
  const link = (name: string): Markup => {
    const file = files.get(name);
    return file === undefined ? markup`${name}` : markup`<a href="endpoints/${file}">${nameTag(name)}</a>`;
  };
  if (endpoint !== null) return link(endpoint);
  if (members.length === 0) return markup`The monitor`;
  const shown = members.slice(0, MAX_MEMBERS).map((name, index) => [index > 0 ? ', ' : '', link(name)]);
  const more = members.length > MAX_MEMBERS ? ` and ${members.length - MAX_MEMBERS} more` : '';
  return markup`${countOf(members.length, 'endpoint')}: ${shown}${more}`;
}

function table(endpoints: readonly PageEndpoint[], at: Date): Markup {
  const columns = {
    history: endpoints.some(({ history }) => history),
    fix: endpoints.some(({ pullRequest }) => pullRequest),
  };
  // The worst first: endpoints of one verdict are neighbours, to which its count leads.
  const bodies = [...groupBy(endpoints, ({ swept }) => swept.verdict)].map(
    ([verdict, each]) => markup`<tbody id="${verdict}">
${each.map((endpoint) => row(endpoint, at, columns))}</tbody>
`,
  );
  return markup`<div class="card"><table class="endpoints">
<caption>The worst first. A bar is what is left of a certificate’s lifetime.</caption>
<thead><tr><th scope="col">Endpoint</th><th scope="col">Verdict</th><th scope="col">Clients</th><th scope="col">Certificate</th>${columns.history ? markup`<th scope="col">Last ${STRIP_DAYS} days</th>` : undefined}${columns.fix ? markup`<th scope="col">Fix</th>` : undefined}</tr></thead>
${bodies}</table></div>`;
}

/** Of columns that not every page has. */
interface Columns {
  readonly history: boolean;
  readonly fix: boolean;
}

function row(endpoint: PageEndpoint, at: Date, columns: Columns): Markup {
  const { swept, file, lifetime, history, pullRequest } = endpoint;
  const validity = lifetime
    ? markup`${lifetimeBar(lifetime)}${leftWords(lifetime)} <small>of ${lifetime.days}, until ${dayTag(lifetime.notAfter)}</small>`
    : markup`<small>none seen</small>`;
  const strip = history && verdictStrip(verdictDays(history, at, STRIP_DAYS), 'verdicts');
  return markup`<tr><th scope="row"><a href="endpoints/${file}">${nameTag(swept.name.replace(/:443$/, ''))}</a></th><td>${verdictTag(swept.verdict)}</td><td>${clientCell(endpoint)}</td><td>${validity}</td>${columns.history ? markup`<td class="h">${strip}</td>` : undefined}${columns.fix ? markup`<td>${pullRequest ? pullRequestTag(pullRequest) : undefined}</td>` : undefined}</tr>
`;
}

/** Only who does not get through without help is named. */
function clientCell({ swept: { clients } }: PageEndpoint): Markup {
  const { refuse, lucky, unknown, accept } = groupClients(clients);
  if (accept.length === clients.length && accept.length > 0) return markup`all ${accept.length} accept`;
  const parts = [
    refuse.length > 0 ? markup`<span class="bad">${refuse.join(', ')} refuse</span>` : undefined,
    lucky.length > 0 ? markup`<span class="fair">${lucky.join(', ')} by luck</span>` : undefined,
    unknown.length > 0
      ? markup`<span>${unknown.length === clients.length ? 'all' : unknown.join(', ')} unknown</span>`
      : undefined,
    accept.length > 0 ? markup`<span>${accept.length} accept</span>` : undefined,
  ].filter((part) => part !== undefined);
  return markup`${parts.map((part, index) => [index > 0 ? '; ' : '', part])}`;
}
