import { canonicalDomain } from '../config/domain.ts';
import type { AppError } from '../errors/app-error.ts';
import { printable } from '../errors/printable.ts';
import { placeOf, problemAt } from './mapping-rows.ts';
import type { MappingSheet } from './mapping-sheet.ts';
import type { MappingEntry, MappingRow } from './mapping.ts';

/**
 * Rows that mean an endpoint of ours without spelling it as clients do: other case, a trailing dot, white
 * space, U-labels, a URL, or a wildcard that covers it. AIRec compares exactly, so such a row binds nothing
 * and hides the mistake.
 */
export function findInexactDomains(
  source: MappingSheet,
  rows: readonly MappingRow[],
  endpoints: readonly Pick<MappingEntry, 'domain' | 'port'>[],
): readonly AppError[] {
  return endpoints.flatMap(({ domain, port }) =>
    rows.flatMap((row) => {
      const help = row.port === port ? explain(row.domain, domain) : undefined;
      if (help === undefined) return [];
      const details = {
        ...placeOf(source),
        row: row.row,
        actual: printable(row.domain),
        expected: domain,
        help,
      };
      return [problemAt({ source, row: row.row }, 'MAPPING_DOMAIN_NOT_EXACT', details)];
    }),
  );
}

function explain(text: string, domain: string): string | undefined {
  if (text === domain) return undefined;
  if (canonicalDomain(text) === domain)
    return `Write ${domain}: lower case, A-labels, no white space, no trailing dot.`;
  if (coveredBy(text.trim(), domain))
    return `Replace the wildcard by one row for each domain, such as ${domain}.`;
  return undefined;
}

function coveredBy(wildcard: string, domain: string): boolean {
  return (
    wildcard.startsWith('*.') && canonicalDomain(wildcard.slice(2)) === domain.slice(domain.indexOf('.') + 1)
  );
}
