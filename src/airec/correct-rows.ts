import { canonicalDomain } from '../config/domain.ts';
import { printable } from '../errors/printable.ts';
import { cellText, describeCell } from './cell-value.ts';
import { cellAt, type MappingSheet } from './mapping-sheet.ts';
import { COLUMNS, type MappingEntry, type MappingRow, PROTOCOL } from './mapping.ts';

/** An endpoint that the mapping is to name. */
export interface Wish {
  readonly domain: string;
  readonly port: number;
  /** The certificate that is deployed; undefined: nobody knows, so that what a row names stays. */
  readonly certificateId: string | undefined;
}

/** What is wrong with the mapping of one endpoint. */
export interface MappingDefect {
  /** `domain:port`. */
  readonly endpoint: string;
  readonly problem: string;
  readonly help: string;
}

/** One row that is not as it should be. The cells are printable, in the order of the columns. */
export interface RowChange {
  /** As the sheet counts before the change; null: a new row. */
  readonly row: number | null;
  /** Null: a new row. */
  readonly before: readonly string[] | null;
  /** Null: the row goes. */
  readonly after: readonly string[] | null;
  readonly why: string;
}

/** What was found of the endpoints, the sheet being corrected but for `entries`. */
interface Found {
  readonly rows: ReadonlyMap<string, MappingRow>;
  readonly defects: readonly MappingDefect[];
  readonly changes: readonly RowChange[];
  /** To be applied once the rows above are right. */
  readonly entries: readonly MappingEntry[];
}

interface Raw {
  readonly row: number;
  readonly domain: string;
  readonly id: string;
  readonly protocol: string;
  readonly port: string;
}

/** Finds each endpoint's row, however it is spelled, corrects what needs no guess, and removes what is there twice. */
export function endpointRows(source: MappingSheet, wishes: readonly Wish[]): Found {
  const raw = readRaw(source);
  const found = {
    rows: new Map<string, MappingRow>(),
    defects: [] as MappingDefect[],
    changes: [] as RowChange[],
    entries: [] as MappingEntry[],
  };
  const gone = new Set<number>();
  const taken = new Set<number>();
  for (const wish of wishes) {
    const own = candidatesOf(wish, raw, wishes).filter(({ row }) => !gone.has(row));
    const kept = choose(own, wish);
    const { domain, port } = wish;
    const endpoint = `${domain}:${port}`;
    const complain = (problem: string, help: string): void =>
      void found.defects.push({ endpoint, problem, help });
    if (!kept) {
      complainOf(own, wish, complain);
      if (own.length > 0 || wish.certificateId === undefined) continue;
      found.entries.push({ ...wish, certificateId: wish.certificateId });
      const after = [domain, wish.certificateId, PROTOCOL, String(port)];
      found.changes.push({ row: null, before: null, after, why: 'the row is missing' });
      continue;
    }
    for (const twin of own) {
      if (twin === kept) continue;
      gone.add(twin.row);
      const why = `row ${kept.row} is for the same endpoint`;
      found.changes.push({ row: twin.row, before: shown(twin), after: null, why });
      complain(
        `Rows ${kept.row} and ${twin.row} of the mapping file are both for ${endpoint}`,
        'Keep one of them.',
      );
    }
    const certificateId = wish.certificateId ?? kept.id;
    const reasons = faultsOf(kept, wish);
    const after = [domain, certificateId, PROTOCOL, String(port)];
    for (const reason of reasons) {
      complain(
        `Row ${kept.row} of the mapping file is not right: ${reason}`,
        `It should read ${after.join(', ')}.`,
      );
    }
    if (certificateId === '') continue;
    const entry = { domain, port, certificateId };
    // A wildcard that stood for several endpoints becomes a row for each.
    if (taken.has(kept.row)) {
      found.entries.push(entry);
      found.changes.push({ row: null, before: null, after, why: reasons.join(', ') });
      continue;
    }
    taken.add(kept.row);
    if (reasons.length === 0) {
      found.rows.set(endpoint, { ...entry, protocol: kept.protocol, row: kept.row });
      continue;
    }
    if (kept.domain === domain && kept.port === String(port) && kept.id !== '')
      found.rows.set(endpoint, {
        domain,
        port,
        certificateId: kept.id,
        protocol: kept.protocol,
        row: kept.row,
      });
    COLUMNS.forEach((column, index) => {
      const cell = cellAt(source, kept.row, column);
      const value = column === 'Port' ? port : (after[index] ?? '');
      if (cellText(cell) !== String(value)) cell.value = value;
    });
    found.changes.push({
      row: kept.row,
      before: shown(kept),
      after: after.map((text) => printable(text)),
      why: reasons.join(', '),
    });
  }
  for (const row of [...gone].toSorted((a, b) => b - a)) source.sheet.spliceRows(row, 1);
  return { ...found, changes: found.changes.toSorted((a, b) => (a.row ?? Infinity) - (b.row ?? Infinity)) };
}

