import { describe, expect, it } from 'vitest';
import { DerError, DerFields, readChildren, readDer } from '../../../src/certificates/der/der.ts';
import {
  readBitString,
  readBoolean,
  readInteger,
  readNamedBits,
  readOid,
  readString,
  readTime,
} from '../../../src/certificates/der/der-values.ts';

const element = (hex: string) => readDer(Buffer.from(hex, 'hex'));
const text = (tag: string, value: string) =>
  element(`${tag}${value.length.toString(16).padStart(2, '0')}${Buffer.from(value).toString('hex')}`);

describe('readDer', () => {
  it('gives tag, contents and all octets', () => {
    const { tag, content, der } = element('0403010203');
    expect(tag).toBe(0x04);
    expect(content.toString('hex')).toBe('010203');
    expect(der.toString('hex')).toBe('0403010203');
  });

  it('reads a long length', () => {
    expect(element(`048180${'00'.repeat(128)}`).content).toHaveLength(128);
  });

  it.each([
    ['nothing', ''],
    ['a tag alone', '30'],
    ['contents cut short', '0403010'.padEnd(8, '0')],
    ['a length without its octets', '0482'],
    ['octets after the element', '050000'],
    ['an indefinite length', '30800000'],
    ['a long length for a short element', '04810100'],
    ['a length with a leading zero', `04820080${'00'.repeat(128)}`],
    ['a length of five octets', '04850000000001aa'],
    ['a length beyond the input', '0484ffffffff'],
    ['a tag number above 30', '1f8100'],
  ])('refuses %s', (_, hex) => {
    expect(() => element(hex)).toThrow(DerError);
  });
});

describe('readChildren', () => {
  it('gives the elements in order', () => {
    expect(readChildren(element('3006020101040122')).map(({ tag }) => tag)).toEqual([0x02, 0x04]);
  });

  it.each(['040105', '3003020201', '30020500ff'])('refuses %s', (hex) => {
    expect(() => readChildren(element(hex))).toThrow(DerError);
  });
});

describe('DerFields', () => {
  it('takes fields as the grammar lists them', () => {
    const fields = new DerFields(element('3006020101040122'));
    expect(fields.optional(0x01)).toBeUndefined();
    expect(fields.required(0x02).content.toString('hex')).toBe('01');
    expect(() => fields.end()).toThrow(DerError);
    expect(() => fields.required(0x05)).toThrow(DerError);
    expect(() => fields.any()).toThrow(DerError);
    expect(() => fields.end()).not.toThrow();
  });
});

describe('values', () => {
  it.each([
    ['020100', 0n],
    ['02017f', 127n],
    ['02020080', 128n],
    ['0201ff', -1n],
    ['0209008000000000000000', 2n ** 63n],
  ])('INTEGER %s', (hex, value) => {
    expect(readInteger(element(hex))).toBe(value);
  });

  it.each([
    ['06032a0304', '1.2.3.4'],
    ['060355040a', '2.5.4.10'],
    ['0603883703', '2.999.3'],
    ['06092a864886f70d010702', '1.2.840.113549.1.7.2'],
  ])('OBJECT IDENTIFIER %s', (hex, oid) => {
    expect(readOid(element(hex))).toBe(oid);
  });

  it.each([
    ['17', '491231235959Z', '2049-12-31T23:59:59.000Z'],
    ['17', '500101000000Z', '1950-01-01T00:00:00.000Z'],
    ['18', '20500101000000Z', '2050-01-01T00:00:00.000Z'],
    ['18', '99991231235959Z', '9999-12-31T23:59:59.000Z'],
  ])('time %s %s', (tag, value, iso) => {
    expect(readTime(text(tag, value)).toISOString()).toBe(iso);
  });

  it.each([
    ['0c', 'Ő', 'Ő'],
    ['13', 'Example', 'Example'],
    ['16', 'a@b', 'a@b'],
  ])('string %s %s', (tag, value, decoded) => {
    const bytes = Buffer.from(value);
    expect(
      readString(readDer(Buffer.concat([Buffer.from(tag, 'hex'), Buffer.of(bytes.length), bytes]))),
    ).toBe(decoded);
  });

  it('strings of two and four octets a character', () => {
    expect(readString(element('1e04004101'.concat('50')))).toBe('AŐ');
    expect(readString(element('1c040001f600'))).toBe('😀');
    expect(() => readString(element('1c04ffffffff'))).toThrow(DerError);
    expect(() => readString(element('0c02c341'))).toThrow(DerError);
    expect(readString(element('0500'))).toBeUndefined();
  });

  it('named bits count from the left', () => {
    expect(readNamedBits(element('03020106'))).toEqual({ bits: [5, 6], minimal: true });
    expect(readNamedBits(element('0303070680'))).toEqual({ bits: [5, 6, 8], minimal: true });
    expect(readNamedBits(element('03020006'))).toEqual({ bits: [5, 6], minimal: false });
    expect(readNamedBits(element('030100'))).toEqual({ bits: [], minimal: true });
  });

  it.each([
    ['an empty INTEGER', () => readInteger(element('0200'))],
    ['a padded INTEGER', () => readInteger(element('02020001'))],
    ['a padded negative INTEGER', () => readInteger(element('0202ff80'))],
    ['a BOOLEAN of 1', () => readBoolean(element('010101'))],
    ['an empty OID', () => readOid(element('0600'))],
    ['an OID cut short', () => readOid(element('06022a83'))],
    ['a padded OID', () => readOid(element('06032a8001'))],
    ['an arc beyond safe integers', () => readOid(element('060a2affffffffffffffff7f'))],
    ['a BIT STRING of 8 unused bits', () => readNamedBits(element('03020806'))],
    ['a BIT STRING with an unused bit set', () => readNamedBits(element('03020207'))],
    ['a signature of odd bits', () => readBitString(element('03020100'))],
    ['an empty BIT STRING', () => readNamedBits(element('0300'))],
    ['a BMPString of odd length', () => readString(element('1e0100'))],
    ['30 February', () => readTime(text('17', '260230000000Z'))],
    ['a 24th hour', () => readTime(text('17', '260201240000Z'))],
    ['a time without seconds', () => readTime(text('17', '2602010000Z'))],
    ['a time with an offset', () => readTime(text('17', '260201000000+0100'))],
    ['a GeneralizedTime with fractions', () => readTime(text('18', '20260201000000.5Z'))],
  ])('refuses %s', (_, run) => {
    expect(run).toThrow(DerError);
  });
});
