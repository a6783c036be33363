import { describe, expect, it } from 'vitest';
import { canonicalDomain, parseDomain } from '../../src/config/domain.ts';

const LABEL_63 = 'a'.repeat(63);

describe('parseDomain', () => {
  it.each([
    'rec.example.com',
    'a.b',
    'r3---sn.example.com',
    '1rec.example.com',
    'xn--fiqs8s.example.com',
    `${LABEL_63}.example.com`,
  ])('accepts %s as it is', (domain) => {
    expect(parseDomain(domain)).toEqual({ ok: true, domain });
  });

  it.each([
    { input: 'REC.Example.com', suggestion: 'rec.example.com' },
    { input: 'rec.example.com.', suggestion: 'rec.example.com' },
    { input: ' rec.example.com\t', suggestion: 'rec.example.com' },
    { input: 'https://rec.example.com/api?x=1', suggestion: 'rec.example.com' },
    { input: 'HTTPS://user@REC.example.com:8443', suggestion: 'rec.example.com' },
    { input: 'rec.example.com/api/v1', suggestion: 'rec.example.com' },
    { input: 'rec.example.com:443', suggestion: 'rec.example.com' },
    { input: '推荐.example.com', suggestion: 'xn--jzuq81e.example.com' },
    { input: 'rec。example。com', suggestion: 'rec.example.com' },
    { input: 'rec\u200B.example.com', suggestion: 'rec.example.com' },
  ])('refuses $input and gives the right spelling', ({ input, suggestion }) => {
    expect(parseDomain(input)).toMatchObject({ ok: false, suggestion });
    expect(canonicalDomain(input)).toBe(suggestion);
  });

  it.each([
    '',
    ' ',
    '*.example.com',
    'rec.*.com',
    '203.0.113.7',
    '2001:db8::1',
    '[2001:db8::1]',
    'localhost',
    'rec..example.com',
    '.example.com',
    'rec_1.example.com',
    '-rec.example.com',
    'rec-.example.com',
    'rec.example.1',
    'a b.example.com',
    `${LABEL_63}a.example.com`,
    `${`${LABEL_63}.`.repeat(4)}com`,
    'xn--99999999.example.com',
    'rec.example.com..',
    'rec.exa\u0000mple.com',
  ])('refuses %j without a spelling to offer', (input) => {
    const result = parseDomain(input);
    expect(result.ok).toBe(false);
    expect(result).not.toHaveProperty('suggestion');
    expect(canonicalDomain(input)).toBeUndefined();
  });

  it('shows control characters as escapes', () => {
    const result = parseDomain('rec\u001B[31m.example.com');
    expect(result.ok || result.problem).not.toContain('\u001B');
  });
});