function complainOf(
  own: readonly Raw[],
  { domain, port, certificateId }: Wish,
  complain: (problem: string, help: string) => void,
): void {
  if (own.length === 0) {
    const help =
      certificateId === undefined ? 'Deploy: that writes the row with the id of the certificate.' : '';
    complain(
      `The mapping file has no row for ${domain}:${port}`,
      help || `Add it with ${certificateId ?? ''}.`,
    );
    return;
  }
  complain(
    `Rows ${own.map(({ row }) => row).join(', ')} of the mapping file name several certificates for ${domain}:${port}: ${own.map(({ id }) => printable(id)).join(', ')}`,
    'Keep the row with the certificate that is deployed.',
  );
}

/** The rows that mean the endpoint: by name and port; else by name with a port of nobody; else a wildcard. */
function candidatesOf({ domain, port }: Wish, raw: readonly Raw[], wishes: readonly Wish[]): readonly Raw[] {
  const named = raw.filter((row) => row.domain === domain || canonicalDomain(row.domain) === domain);
  const exact = named.filter((row) => Number(row.port.trim()) === port);
  if (exact.length > 0) return exact;
  const ports = new Set(wishes.flatMap((wish) => (wish.domain === domain ? [wish.port] : [])));
  const stray = named.filter((row) => !ports.has(Number(row.port.trim())));
  if (stray.length > 0 && ports.size === 1) return stray;
  const parent = domain.slice(domain.indexOf('.') + 1);
  return raw.filter((row) => {
    const wildcard = row.domain.trim();
    return (
      wildcard.startsWith('*.') && canonicalDomain(wildcard.slice(2)) === parent && Number(row.port) === port
    );
  });
}

/** The one to keep: with the id that is deployed, else the first when all name one certificate. */
function choose(own: readonly Raw[], { domain, certificateId }: Wish): Raw | undefined {
  const [first] = own.toSorted((a, b) => Number(b.domain === domain) - Number(a.domain === domain));
  const deployed = own.find(({ id }) => id === certificateId);
  if (deployed) return deployed;
  return new Set(own.map(({ id }) => id)).size > 1 && certificateId === undefined ? undefined : first;
}

function faultsOf(row: Raw, { domain, port, certificateId }: Wish): readonly string[] {
  return [
    row.domain === domain ? '' : `Domain is "${printable(row.domain)}", expected exactly ${domain}`,
    row.id === '' ? 'CertificateID is no id as text' : '',
    row.id !== '' && certificateId !== undefined && row.id !== certificateId
      ? `CertificateID is ${printable(row.id)}, deployed is ${certificateId}`
      : '',
    row.protocol === PROTOCOL ? '' : `Protocol is "${printable(row.protocol)}", expected ${PROTOCOL}`,
    row.port === String(port) ? '' : `Port is "${printable(row.port)}", expected ${port}`,
  ].filter(Boolean);
}

function shown({ domain, id, protocol, port }: Raw): readonly string[] {
  return [domain, id, protocol, port].map((text) => printable(text));
}

function readRaw(source: MappingSheet): readonly Raw[] {
  const rows: Raw[] = [];
  for (let row = 2; row <= source.sheet.rowCount; row += 1) {
    const text = (column: (typeof COLUMNS)[number]): string => cellText(cellAt(source, row, column)) ?? '';
    const raw = {
      row,
      domain: text('Domain'),
      id: text('CertificateID').trim(),
      protocol: text('Protocol'),
      port: text('Port') || describeCell(cellAt(source, row, 'Port')),
    };
    if (raw.domain !== '') rows.push(raw);
  }
  return rows;
}
