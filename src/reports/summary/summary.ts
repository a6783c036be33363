/**
 * What people are shown of a run, as plain data: a job summary, a comment and the terminal are made from the same one.
 * Nothing in it is escaped, whoever wrote it: that is for those who render it.
 */
export interface Summary {
  /** `airec-https: deployment` */
  readonly title: string;
  readonly sign: Sign;
  /** One line. */
  readonly verdict: Text;
  /** One line each: where it was seen from, who acted. */
  readonly notes: readonly Text[];
  readonly table: Table | undefined;
  /** The most important first: from the end they are left out where there is no room. */
  readonly sections: readonly Section[];
  readonly closing: Text | undefined;
}

/** How it is, where there is room for a sign. */
export type Sign = 'good' | 'warning' | 'bad' | 'unknown' | 'planned' | 'skipped' | 'info';

/** One line of text, or part of it. A string is shown as it is. */
export type Text = Span | readonly Span[];
export type Span = string | CodeSpan | StrongSpan | LinkSpan;
export interface CodeSpan {
  readonly code: string;
}
export interface StrongSpan {
  readonly strong: string;
}
/** A link where `url` is one of HTTP, else its text. */
export interface LinkSpan {
  readonly link: string;
  readonly url: string;
}

export interface Table {
  readonly heading: readonly string[];
  /** As many cells each as `heading` has. */
  readonly rows: readonly (readonly Cell[])[];
}
export type Cell = Text | Signed;
export interface Signed {
  readonly sign: Sign;
  readonly text: Text;
}

/** What can be folded away. */
export interface Section {
  readonly title: Text;
  readonly sign: Sign | undefined;
  /** Whether it is shown before anybody asks. A terminal has no folds: of others it shows the title. */
  readonly isOpen: boolean;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly kind: 'paragraph'; readonly text: Cell }
  | { readonly kind: 'list'; readonly items: readonly Cell[] }
  | { readonly kind: 'table'; readonly table: Table }
  /** Lines for a shell. */
  | { readonly kind: 'commands'; readonly lines: readonly string[] }
  /** To be compared with each other: what is served and what is needed, before and after. */
  | { readonly kind: 'chains'; readonly chains: readonly PicturedChain[] };

export interface PicturedChain {
  readonly title: string;
  /** The leaf first. */
  readonly links: readonly PicturedCertificate[];
}

/** `used`, `missing`, `wrong` with it, or `known` to clients, who need not be sent it. */
export type Mark = 'used' | 'missing' | 'wrong' | 'known';

export interface PicturedCertificate {
  readonly mark: Mark;
  /** Its subject. */
  readonly label: string;
  /** SHA-256 in short; undefined: of one that nobody has seen. */
  readonly fingerprint: string | undefined;
  /** What there is to say about it; may be empty. */
  readonly note: string;
}

export function code(text: string): CodeSpan {
  return { code: text };
}

export function strong(text: string): StrongSpan {
  return { strong: text };
}

export function link(text: string, url: string): LinkSpan {
  return { link: text, url };
}

export function signed(sign: Sign, text: Text): Signed {
  return { sign, text };
}

export function paragraph(text: Cell): Block {
  return { kind: 'paragraph', text };
}

export function list(items: readonly Cell[]): Block {
  return { kind: 'list', items };
}

export function isSigned(cell: Cell): cell is Signed {
  return typeof cell === 'object' && 'sign' in cell;
}

export function spansOf(text: Text): readonly Span[] {
  if (typeof text === 'string') return [text];
  return 'length' in text ? text : [text];
}

/** What a column of a table says of a row; undefined: nothing is known. */
export type Column<Row> = readonly [heading: string, cellOf: (row: Row) => Cell | undefined];

/** A table of `rows` without the columns that would say nothing in any row; `–` where one of them is not known. */
export function tableOf<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): Table {
  const told = columns.flatMap(([heading, cellOf]) => {
    const cells = rows.map(cellOf);
    return cells.some((cell) => cell !== undefined) ? [{ heading, cells }] : [];
  });
  return {
    heading: told.map(({ heading }) => heading),
    rows: rows.map((_, index) => told.map(({ cells }) => cells[index] ?? '–')),
  };
}
