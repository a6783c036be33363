import { describe, expect, it } from 'vitest';
import { readDer } from '../../../src/certificates/der/der.ts';
import { type DistinguishedName, readName } from '../../../src/certificates/names/distinguished-name.ts';
import { name } from '../../support/minter.ts';

function read(commonName: string): DistinguishedName {
  return readName(readDer(name(commonName)));
}

describe('the key of a name', () => {
  it.each([
    ['case', 'Root', 'ROOT'],
    ['white space', ' Root  CA ', 'root ca'],
    ['how a letter with a mark is written', 'Caf\u00e9', 'Cafe\u0301'],
  ])('does not tell %s', (...[, one, other]) => {
    expect(read(one).key).toBe(read(other).key);
  });

  it('tells marks apart', () => {
    expect(read('Caf\u00e9').key).not.toBe(read('Cafe').key);
  });

  it('takes a text that is longer than any name as it is', () => {
    const long = 'a'.repeat(256);
    expect(read(`${long}\u00e9`).key).not.toBe(read(`${long}e\u0301`).key);
    expect(read(`${long}  CA`).key).toBe(read(`${long} ca`).key);
  });
});
