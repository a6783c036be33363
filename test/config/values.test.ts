import { describe, expect, it } from 'vitest';
import { parseAddressPin } from '../../src/config/address-pin.ts';
import { parseDuration } from '../../src/config/duration.ts';
import { findNearest } from '../../src/config/find-nearest.ts';

describe('parseAddressPin', () => {
  it.each([
    { text: '203.0.113.7', pin: { ip: '203.0.113.7' } },
    { text: '203.0.113.7:8443', pin: { ip: '203.0.113.7', port: 8443 } },
    { text: '2001:db8::1', pin: { ip: '2001:db8::1' } },
    { text: '[2001:db8::1]', pin: { ip: '2001:db8::1' } },
    { text: '[2001:db8::1]:8443', pin: { ip: '2001:db8::1', port: 8443 } },
    { text: '[::ffff:203.0.113.7]:1', pin: { ip: '::ffff:203.0.113.7', port: 1 } },
  ])('reads $text', ({ text, pin }) => {
    expect(parseAddressPin(text)).toEqual(pin);
  });

  it.each([
    '',
    '203.0.113',
    '203.0.113.256',
    '203.0.113.7:0',
    '203.0.113.7:65536',
    '203.0.113.7:',
    '[203.0.113.7]:443',
    '[2001:db8::1',
    'fe80::1%eth0',
    'rec.example.com',
    '0x7f.0.0.1',
    '010.0.0.1',
  ])('refuses %j', (text) => {
    expect(parseAddressPin(text)).toBeUndefined();
  });
});

describe('parseDuration', () => {
  it.each([
    ['250ms', 250],
    ['30s', 30_000],
    ['2m', 120_000],
    ['24h', 86_400_000],
  ])('reads %s as %i ms', (text, milliseconds) => {
    expect(parseDuration(text)).toBe(milliseconds);
  });

  it.each(['', '30', '0s', '25h', '1.5s', '-1s', '1 s', '1S', '1d', '99999999999ms'])(
    'refuses %j',
    (text) => {
      expect(parseDuration(text)).toBeUndefined();
    },
  );
});

describe('findNearest', () => {
  it.each([
    ['reigon', ['cas', 'region'], 'region'],
    ['cas_id', ['bundle', 'cas-id'], 'cas-id'],
    ['privateNetworks', ['roots', 'private-networks'], 'private-networks'],
    ['adresses', ['domain', 'addresses'], 'addresses'],
    ['slb', ['SLB', 'CDN'], 'SLB'],
    ['OV', ['DV'], undefined],
    ['zebra', ['region', 'cas'], undefined],
    ['', ['region'], undefined],
  ])('finds for %j among %j: %j', (word, candidates, nearest) => {
    expect(findNearest(word, candidates)).toBe(nearest);
  });
});
