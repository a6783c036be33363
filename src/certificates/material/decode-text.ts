/** A file as text, and how it was encoded; ASCII is UTF-8. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: 'UTF-8' | 'UTF-16';
}

/** Text of `bytes` without a byte order mark. Windows tools write UTF-16, with or without one. */
export function decodeText(bytes: Buffer): DecodedText {
  const order = utf16Order(bytes);
  if (!order) return { text: withoutMark(bytes.toString('utf8')), encoding: 'UTF-8' };
  const whole = bytes.subarray(0, bytes.length - (bytes.length % 2));
  const little = order === 'little' ? whole : Buffer.from(whole).swap16();
  return { text: withoutMark(little.toString('utf16le')), encoding: 'UTF-16' };
}

/** By its byte order mark (RFC 2781 §3.2), or by the zero octet that every ASCII character has. */
function utf16Order(bytes: Buffer): 'little' | 'big' | undefined {
  const mark = bytes.toString('hex', 0, 2);
  if (mark === 'fffe') return 'little';
  if (mark === 'feff') return 'big';
  const zeros = [...bytes.subarray(0, 4)].map((octet) => (octet === 0 ? '0' : 'x')).join('');
  if (zeros === 'x0x0') return 'little';
  return zeros === '0x0x' ? 'big' : undefined;
}

function withoutMark(text: string): string {
  return text.replace(/^\uFEFF/, '');
}
