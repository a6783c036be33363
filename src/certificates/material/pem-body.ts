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
/** Besides, what is invisible may stand in a text that was copied from a page: JavaScript's white space, and U+200B to U+200F. */
const FOREIGN = /[^A-Za-z0-9+/=\s\u200B-\u200F\u2060]/;
// oxlint-disable-next-line no-control-regex -- ASCII has them
const INVISIBLE = /[^\u0000-\u007F]/;
/** RFC 1421 §4.6.1.3. Its hyphen tells a name from the key itself, which may come next where line breaks were lost. */
const CIPHER = /DEK-Info:\s*([A-Za-z0-9]{1,12}(?:-[A-Za-z0-9]{1,8}){1,3})\s*,/;
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
    const encryption = CIPHER.exec(breaks)?.[1] ?? 'an unnamed cipher';
    return { bytes: Buffer.alloc(0), encryption, flaw: undefined };
  }
  const [headers = ''] = HEADERS.exec(breaks) ?? [];
  const rest = breaks.slice(headers.length);
  const content = isClosed ? rest : leadingBase64(rest);
  const base64 = content.replaceAll(/[\s\u200B-\u200F\u2060]+/g, '');
  const flaw = findFlaw(content, base64) ?? findLayoutFlaw({ text, headers, rest, content });
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
    const { index } = foreign;
    return { offset: index, reason: describeForeign(content, index), isFatal: true };
  }
  const padding = base64.indexOf('=');
  if (padding !== -1 && !/^={1,2}$/.test(base64.slice(padding))) {
    return { offset: content.indexOf('='), reason: 'base64 goes on after its padding', isFatal: true };
  }
  if (base64.length % 4 === 0) return undefined;
  const reason = `its base64 has ${base64.length} characters, which is no multiple of 4`;
  return { offset: 0, reason, isFatal: false };
}

function describeForeign(content: string, index: number): string {
  const code = content.codePointAt(index)?.toString(16).toUpperCase().padStart(4, '0');
  return `a line holds U+${code}, which is not base64`;
}

interface Layout {
  readonly text: string;
  readonly headers: string;
  readonly rest: string;
  readonly content: string;
}

/** What harms no base64, and OpenSSL stumbles over; a blank line is the end of headers to it (RFC 1421 §4.6). */
function findLayoutFlaw({ text, headers, rest, content }: Layout): BodyFlaw | undefined {
  if (headers !== '') {
    const lead = headers.length - headers.trimStart().length;
    return { offset: lead - headers.length, reason: 'header lines stand in it', isFatal: false };
  }
  const invisible = INVISIBLE.exec(content);
  if (invisible) {
    const { index } = invisible;
    return { offset: index, reason: describeForeign(content, index), isFatal: false };
  }
  const escape = /\\[rn]/.exec(text);
  if (escape) {
    return {
      offset: escape.index,
      reason: 'line breaks are written as backslash and letter',
      isFatal: false,
    };
  }
  const blank = findBlankLine(rest);
  return blank === undefined
    ? undefined
    : { offset: blank, reason: 'a blank line stands in it', isFatal: false };
}

/** The offset of a blank line; one alone right behind the BEGIN line, with whose end `text` begins, does no harm. */
function findBlankLine(text: string): number | undefined {
  const start = text.length - text.trimStart().length;
  if (text.slice(0, start).split('\n').length > 3) return start;
  const blank = /\n[ \t\r]*\n/.exec(text.slice(start));
  return blank ? start + blank.index + 1 : undefined;
}
