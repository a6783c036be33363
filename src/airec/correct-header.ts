import type { Workbook, Worksheet } from 'exceljs';
import { findNearest } from '../config/find-nearest.ts';
import { printable } from '../errors/printable.ts';
import { hasCode } from '../errors/catalogue.ts';
import { cellText } from './cell-value.ts';
import type { RowChange } from './correct-rows.ts';
import { findMappingSheet, type MappingSheet } from './mapping-sheet.ts';
import { COLUMNS } from './mapping.ts';

/**
 * The sheet of the mapping, its header put right: each missing heading takes the place of the one that is nearest to it.
 *
 * @throws MAPPING_HEADER when a heading that is missing has no likeness in the first row of the first sheet
 */
export function correctHeader(
  workbook: Workbook,
  path: string,
): { readonly source: MappingSheet; readonly changes: readonly RowChange[] } {
  try {
    return { source: findMappingSheet(workbook, path), changes: [] };
  } catch (error) {
    if (!hasCode(error, 'MAPPING_HEADER')) throw error;
    const [sheet] = workbook.worksheets;
    const changes = sheet ? renameHeadings(sheet) : [];
    return { source: findMappingSheet(workbook, path), changes };
  }
}

function renameHeadings(sheet: Worksheet): readonly RowChange[] {
  const texts = new Map<number, string>();
  sheet.findRow(1)?.eachCell((cell, column) => texts.set(column, cellText(cell) ?? ''));
  const before = [...texts.values()].map((text) => printable(text));
  const renamed: string[] = [];
  for (const name of COLUMNS) {
    const present = [...texts.values()];
    if (present.includes(name)) continue;
    const others = present.filter((text) => !COLUMNS.some((each) => each === text));
    const nearest = findNearest(name, others);
    const place = [...texts].find(([, text]) => text === nearest)?.[0];
    if (nearest === undefined || place === undefined) continue;
    sheet.getRow(1).getCell(place).value = name;
    texts.set(place, name);
    renamed.push(`"${printable(nearest)}" is not ${name}`);
  }
  if (renamed.length === 0) return [];
  return [
    { row: 1, before, after: [...texts.values()].map((text) => printable(text)), why: renamed.join(', ') },
  ];
}
