import { describe, expect, it } from 'vitest';
import { isPublicAddress } from '../../../src/endpoints/network/public-address.ts';

describe('isPublicAddress', () => {
  it.each([
    ['8.8.8.8', 'IPv4'],
    ['47.246.0.1', 'IPv4 of a cloud'],
    ['172.32.0.1', 'just outside 172.16.0.0/12'],
    ['2606:4700::1111', 'IPv6'],
    ['2400:3200::1', 'IPv6'],
    ['::ffff:8.8.8.8', 'IPv4-mapped'],
    ['::ffff:808:808', 'IPv4-mapped, in hexadecimal'],
    ['64:ff9b::8.8.8.8', 'NAT64'],
    ['2002:808:808::1', '6to4'],
  ])('holds for %s (%s)', (ip) => {
    expect(isPublicAddress(ip)).toBe(true);
  });

  it.each([
    ['127.0.0.1', 'loopback'],
    ['0.0.0.0', 'this host'],
    ['10.1.2.3', 'private'],
    ['172.31.255.255', 'private'],
    ['192.168.0.1', 'private'],
    ['169.254.169.254', 'link-local, metadata of most clouds'],
    ['100.100.100.200', 'carrier-grade NAT, metadata of Alibaba Cloud'],
    ['192.0.2.1', 'documentation'],
    ['198.18.0.1', 'benchmarking'],
    ['224.0.0.1', 'multicast'],
    ['255.255.255.255', 'broadcast'],
    ['::', 'this host'],
    ['::1', 'loopback'],
    ['fe80::1', 'link-local'],
    ['fe80::1%eth0', 'link-local with a zone'],
    ['fc00::1', 'unique local'],
    ['fec0::1', 'site-local'],
    ['ff02::1', 'multicast'],
    ['2001:db8::1', 'documentation'],
    ['2001::1', 'Teredo'],
    ['100::1', 'discard'],
    ['4000::1', 'not allocated'],
    ['::ffff:127.0.0.1', 'IPv4-mapped loopback'],
    ['::ffff:a00:1', 'IPv4-mapped private, in hexadecimal'],
    ['0:0:0:0:0:ffff:7f00:1', 'IPv4-mapped loopback, written out'],
    ['::ffff:0:8.8.8.8', 'IPv4-translated'],
    ['::8.8.8.8', 'IPv4-compatible'],
    ['::808:808', 'IPv4-compatible, in hexadecimal'],
    ['64:ff9b::10.0.0.1', 'NAT64 of a private address'],
    ['64:ff9b:1::8.8.8.8', 'local NAT64'],
    ['2002:a00:1::1', '6to4 of a private address'],
    ['2002:7f00:1::1', '6to4 of loopback'],
    ['rec.example.com', 'a name'],
    ['', 'nothing'],
    ['[::1]', 'brackets'],
    ['134744072', 'a number'],
    ['010.8.8.8', 'octal'],
    ['8.8', 'short'],
  ])('does not hold for %s (%s)', (ip) => {
    expect(isPublicAddress(ip)).toBe(false);
  });
});
