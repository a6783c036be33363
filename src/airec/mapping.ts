/** What an endpoint's row says: which certificate its HTTPS listener uses. */
export interface MappingEntry {
  /** Exactly the endpoint's FQDN. */
  readonly domain: string;
  /** Opaque text, never a number: ids exceed what a spreadsheet's numbers hold. */
  readonly certificateId: string;
  readonly port: number;
}

/** A row as it stands in the sheet. */
export interface MappingRow extends MappingEntry {
  /** `HTTPS` in rows of ours; others may say something else. */
  readonly protocol: string;
  /** Row of the sheet, counted from 1; the header is row 1. */
  readonly row: number;
}

export interface Mapping {
  /** Name of the sheet that holds the mapping. */
  readonly sheet: string;
  /** In the order of the sheet, blank rows left out. No domain and port twice. */
  readonly rows: readonly MappingRow[];
}

/** The row of a domain and port; undefined when there is none. */
export function rowOf(
  mapping: Mapping | undefined,
  { domain, port }: Pick<MappingEntry, 'domain' | 'port'>,
): MappingRow | undefined {
  return mapping?.rows.find((row) => row.domain === domain && row.port === port);
}

export const PROTOCOL = 'HTTPS';
/** Headings of the columns, in the order of a new file. */
export const COLUMNS = ['Domain', 'CertificateID', 'Protocol', 'Port'] as const;
export type ColumnName = (typeof COLUMNS)[number];
