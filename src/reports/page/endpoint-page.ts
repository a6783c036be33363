import { clientWords } from '../client-words.ts';
import { countOf } from '../format.ts';
import { daysLeftWords, deadlineWords } from '../monitor/deadline-words.ts';
import { chainSection } from './chain-section.ts';
import { renderDocument } from './document.ts';
import { historySection } from './history-section.ts';
import { footer } from './index-page.ts';
import { type Markup, markup } from './markup.ts';
import type { PageEndpoint, PageIncident, PageModel } from './page-facts.ts';
import { dataTable, MAX_ROWS, section } from './parts.ts';
import { lifetimeBar } from './pictures.ts';
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

/** The page of one endpoint, in the folder `endpoints/`. */
export function renderEndpoint(endpoint: PageEndpoint, model: PageModel): string {
  const { swept } = endpoint;
  const main = markup`<nav aria-label="Path"><a href="../index.html">All endpoints</a></nav>
<section class="hero ${swept.verdict}">
<h1>${nameTag(swept.name)}</h1>
<p>${verdictTag(swept.verdict)} ${VERDICT_MEANING[swept.verdict]}</p>
<p>Looked at ${timeTag(new Date(swept.seenAt))} from <span class="code">${swept.vantage}</span></p>
</section>
${facts(endpoint)}
${findings(endpoint)}
${clients(endpoint)}
${chainSection(swept)}
${deadlines(endpoint)}
${historySection(endpoint, model.at)}
${incidents(endpoint)}`;
  const shell = {
    title: `${swept.name} is ${swept.verdict} · ${model.title}`,
    site: model.title,
    root: '../',
    footer: footer(model),
  } as const;
  return renderDocument(shell, main);
}

function facts({ swept, lifetime, pullRequest }: PageEndpoint): Markup {
  const { accept } = groupClients(swept.clients);
  const answering = swept.addresses.filter(({ failure }) => failure === null).length;
  const certificate = lifetime
    ? markup`${leftWords(lifetime)}${lifetimeBar(lifetime)}<small>of ${countOf(lifetime.days, 'day')}, until ${dayTag(lifetime.notAfter)}${lifetime.isServed ? '' : ', when it was last seen'}</small>`
    : markup`none seen`;
  return markup`<dl class="facts">
<div><dt>Certificate</dt><dd>${certificate}</dd></div>
<div><dt>Clients</dt><dd>${accept.length} of ${swept.clients.length} accept without help</dd></div>
<div><dt>Addresses</dt><dd>${answering} of ${swept.addresses.length} answer</dd></div>
<div><dt>Fix</dt><dd>${pullRequest ? pullRequestTag(pullRequest) : 'none proposed'}</dd></div>
</dl>`;
}

function findings({ swept }: PageEndpoint): Markup | undefined {
  if (swept.findings.length === 0) return undefined;
  const items = swept.findings
    .slice(0, MAX_ROWS)
    .map(
      ({ id, severity, message, help, addresses }) =>
        markup`<li class="${severity}"><p><span class="tag">${severity}</span> <span class="code">${id}</span></p><p>${message}</p><p class="help">${help}</p>${addresses.length > 0 ? markup`<p class="help">Seen at ${addresses.slice(0, 16).join(', ')}${addresses.length > 16 ? ` and ${addresses.length - 16} more` : ''}</p>` : undefined}</li>`,
    );
  return section('findings', 'Findings', markup`<ul class="list">${items}</ul>`);
}

function clients({ swept }: PageEndpoint): Markup | undefined {
  const rows = swept.clients.map((client) => {
    const { accepts, byLuck, error } = client;
    const verdict =
      accepts === null
        ? markup`unknown`
        : accepts
          ? byLuck
            ? markup`<span class="fair">accepts by luck</span>`
            : markup`<span class="good">accepts</span>`
          : markup`<span class="bad">refuses</span>`;
    return [clientWords(client), verdict, error === null ? '' : markup`<span class="code">${error}</span>`];
  });
  const caption = 'By luck: only because it fetches, or knows, what is missing';
  return section('clients', 'Clients', dataTable(caption, ['Client', 'Verdict', 'What its users see'], rows));
}

function deadlines({ readiness }: PageEndpoint): Markup | undefined {
  if (!readiness || readiness.deadlines.length === 0) return undefined;
  const rows = readiness.deadlines.map((each) => [
    dayTag(new Date(each.at)),
    deadlineWords(each),
    daysLeftWords(each),
    each.subject,
    each.source ?? '',
  ]);
  const columns = ['Day', 'What', 'Left', 'Certificate', 'Source'];
  const { validity } = readiness;
  const note =
    validity?.shrinks === true
      ? markup`<p>It is valid for ${validity.days} days; the next one may be for ${validity.limitAtRenewal ?? ''} at most.</p>`
      : undefined;
  return section(
    'deadlines',
    'Deadlines',
    markup`${dataTable('What is coming, the earliest first', columns, rows)}${note}`,
  );
}

function incidents({ incidents: all }: PageEndpoint): Markup | undefined {
  if (all.length === 0) return undefined;
  const rows = all.map((incident) => [
    markup`${incident.title}`,
    phaseWords(incident),
    timeTag(incident.since),
    incident.resolvedAt ? timeTag(incident.resolvedAt) : '',
    incident.pullRequest ? pullRequestTag(incident.pullRequest) : '',
  ]);
  const columns = ['What', 'Phase', 'Since', 'Resolved', 'Fix'];
  return section('incidents', 'Incidents', dataTable('Open ones first, then the latest', columns, rows));
}

function phaseWords({ phase, answer }: PageIncident): string {
  const words = phase === 'pending' ? 'seen, not confirmed yet' : phase;
  return answer === '' || phase === 'resolved' ? words : `${words}, ${answer}`;
}
