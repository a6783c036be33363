import { type CheckCall, pemCommand } from './check-commands.ts';
import type { CheckPage } from './check-picture.ts';
import type { CheckedEndpoint } from './check-report.ts';
import { countOf } from '../format.ts';
import { placeOf, problemsOf } from '../problems.ts';
import { formatTable } from '../table.ts';
import { wrapBehind, wrapText } from '../wrap-text.ts';

type Client = CheckedEndpoint['clients'][string];
type Repair = NonNullable<CheckedEndpoint['repair']>;

const INDENT = '    ';
const COLOURS = { accepts: 'green', refuses: 'red', 'by luck': 'yellow', unknown: 'yellow' } as const;

/** What each client makes of it, and what its users see. */
export function renderClients({ clients }: CheckedEndpoint, { paint, width }: CheckPage): readonly string[] {
  const told = Object.entries(clients).map(([name, client]) => ({ name, client, word: wordFor(client) }));
  if (told.length === 0) return [];
  const columns = Math.max(...told.map(({ name }) => name.length), 'Client'.length) + 2;
  const room = Math.max(width - columns - 'Verdict'.length - 4, 30);
  const rows = told.flatMap(({ name, client, word }) =>
    wrapText(sightOf(client), room).map((line, index) => (index === 0 ? [name, word, line] : ['', '', line])),
  );
  return formatTable([['Client', 'Verdict', 'What its users see'], ...rows], (text, { row, column }) => {
    const word = text.trimEnd();
    return row > 0 && column === 1 && isWord(word) ? paint(COLOURS[word], text) : text;
  });
}

function isWord(word: string): word is keyof typeof COLOURS {
  return Object.hasOwn(COLOURS, word);
}

function wordFor({ accepts, byLuck }: Client): keyof typeof COLOURS {
  if (byLuck) return 'by luck';
  return accepts === null ? 'unknown' : accepts ? 'accepts' : 'refuses';
}

function sightOf({ luck, error }: Client): string {
  if (luck === undefined) return error ?? '';
  const how =
    luck === 'aia'
      ? 'fetches what is missing (AIA)'
      : 'knows the intermediates of public authorities (preload)';
  return `${how}; else ${error ?? ''}`;
}

/** What is wrong, the worst first, the same at several addresses once, each with what to do. */
export function renderFindings(endpoint: CheckedEndpoint, { paint, width }: CheckPage): readonly string[] {
  const signs = { error: paint('red', '✗'), warning: paint('yellow', '!'), info: paint('cyan', 'i') };
  const findings = endpoint.findings.map(({ message, ...rest }) => ({ ...rest, problem: message }));
  return problemsOf({ findings }, ['error', 'warning', 'info']).flatMap((each) => {
    const { location, citation } = each;
    const line = location?.line === undefined ? '' : ` in line ${location.line} of ${location.file}`;
    return [
      `${signs[each.severity]} ${paint('bold', each.id)}${placeOf(each)}${line}`,
      ...wrapText(each.problem, width - INDENT.length).map((text) => INDENT + text),
      ...wrapBehind(`${INDENT}→ `, each.help, width),
      ...(citation === undefined ? [] : [`${INDENT}${paint('dim', citation)}`]),
    ];
  });
}

/** The bundles that should be served instead: for whom, from where, how that is known, and how to have them. */
export function renderRepairs(
  endpoint: CheckedEndpoint,
  page: CheckPage,
  call: CheckCall,
): readonly string[] {
  const { repair, furtherRepairs = [] } = endpoint;
  if (!repair) return [];
  const lines = [repair, ...furtherRepairs].flatMap((each) => describeRepair(each, endpoint, page));
  return [...lines, `${INDENT}print it   ${pemCommand(endpoint, call)}`];
}

function describeRepair(repair: Repair, endpoint: CheckedEndpoint, { paint, width }: CheckPage): string[] {
  const { bundle, satisfies, leaves, sources } = repair;
  const isRefused = Object.values(endpoint.clients).some(({ accepts, byLuck }) => !accepts || byLuck);
  const leaf = endpoint.certificates[bundle[0] ?? '']?.subject ?? '';
  const urls = [...new Set(sources.flatMap(({ url }) => url ?? []))];
  const facts = [
    ['satisfies', satisfies.join(', ') || 'no client'],
    ...(leaves.length > 0 ? [['leaves', `${leaves.join(', ')}, which no bundle satisfies`] as const] : []),
    ...(urls.length > 0 ? [['fetched', urls.join(' ')] as const] : []),
    ['proven', describeProof(repair)],
  ] as const;
  const head = `${paint('green', '+')} ${paint('bold', isRefused ? 'Mended by' : 'Tidied by')} a bundle of `;
  return [
    `${head}${countOf(bundle.length, 'certificate')} for ${leaf}`,
    ...facts.flatMap(([name, text]) => wrapBehind(`${INDENT}${name.padEnd(11)}`, text, width)),
  ];
}

function describeProof({ proofs }: Repair): string {
  if (proofs.length === 0) return 'by validation alone: there is no server to connect to';
  const addresses = new Set(proofs.map(({ address }) => address)).size;
  const before = proofs.filter((proof) => proof.before).length;
  const after = proofs.filter((proof) => proof.after).length;
  const where = countOf(addresses, 'address', 'addresses');
  const counted = addresses > 1 ? ' (clients times addresses)' : '';
  const change = before === after ? 'as many as now' : `${before} now`;
  return (
    `by a handshake with ${where}, the intermediates at hand and not trusted: ` +
    `${after} of ${proofs.length} accept it${counted}, ${change}`
  );
}
