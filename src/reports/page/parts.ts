import { type Markup, markup } from './markup.ts';

/** Rows of one table, items of one list. */
export const MAX_ROWS = 200;

/** A part of a page; undefined without content. */
export function section(id: string, title: string, content: Markup | undefined): Markup | undefined {
  return content && markup`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${content}</section>`;
}

/**
 * A table that may be scrolled sideways with the keyboard too; in a narrow window each row is a list of its cells with their
 * columns. Columns that say nothing in any row are left out; rows beyond the limit are counted.
 */
export function dataTable(
  caption: string,
  columns: readonly string[],
  rows: readonly (readonly (Markup | string)[])[],
): Markup {
  const shown = rows.slice(0, MAX_ROWS);
  const told = columns.flatMap((column, index) =>
    index === 0 || shown.some((cells) => (cells[index] ?? '') !== '') ? [{ column, index }] : [],
  );
  const head = told.map(({ column }) => markup`<th scope="col">${column}</th>`);
  const body = shown.map((cells) => {
    const [first, ...others] = told.map(({ column, index }) => ({ column, cell: cells[index] ?? '' }));
    const rest = others.map(({ column, cell }) => markup`<td data-column="${column}">${cell}</td>`);
    return markup`<tr><th scope="row">${first?.cell}</th>${rest}</tr>`;
  });
  const more =
    rows.length > MAX_ROWS ? markup`<p>And ${rows.length - MAX_ROWS} more in the report.</p>` : undefined;
  return markup`<div class="scroll" role="region" aria-label="${caption}" tabindex="0"><table><caption>${caption}</caption><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>${more}`;
}
