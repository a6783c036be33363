import { mutateBytes } from './byte-mutators.ts';
import { countNodes, type DerNode, readNodes, replaceNode, shortestLength, writeNodes } from './der-tree.ts';
import type { Random } from './random.ts';

type Change = (node: DerNode, random: Random, donor: () => DerNode) => readonly DerNode[];

const NOTHING = Buffer.alloc(0);

/** Identifier octets of certificates, and some that do not belong there. */
const TAGS = [
  0x00, 0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x09, 0x0a, 0x0c, 0x13, 0x16, 0x17, 0x18, 0x1c, 0x1e, 0x1f, 0x24,
  0x30, 0x31, 0x80, 0x81, 0x82, 0x86, 0x87, 0xa0, 0xa1, 0xa3, 0xa4, 0xbf, 0xff,
] as const;

/** Marks of two combining classes in the wrong order: what sorting them takes grows with their number. */
const MARKS = ['\u0301', '\u0316'].map((mark) => mark.repeat(6_000)).join('');

/** Contents that have cost parsers dearly. */
const CONTENTS: readonly ((random: Random) => Buffer)[] = [
  () => NOTHING,
  (random) => random.bytes(1 + random.below(20)),
  (random) => Buffer.alloc(1 + random.below(30_000), 0xff),
  (random) => Buffer.concat([Buffer.of(0x00, 0x80), random.bytes(random.below(8_000))]),
  () => Buffer.concat([Buffer.alloc(9_000, 0x81), Buffer.of(1)]),
  () => Buffer.alloc(30_000, 0x01),
  () => Buffer.from('99991231235959Z'),
  () => Buffer.from('000101000000Z'),
  () => Buffer.from('rec.example.com\u0000.example.net'),
  () => Buffer.from('*.*.xn--\u001b[31m.'),
  () => Buffer.from(`xn--${'z'.repeat(20_000)}`),
  () => Buffer.from(MARKS),
  () => Buffer.from('a.'.repeat(10_000)),
  () => Buffer.from('http://[::1\\@127.0.0.1:99999999/\r\nHost: x'),
  () => Buffer.alloc(16, 0xff),
];

const CHANGES: readonly Change[] = [
  (node, random) => [{ ...node, tag: random.pick(TAGS) }],
  (node, random) => [{ ...node, tag: node.tag ^ (1 << random.below(8)) }],
  (node, random) => [{ ...node, length: badLength(node, random) }],
  (node) => [{ ...node, length: Buffer.of(0x80), suffix: Buffer.of(0, 0) }],
  () => [],
  (node) => [node, node],
  (node, random) => [{ ...node, prefix: NOTHING, content: random.pick(CONTENTS)(random) }],
  (node, random) => [{ ...node, prefix: NOTHING, content: random.pick(CONTENTS)(random) }],
  (node, random) => [{ ...node, prefix: NOTHING, content: mutateBytes(contentOf(node), random) }],
  (node, random) => [nest(node, 1 + random.below(3_000))],
  (_node, _random, donor) => [donor()],
  (node, _random, donor) => [node, donor()],
  (node, random) => [{ ...node, content: shuffle(node, random) }],
  (node, random) => [{ ...node, content: repeat(node, random.pick([2, 30, 1_000])) }],
];

/** One to three changes to the elements of `der`, the lengths around them set right; what is not DER is changed as octets. */
export function mutateDer(der: Buffer, random: Random, others: readonly Buffer[] = []): Buffer {
  let nodes = readNodes(der);
  if (!nodes || nodes.length === 0) return mutateBytes(der, random, others);
  const donor = (): DerNode => pickNode(readNodes(random.pick([der, ...others])) ?? [], random);
  for (let count = 1 + random.below(3); count > 0; count -= 1) {
    const change = random.pick(CHANGES);
    const total = countNodes(nodes);
    if (total === 0) break;
    nodes = replaceNode(nodes, random.below(total), (node) => change(node, random, donor));
  }
  return writeNodes(nodes).subarray(0, 500_000);
}

function pickNode(nodes: readonly DerNode[], random: Random): DerNode {
  let picked: DerNode = { tag: 0x05, prefix: NOTHING, content: NOTHING };
  const total = countNodes(nodes);
  if (total === 0) return picked;
  replaceNode(nodes, random.below(total), (node) => {
    picked = node;
    return [node];
  });
  return picked;
}

function contentOf(node: DerNode): Buffer {
  const inside = Buffer.isBuffer(node.content) ? node.content : writeNodes(node.content);
  return Buffer.concat([node.prefix, inside]);
}

function badLength(node: DerNode, random: Random): Buffer {
  const { length } = contentOf(node);
  return random.pick([
    Buffer.of(0x81, length & 0x7f),
    Buffer.of(0x84, 0xff, 0xff, 0xff, 0xff),
    Buffer.concat([Buffer.of(0xfe), Buffer.alloc(126, 0xff)]),
    Buffer.of(0xff),
    Buffer.of(0x80),
    shortestLength(length + 1),
    shortestLength(Math.max(0, length - 1)),
    shortestLength(0),
  ]);
}

function nest(node: DerNode, depth: number): DerNode {
  let content = contentOf(node);
  for (let level = 0; level < depth; level += 1) {
    content = Buffer.concat([Buffer.of(0x30), shortestLength(content.length), content]);
  }
  return { tag: node.tag, prefix: NOTHING, content };
}

function shuffle({ content }: DerNode, random: Random): DerNode['content'] {
  if (Buffer.isBuffer(content)) return mutateBytes(content, random);
  const first = random.below(content.length + 1);
  return [...content.slice(first), ...content.slice(0, first)];
}

function repeat({ content }: DerNode, times: number): DerNode['content'] {
  if (Buffer.isBuffer(content))
    return Buffer.concat(Array.from({ length: times }, () => content)).subarray(0, 60_000);
  const bounded = Math.min(times, Math.ceil(60_000 / (writeNodes(content).length + 1)));
  return Array.from({ length: bounded }, () => content).flat();
}
