import type { EndpointCheck } from '../endpoints/check-endpoint.ts';
import type { ClientVerdict } from '../endpoints/client-verdicts.ts';
import type { AddressVerdict } from '../endpoints/judge.ts';
import { printable } from '../errors/printable.ts';
import { countOf } from './format.ts';
import type { Colour, Paint } from './paint.ts';
import { placeOf, problemsOf } from './problems.ts';
import { formatTable } from './table.ts';

const VERDICTS = {
  healthy: { sign: '✓', colour: 'green', meaning: 'every client accepts it, at every address' },
  degraded: { sign: '!', colour: 'yellow', meaning: 'clients accept it; something should be tidied' },
  repairable: {
    sign: '✗',
    colour: 'red',
    meaning: 'clients refuse it; another bundle for the same leaf mends that',
  },
  broken: { sign: '✗', colour: 'red', meaning: 'clients refuse it, and no other bundle for this leaf helps' },
  unreachable: { sign: '✗', colour: 'red', meaning: 'no address answers' },
  unknown: { sign: '?', colour: 'yellow', meaning: 'it could not be determined from here' },
} as const satisfies Record<EndpointCheck['verdict'], { sign: string; colour: Colour; meaning: string }>;

/** What a check found, for a terminal: verdict, chain served and required, clients, findings, how to see it oneself. */
export function renderCheck(check: EndpointCheck, paint: Paint): string {
  const { endpoint, verdict, served, clients } = check;
  const { sign, colour, meaning } = VERDICTS[verdict];
  const head = `${paint(colour, `${sign} ${verdict}`)}  ${endpoint.domain}:${endpoint.port}: ${meaning}`;
  const sections = [
    served.addresses.map((address) => renderAddress(address)),
    renderRepair(check),
    clients.length > 0 && served.addresses.length > 0 ? renderClients(clients, paint) : [],
    renderFindings(check, paint),
    renderReproduction(check),
  ];
  const body = sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map((line) => `  ${line}`).join('\n'));
  return [head, ...body].join('\n\n');
}

function renderAddress({ address, tls, http }: AddressVerdict): string {
  if (tls.kind === 'failure')
    return `${address}  ${tls.stage}: ${tls.reason}${tls.detail ? ` (${tls.detail})` : ''}`;
  const answer = http?.kind === 'response' ? `, HTTP ${http.status}` : '';
  const chain = tls.receivedChain.map(({ subject }) => printable(subject)).join(' ← ');
  return `${address}  ${tls.protocol}, ${tls.cipher}, ${tls.durationMs} ms${answer}\n    serves    ${chain}`;
}

function renderRepair({ repair, endpoint }: EndpointCheck): readonly string[] {
  if (!repair) return [];
  const { bundle, anchor, fetched } = repair;
  const chain = [...bundle, anchor].map(({ subject }) => printable(subject)).join(' ← ');
  return [
    `needs     ${chain} (trust anchor, not sent)`,
    `Mended by a bundle of ${countOf(bundle.length, 'certificate')}, proven by a handshake with it at hand.`,
    ...fetched.map((url) => `From ${url}.`),
    `check ${endpoint.domain}:${endpoint.port} --pem prints it.`,
  ];
}

function renderClients(clients: readonly ClientVerdict[], paint: Paint): readonly string[] {
  const rows = clients.map(({ client, accepts, byLuck, error }) => [
    client,
    byLuck ? 'by luck' : accepts === undefined ? 'unknown' : accepts ? 'accepts' : 'refuses',
    byLuck ? `fetches what is missing; else ${error ?? ''}` : (error ?? ''),
  ]);
  return formatTable([['Client', 'Verdict', 'What its users see'], ...rows], (text, { row, column }) => {
    if (row === 0 || column !== 1) return text;
    return paint(text.startsWith('accepts') ? 'green' : text.startsWith('refuses') ? 'red' : 'yellow', text);
  });
}

function renderFindings({ served }: EndpointCheck, paint: Paint): readonly string[] {
  const signs = { error: paint('red', '✗'), warning: paint('yellow', '!'), info: paint('dim', 'i') };
  return problemsOf(served, ['error', 'warning', 'info']).map(
    (each) => `${signs[each.severity]} ${each.problem}${placeOf(each)} [${each.id}]\n    → ${each.help}`,
  );
}

/** The command that shows the same with a tool that everybody has. */
function renderReproduction({ endpoint, served }: EndpointCheck): readonly string[] {
  const address = served.addresses.find(({ accepted }) => !accepted)?.address;
  if (!address) return [];
  const name = `-servername ${endpoint.domain} -verify_hostname ${endpoint.domain}`;
  return [`See it: openssl s_client -connect ${address} ${name} -verify_return_error -showcerts </dev/null`];
}
