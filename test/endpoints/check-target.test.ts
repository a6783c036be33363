import { describe, expect, it } from 'vitest';
import { parseCheckTarget } from '../../src/endpoints/check-target.ts';

describe('parseCheckTarget', () => {
  it.each([
    { text: 'rec.example.com', expected: { domain: 'rec.example.com', port: 443 } },
    { text: 'rec.example.com:8443', expected: { domain: 'rec.example.com', port: 8443 } },
    { text: 'Rec.Example.COM.', expected: { domain: 'rec.example.com', port: 443 } },
    { text: 'https://rec.example.com:8443/api/v1', expected: { domain: 'rec.example.com', port: 8443 } },
    { text: 'https://rec.example.com/a?b=c:9', expected: { domain: 'rec.example.com', port: 443 } },
    { text: 'bücher.example', expected: { domain: 'xn--bcher-kva.example', port: 443 } },
    { text: '203.0.113.7', expected: { domain: '203.0.113.7', port: 443 } },
    { text: '[2001:db8::1]:8443', expected: { domain: '2001:db8::1', port: 8443 } },
    { text: '2001:db8::1', expected: { domain: '2001:db8::1', port: 443 } },
    { text: '*.example.com', expected: undefined },
    { text: 'rec.example.com:0', expected: undefined },
    { text: 'rec.example.com:65536', expected: undefined },
    { text: 'no host', expected: undefined },
    { text: '', expected: undefined },
  ])('reads "$text"', ({ text, expected }) => {
    expect(parseCheckTarget(text)).toEqual(expected);
  });
});
