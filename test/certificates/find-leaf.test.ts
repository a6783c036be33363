import { afterAll, describe, expect, it } from 'vitest';
import { findLeaf } from '../../src/certificates/find-leaf.ts';
import { readMaterial } from '../../src/certificates/material/read-material.ts';
import { createDesk, type Issued, issueHierarchy } from '../support/certificate-desk.ts';

const desk = createDesk();
afterAll(desk.remove);

const { make, root, intermediate, leaf } = issueHierarchy(desk);
const second = make({ kind: 'leaf', subject: '/CN=www.example.com', issuer: intermediate });
const rows: readonly [string, readonly Issued[], Issued | undefined, number | undefined][] = [
  ['the first', [leaf, intermediate], undefined, 0],
  ['the one that is no CA', [root, intermediate, leaf], undefined, 2],
  ['the one with the key', [leaf, second, intermediate], second, 1],
  ['none of those above it, whatever the key', [leaf, intermediate], intermediate, 0],
  ['a CA when there is nothing else', [root], root, 0],
  ['of several CAs the one with the key', [root, intermediate], intermediate, 1],
  ['nothing where there is nothing', [], leaf, undefined],
];

describe('findLeaf', () => {
  it.each(rows)('gives %s', (_name, ...[chain, keyOf, position]) => {
    const { keys } = readMaterial(Buffer.from(keyOf?.keyPem ?? ''), 'key');
    const certificates = chain.map(({ certificate }) => certificate);
    expect(
      findLeaf(
        certificates,
        keys.map(({ key }) => key),
      ),
    ).toBe(position);
  });
});
