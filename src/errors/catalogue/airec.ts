import type { ErrorEntry } from '../app-error.ts';

interface Place {
  readonly path: string;
  readonly sheet: string;
}

interface Reason {
  readonly path: string;
  readonly reason: string;
}

export const airecErrors = {
  MAPPING_UNREADABLE: ({ path, reason }: Reason) => ({
    category: 'configuration',
    problem: `The mapping file ${path} cannot be read: ${reason}`,
    help: 'Make it a regular file that this user may read, or name another one under airec.mapping.',
  }),
  MAPPING_NOT_WRITABLE: ({ path, reason }: Reason) => ({
    category: 'configuration',
    problem: `The mapping file ${path} cannot be written: ${reason}`,
    help: 'Close it in other programs, and let this user write to its folder.',
  }),
  MAPPING_NOT_WORKBOOK: ({ path, reason }: Reason) => ({
    category: 'configuration',
    problem: `The mapping file ${path} is no .xlsx workbook: ${reason}`,
    help: 'Save it as an Excel workbook (.xlsx) without a password, or delete it and let it be written anew.',
  }),
  MAPPING_MALFORMED: ({ path, reason }: Reason) => ({
    category: 'configuration',
    problem: `The mapping file ${path} is damaged or was tampered with: ${reason}`,
    help: 'Open and save it with a spreadsheet program, or restore it from version control.',
  }),
  MAPPING_TOO_LARGE: ({ path, reason }: Reason) => ({
    category: 'configuration',
    problem: `The mapping file ${path} is too large: ${reason}`,
    help: 'Keep the mapping in a workbook of its own; limit formats and validations to the rows in use.',
  }),
  MAPPING_MACROS: ({ path, part }: { path: string; part: string }) => ({
    category: 'configuration',
    problem: `The mapping file ${path} holds macros (${part}), which are neither run nor kept`,
    help: 'Save it as an Excel workbook (.xlsx), the format without macros.',
  }),
  MAPPING_NOT_PRESERVED: ({ path, parts }: { path: string; parts: string }) => ({
    category: 'configuration',
    problem: `The mapping file ${path} holds content that a change would lose: ${parts}`,
    help: 'Move charts, pivot tables, shapes and links to another workbook.',
  }),
  MAPPING_HEADER: ({ path, problem, help }: { path: string; problem: string; help: string }) => ({
    category: 'configuration',
    problem: `The mapping file ${path} has no usable header: ${problem}`,
    help,
  }),
  MAPPING_INVALID_CELL: (fact: Place & { cell: string; actual: string; expected: string }) => ({
    category: 'configuration',
    problem: `Cell ${fact.cell} of sheet "${fact.sheet}" in ${fact.path} is ${fact.actual}, expected ${fact.expected}`,
    help: `Enter ${fact.expected} in ${fact.cell}.`,
  }),
  MAPPING_MERGED_CELLS: ({ path, sheet, cell }: Place & { cell: string }) => ({
    category: 'configuration',
    problem: `Cell ${cell} of sheet "${sheet}" in ${path} is part of a merged cell`,
    help: 'Unmerge the cells under Domain, CertificateID, Protocol and Port.',
  }),
  MAPPING_DUPLICATE_ROW: (fact: Place & { endpoint: string; first: number; second: number }) => ({
    category: 'configuration',
    problem: `Rows ${String(fact.first)} and ${String(fact.second)} of sheet "${fact.sheet}" in ${fact.path} both map ${fact.endpoint}`,
    help: 'Keep one row for each domain and port.',
  }),
  MAPPING_DOMAIN_NOT_EXACT: (
    fact: Place & { row: number; actual: string; expected: string; help: string },
  ) => ({
    category: 'configuration',
    problem: `Row ${String(fact.row)} of sheet "${fact.sheet}" in ${fact.path} says "${fact.actual}" where AIRec needs exactly ${fact.expected}`,
    help: fact.help,
  }),
  BIND_COMMAND_NOT_FOUND: ({ command }: { command: string }) => ({
    category: 'configuration',
    problem: `The bind command ${command} is not on this machine`,
    help: 'Install it, or write its path under airec.bind; bind: none leaves the mapping file for you to apply.',
  }),
  BIND_COMMAND_NOT_EXECUTABLE: ({ command, reason }: { command: string; reason: string }) => ({
    category: 'configuration',
    problem: `The bind command ${command} cannot be run: ${reason}`,
    help: 'Make it an executable file for this platform (chmod +x), or write another command under airec.bind.',
  }),
} satisfies Record<string, (details: never) => ErrorEntry>;
