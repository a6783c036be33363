import { describe, expect, it } from 'vitest';
import {
  boolean,
  explicit,
  implicit,
  integer,
  namedBits,
  nullValue,
  objectIdentifier,
  octetString,
  time,
} from '../../src/emulator/der-writer.ts';

const hex = (text: string) => Buffer.from(text, 'hex');

describe('DER', () => {
  it.each([
    ['INTEGER 0', integer(hex('00')), '020100'],
    ['INTEGER 127', integer(hex('7f')), '02017f'],
    ['INTEGER 128 gets a sign octet', integer(hex('80')), '02020080'],
    ['INTEGER loses leading zeros', integer(hex('00000001')), '020101'],
    ['INTEGER keeps the sign octet it needs', integer(hex('0000ff')), '020200ff'],
    ['BOOLEAN', boolean(true), '0101ff'],
    ['NULL', nullValue(), '0500'],
    ['OBJECT IDENTIFIER', objectIdentifier('2.5.29.17'), '0603551d11'],
    ['OBJECT IDENTIFIER with long arcs', objectIdentifier('1.2.840.113549.1.1.11'), '06092a864886f70d01010b'],
    ['OBJECT IDENTIFIER with an arc of 140', objectIdentifier('2.23.140.1.2.1'), '060667810c010201'],
    ['named bit 0', namedBits(0), '03020780'],
    ['named bits 5 and 6', namedBits(5, 6), '03020106'],
    ['EXPLICIT', explicit(3, nullValue()), 'a3020500'],
    ['IMPLICIT', implicit(2, Buffer.from('a')), '820161'],
  ])('%s', (_, actual, expected) => {
    expect(actual.toString('hex')).toBe(expected);
  });

  it.each([
    [0, '0400'],
    [127, '047f'],
    [128, '048180'],
    [255, '0481ff'],
    [256, '04820100'],
    [65_536, '0483010000'],
  ])('writes a length of %i in the shortest form', (length, header) => {
    const encoded = octetString(Buffer.alloc(length));
    expect(encoded.subarray(0, encoded.length - length).toString('hex')).toBe(header);
  });

  it.each([
    ['2049-12-31T23:59:59Z', 0x17, '491231235959Z'],
    ['2050-01-01T00:00:00Z', 0x18, '20500101000000Z'],
    ['2026-03-01T02:03:04.999Z', 0x17, '260301020304Z'],
  ])('writes %s', (date, tag, text) => {
    const encoded = time(new Date(date));
    expect(encoded[0]).toBe(tag);
    expect(encoded.subarray(2).toString('ascii')).toBe(text);
  });
});
