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
function utf16Order([first, second]: Buffer): 'little' | 'big' | undefined {
  if (first === undefined || second === undefined) return undefined;
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return 'little';
  return (first === 0xfe && second === 0xff) || (first === 0 && second !== 0) ? 'big' : undefined;
}

function withoutMark(text: string): string {
  return text.replace(/^\uFEFF/, '');
}
