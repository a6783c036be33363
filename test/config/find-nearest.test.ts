import { describe, expect, it } from 'vitest';
import { findNearest } from '../../src/config/find-nearest.ts';

describe('findNearest', () => {
  it.each([
    { word: 'evn', among: ['env', 'file'], expected: 'env' },
    { word: 'bnd', among: ['instance', 'mapping', 'bind'], expected: 'bind' },
    { word: 'privateNetworks', among: ['roots', 'private-networks'], expected: 'private-networks' },
    { word: 'deply', among: ['deploy', 'demo', 'emulate'], expected: 'deploy' },
    { word: 'certificates', among: ['certificate', 'domain'], expected: 'certificate' },
    { word: 'ca', among: ['env', 'file'], expected: undefined },
    { word: 'colour', among: ['domain', 'port'], expected: undefined },
  ])('takes $word for $expected', ({ word, among, expected }) => {
    expect(findNearest(word, among)).toBe(expected);
  });
});
