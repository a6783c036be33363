import { describe, expect, it } from 'vitest';
import { berToDer } from '../../../src/certificates/der/ber.ts';
import { DerError } from '../../../src/certificates/der/der.ts';

const convert = (hex: string) => berToDer(Buffer.from(hex, 'hex')).toString('hex');

/** An empty SEQUENCE in `depth` more of indefinite length. */
const nested = (depth: number) => `${'3080'.repeat(depth)}3000${'0000'.repeat(depth)}`;

describe('berToDer', () => {
  it.each([
    { name: 'DER', ber: '30060201010401ff', der: '30060201010401ff' },
    { name: 'an indefinite length', ber: '30800201010000', der: '3003020101' },
    { name: 'one in another', ber: '3080a08002010100000201020000', der: '3008a003020101020102' },
    { name: 'a length that is not minimal', ber: '308300000402810101', der: '3003020101' },
    {
      name: 'a long element',
      ber: `3080048180${'61'.repeat(128)}0000`,
      der: `308183048180${'61'.repeat(128)}`,
    },
    { name: 'what follows the first element', ber: '3000ffff', der: '3000' },
    { name: 'three levels', ber: nested(2), der: '300430023000' },
  ])('converts $name', ({ ber, der }) => {
    expect(convert(ber)).toBe(der);
  });

  it.each([
    { name: 'nothing', ber: '' },
    { name: 'a tag alone', ber: '30' },
    { name: 'a length without its octets', ber: '0481' },
    { name: 'a reserved length', ber: '30ff' },
    { name: 'contents cut short', ber: '04020a' },
    { name: 'a child longer than its parent', ber: '300304050000' },
    { name: 'an indefinite length without an end', ber: '3080020101' },
    { name: 'a primitive of indefinite length', ber: '04800000' },
    { name: 'a tag number above 30', ber: '3f810000' },
  ])('refuses $name', ({ ber }) => {
    expect(() => convert(ber)).toThrow(DerError);
  });

  it('goes 32 levels deep and no deeper', () => {
    expect(convert(nested(32))).toMatch(/3000$/);
    expect(() => convert(nested(33))).toThrow(DerError);
  });

  it('gives up on a hundred thousand elements', () => {
    expect(berToDer(Buffer.from(`3080${'0500'.repeat(99_999)}0000`, 'hex'))).toHaveLength(5 + 2 * 99_999);
    expect(() => berToDer(Buffer.from(`3080${'0500'.repeat(100_000)}0000`, 'hex'))).toThrow(DerError);
  });
});
