import { readFile, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { readMapping } from '../../src/airec/mapping-file.ts';
import { reviewMapping } from '../../src/airec/review-mapping.ts';
import { HEADER, newMappingPath, writeRows } from '../support/workbooks.ts';

const DOMAIN = 'rec.example.com';
const WISH = { domain: DOMAIN, port: 443, certificateId: undefined };
const RIGHT = [DOMAIN, 'cert-1', 'HTTPS', 443];

/** The rows of the corrected file, as the deployment reads it; undefined: there is no correction. */
async function corrected(
  path: string,
  wishes = [WISH as typeof WISH | { domain: string; port: number; certificateId: string }],
) {
  const review = await reviewMapping(path, wishes);
  if (!review?.correction) return { review, rows: undefined };
  const file = await newMappingPath();
  await writeFile(file, review.correction.workbook);
  const mapping = await readMapping(file, wishes);
  const rows = mapping?.rows.map(({ domain, certificateId, protocol, port }) => [
    domain,
    certificateId,
    protocol,
    port,
  ]);
  return { review, rows };
}

describe('a review of the mapping', () => {
  it('finds nothing in a file that is right, and nothing where there is none', async () => {
    const review = await reviewMapping(await writeRows(HEADER, RIGHT), [WISH]);
    expect(review).toMatchObject({ defects: [], correction: undefined, isReadable: true });
    expect(review?.rows.get(`${DOMAIN}:443`)).toMatchObject({ certificateId: 'cert-1', row: 2 });
    expect(await reviewMapping(await newMappingPath(), [WISH])).toBeUndefined();
  });

  it.each<[string, unknown[][]]>([
    ['a trailing dot', [HEADER, [`${DOMAIN}.`, 'cert-1', 'HTTPS', 443]]],
    ['upper case', [HEADER, ['Rec.Example.com', 'cert-1', 'HTTPS', 443]]],
    ['white space', [HEADER, [` ${DOMAIN} `, 'cert-1', 'HTTPS', 443]]],
    ['a wildcard', [HEADER, ['*.example.com', 'cert-1', 'HTTPS', 443]]],
    ['another protocol', [HEADER, [DOMAIN, 'cert-1', 'http', 443]]],
    ['another port', [HEADER, [DOMAIN, 'cert-1', 'HTTPS', 4433]]],
    ['no port', [HEADER, [DOMAIN, 'cert-1', 'HTTPS', 'https']]],
    ['a heading misspelled', [['Domain', 'Certificate ID', 'Protocol', 'port'], RIGHT]],
    ['a row twice', [HEADER, RIGHT, RIGHT]],
    ['a row twice, once inexact', [HEADER, [`${DOMAIN}.`, 'cert-1', 'HTTPS', 443], RIGHT]],
  ])('corrects %s', async (_what, rows) => {
    const found = await corrected(await writeRows(...rows));
    expect(found.rows).toEqual([RIGHT]);
    expect(found.review?.defects.length).toBeGreaterThan(0);
    expect(found.review?.correction?.tsv).toContain(`${DOMAIN}\tcert-1\tHTTPS\t443`);
  });

  it.each<[string, unknown[][]]>([
    ['two rows with different ids', [HEADER, RIGHT, [DOMAIN, 'cert-2', 'HTTPS', 443]]],
    ['no row', [HEADER, ['www.example.com', 'cert-1', 'HTTPS', 443]]],
    ['an id that is no text', [HEADER, [DOMAIN, 2 ** 70, 'HTTPS', 443]]],
    ['no heading that is near', [['a', 'b', 'c', 'd'], RIGHT]],
    [
      'a row of somebody else that cannot be read',
      [HEADER, RIGHT, ['www.example.com', 'cert-1', 'HTTPS', 0]],
    ],
  ])('tells of %s, and guesses nothing', async (_what, rows) => {
    const found = await corrected(await writeRows(...rows));
    expect(found.rows).toBeUndefined();
    expect(found.review?.defects).toHaveLength(1);
  });

  it.each<[string, unknown[][]]>([
    ['where another stands', [HEADER, RIGHT]],
    ['where none stands', [HEADER, [DOMAIN, '', 'HTTPS', 443]]],
    ['where there is no row', [HEADER]],
    ['where rows disagree', [HEADER, RIGHT, [DOMAIN, 'cert-9', 'HTTPS', 443]]],
  ])('writes the id that is deployed %s', async (_what, rows) => {
    const found = await corrected(await writeRows(...rows), [{ ...WISH, certificateId: 'cert-9' }]);
    expect(found.rows).toEqual([[DOMAIN, 'cert-9', 'HTTPS', 443]]);
  });

  it('makes a row for each endpoint of a wildcard', async () => {
    const path = await writeRows(HEADER, ['*.example.com', 'cert-1', 'HTTPS', 443]);
    const { rows } = await corrected(path, [WISH, { ...WISH, domain: 'www.example.com' }]);
    expect(rows).toEqual([RIGHT, ['www.example.com', 'cert-1', 'HTTPS', 443]]);
  });

  it('gives the same bytes each time, and leaves the file and other rows alone', async () => {
    const other = ['shop.example.org', 'cert-7', 'HTTPS', 443];
    const path = await writeRows(HEADER, [`${DOMAIN}.`, 'cert-1', 'HTTPS', 443], other, RIGHT);
    const before = await readFile(path);
    const [first, second] = [await corrected(path), await corrected(path)];
    expect(first.rows).toEqual(expect.arrayContaining([other, RIGHT]));
    expect(
      first.review?.correction?.workbook.equals(second.review?.correction?.workbook ?? Buffer.of()),
    ).toBe(true);
    expect((await readFile(path)).equals(before)).toBe(true);
  });

  it('tells of a file that is no workbook', async () => {
    const path = await newMappingPath();
    await writeFile(path, 'no workbook');
    const review = await reviewMapping(path, [WISH]);
    expect(review).toMatchObject({ isReadable: false, correction: undefined });
    expect(review?.defects).toHaveLength(1);
  });
});
