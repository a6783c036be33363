/** One element of BER as it may be changed: octets, or elements inside. */
export interface DerNode {
  readonly tag: number;
  /** Octets before the elements inside, such as the count of unused bits in a BIT STRING. */
  readonly prefix: Buffer;
  readonly content: Buffer | readonly DerNode[];
  /** Undefined: the length that belongs to the content, in its shortest form. */
  readonly length?: Buffer;
  /** Octets after the content, such as the end of an indefinite length. */
  readonly suffix?: Buffer;
}

const MAX_DEPTH = 40;

/** The elements in `bytes`; undefined when it is not all DER. OCTET and BIT STRINGs that hold DER are opened too. */
export function readNodes(bytes: Buffer, depth = 0): readonly DerNode[] | undefined {
  if (depth > MAX_DEPTH) return undefined;
  const nodes: DerNode[] = [];
  for (let at = 0; at < bytes.length;) {
    const head = readHead(bytes, at);
    if (!head) return undefined;
    nodes.push(openNode(head, depth));
    at = head.end;
  }
  return nodes;
}

interface Head {
  readonly tag: number;
  readonly content: Buffer;
  readonly end: number;
}

function readHead(bytes: Buffer, at: number): Head | undefined {
  const [tag, first] = bytes.subarray(at, at + 2);
  if (tag === undefined || first === undefined || first === 0x80 || first > 0x83) return undefined;
  const octets = first < 0x80 ? 0 : first & 0x7f;
  const start = at + 2 + octets;
  if (start > bytes.length) return undefined;
  const end = start + (octets === 0 ? first : bytes.readUIntBE(at + 2, octets));
  return end > bytes.length ? undefined : { tag, content: bytes.subarray(start, end), end };
}

function openNode({ tag, content }: Head, depth: number): DerNode {
  const prefixLength = tag === 0x03 ? 1 : 0;
  const opens = (tag & 0x20) !== 0 || tag === 0x03 || tag === 0x04;
  const inside =
    opens && content.length > 1 ? readNodes(content.subarray(prefixLength), depth + 1) : undefined;
  const prefix = content.subarray(0, inside ? prefixLength : 0);
  return { tag, prefix, content: inside ?? content };
}

export function writeNodes(nodes: readonly DerNode[]): Buffer {
  return Buffer.concat(nodes.map(writeNode));
}

function writeNode({ tag, prefix, content, length, suffix = Buffer.alloc(0) }: DerNode): Buffer {
  const inside = Buffer.concat([prefix, Buffer.isBuffer(content) ? content : writeNodes(content)]);
  return Buffer.concat([Buffer.of(tag), length ?? shortestLength(inside.length), inside, suffix]);
}

export function shortestLength(octets: number): Buffer {
  if (octets < 0x80) return Buffer.of(octets);
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(octets);
  const start = bytes.findIndex((octet) => octet !== 0);
  return Buffer.concat([Buffer.of(0x80 | (4 - start)), bytes.subarray(start)]);
}

/** How many elements there are, those inside others included. */
export function countNodes(nodes: readonly DerNode[]): number {
  return nodes.reduce(
    (sum, { content }) => sum + 1 + (Buffer.isBuffer(content) ? 0 : countNodes(content)),
    0,
  );
}

/** The same with element number `index`, counted front to back and outside in, replaced by what `change` makes. */
export function replaceNode(
  nodes: readonly DerNode[],
  index: number,
  change: (node: DerNode) => readonly DerNode[],
): readonly DerNode[] {
  let left = index;
  return nodes.flatMap((node) => {
    const here = left;
    const size = countNodes([node]);
    left -= size;
    if (here < 0 || here >= size) return [node];
    if (here === 0) return change(node);
    return Buffer.isBuffer(node.content)
      ? [node]
      : [{ ...node, content: replaceNode(node.content, here - 1, change) }];
  });
}
