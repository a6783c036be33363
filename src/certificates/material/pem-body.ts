/** What stands between the BEGIN and the END line of a block. */
export interface PemBody {
  /** As far as it can be decoded. */
  readonly bytes: Buffer;
  /** The algorithm of a body that RFC 1421 §4.6.1.1 encrypts, such as `AES-256-CBC`; undefined: it is not. */
  readonly encryption: string | undefined;
  readonly flaw: BodyFlaw | undefined;
}

export interface BodyFlaw {
  /** Within the body; within what follows its headers where these are cut off. */
  readonly offset: number;
  readonly reason: string;
  /** The bytes are not what was meant. */
  readonly isFatal: boolean;
}

/** Header lines (RFC 1421 §4.6), which old key files have. */
const HEADERS = /^(?:\s*[A-Za-z][A-Za-z0-9-]*:[^\r\n]*(?:\r\n?|\n))+/;
const FOREIGN = /[^A-Za-z0-9+/=\s]/;
const BASE64_LINE = /^[A-Za-z0-9+/]+={0,2}$/;

/**
 * Reads the base64 of `text` (RFC 7468 §2), whatever its line width. `\n` and `\r` written out, which is what
 * variables make of line breaks, count as such. `isClosed`: the END line is there; without it, the base64 ends
 * at the first line that is something else.
 */
export function readPemBody(text: string, isClosed: boolean): PemBody {
  // Escapes become as many characters, so that offsets stay true.
  const breaks = text.replaceAll(String.raw`\r`, '  ').replaceAll(String.raw`\n`, ' \n');
  if (/Proc-Type:\s*4,\s*ENCRYPTED/.test(breaks)) {
    const encryption = /DEK-Info:\s*([A-Za-z0-9-]{1,40})/.exec(breaks)?.[1] ?? 'an unnamed cipher';
    return { bytes: Buffer.alloc(0), encryption, flaw: undefined };
  }
  const [headers = ''] = HEADERS.exec(breaks) ?? [];
  const rest = breaks.slice(headers.length);
  const content = isClosed ? rest : leadingBase64(rest);
  const base64 = content.replaceAll(/\s+/g, '');
  const flaw = findFlaw(content, base64) ?? findLayoutFlaw(headers, rest);
  return {
    bytes: Buffer.from(base64, 'base64'),
    encryption: undefined,
    flaw: flaw && { ...flaw, offset: flaw.offset + headers.length },
  };
}

function leadingBase64(text: string): string {
  const lines = text.trimStart().split(/\r\n?|\n/);
  const end = lines.findIndex((line) => !BASE64_LINE.test(line.trim()));
  return lines.slice(0, end === -1 ? lines.length : end).join('\n');
}

/** What is wrong with the base64 itself (RFC 4648 §4). */
function findFlaw(content: string, base64: string): BodyFlaw | undefined {
  const foreign = FOREIGN.exec(content);
  if (foreign) {
    const code = content.codePointAt(foreign.index)?.toString(16).toUpperCase().padStart(4, '0');
    return { offset: foreign.index, reason: `a line holds U+${code}, which is not base64`, isFatal: true };
  }
  const padding = base64.indexOf('=');
  if (padding !== -1 && !/^={1,2}$/.test(base64.slice(padding))) {
    return { offset: content.indexOf('='), reason: 'base64 goes on after its padding', isFatal: true };
  }
  if (base64.length % 4 === 0) return undefined;
  const reason = `its base64 has ${base64.length} characters, which is no multiple of 4`;
  return { offset: 0, reason, isFatal: false };
}

/** What OpenSSL takes for the end of headers, and then finds none (RFC 1421 §4.6). */
function findLayoutFlaw(headers: string, rest: string): BodyFlaw | undefined {
  if (headers !== '') {
    const lead = headers.length - headers.trimStart().length;
    return { offset: lead - headers.length, reason: 'header lines stand in it', isFatal: false };
  }
  const start = rest.length - rest.trimStart().length;
  const blank = /\n[ \t\r]*\n/.exec(rest.slice(start));
  if (!blank) return undefined;
  return { offset: start + blank.index + 1, reason: 'a blank line stands in it', isFatal: false };
}
