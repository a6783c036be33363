import { domainToASCII } from 'node:url';
import { describe, expect, it } from 'vitest';
import { isPunycode } from '../../../src/certificates/names/punycode.ts';

describe('isPunycode', () => {
  it.each(['bücher', '例え', 'москва', 'ñandú', 'straße1', '☃', '😀', 'a日b本', 'ไทย', 'bliss☃☃'])(
    'knows what %s is encoded as',
    (label) => {
      const encoded = domainToASCII(label);
      expect(encoded).toMatch(/^xn--/);
      expect(isPunycode(encoded.slice(4))).toBe(true);
    },
  );

  it.each(['', '99999999', 'abc-', '-', 'zzzzzzzzzzzzzzzzzzzz', '0'])('refuses %j', (text) => {
    expect(isPunycode(text)).toBe(false);
  });
});
