/** A line such as `-----BEGIN CERTIFICATE-----` (RFC 7468 §2), or what became of one. */
export interface Boundary {
  readonly edge: 'BEGIN' | 'END';
  readonly label: string;
  /** Offsets of its first hyphen, and behind its last one. */
  readonly start: number;
  readonly end: number;
  /** At most blanks stand before it on its line. */
  readonly startsLine: boolean;
  /** It is meant as one where a block may begin, and not a mention in prose. */
  readonly isPlausible: boolean;
  /** Why OpenSSL does not see it; undefined: it does. */
  readonly misfit: string | undefined;
}

/** Word processors turn hyphens into dashes. */
const HYPHEN = String.raw`[-\u2010-\u2015\u2212]`;
const EDGE = new RegExp(`${HYPHEN}[ \\t]?(BEGIN|END) ([A-Z0-9][A-Z0-9 #]{0,40}?)[ \\t]?(?=${HYPHEN})`, 'g');
const ONE_HYPHEN = new RegExp(HYPHEN);
const HYPHENS = 5;

/** Labels worth mending a boundary for. */
const KNOWN_LABEL = /(?:CERTIFICATE|REQUEST|KEY|PKCS7|CMS|CRL|PARAMETERS)$/;

/** What may stand before a BEGIN on its line: blanks, an END, or how other formats begin a value. */
const LEAD = /(?:^|[-"'`=:>])[ \t]*["'`]?$/;

/** What OpenSSL drops at the end of a line: blanks and control characters. */
// oxlint-disable-next-line no-control-regex
const BLANKS = /[\u0000-\u0009\u000B-\u0020]*/y;

/** How far back on its line a boundary is looked at. */
const LEAD_LENGTH = 80;

/** Every BEGIN and END between hyphens in `text`, in order; none shares a hyphen with the next. */
export function findBoundaries(text: string): readonly Boundary[] {
  const boundaries: Boundary[] = [];
  for (const match of text.matchAll(EDGE)) {
    const [whole, edge = '', label = ''] = match;
    const start = Math.max(skipHyphens(text, match.index + 1, -1), boundaries.at(-1)?.end ?? 0);
    const end = skipHyphens(text, match.index + whole.length, 1);
    const isExact = text.slice(start, end) === `-----${edge} ${label}-----`;
    if (!isExact && !KNOWN_LABEL.test(label)) continue;
    const lead = leadOf(text, start);
    boundaries.push({
      edge: edge === 'END' ? 'END' : 'BEGIN',
      label,
      start,
      end,
      startsLine: lead.trim() === '',
      isPlausible: LEAD.test(lead),
      misfit: isExact
        ? findMisfit(text, start, end)
        : `${text.slice(start, end)} has not ${HYPHENS} hyphens on either side`,
    });
  }
  return boundaries;
}

/** The offset behind at most five hyphens from `offset` on, in one direction. */
function skipHyphens(text: string, offset: number, step: 1 | -1): number {
  let position = offset;
  while (Math.abs(position - offset) < HYPHENS) {
    if (!ONE_HYPHEN.test(text.charAt(step === 1 ? position : position - 1))) break;
    position += step;
  }
  return position;
}

/** What stands before `start` on its line; `\n` written out ends a line too. */
function leadOf(text: string, start: number): string {
  const before = text.slice(Math.max(0, start - LEAD_LENGTH), start);
  return before.split(/[\r\n]|\\n/).at(-1) ?? '';
}

/** OpenSSL wants a boundary alone on a line that ends with LF; only blanks may follow. */
function findMisfit(text: string, start: number, end: number): string | undefined {
  const name = text.slice(start, end).replaceAll(/^-+|-+$/g, '');
  const before = start === 0 ? '\n' : text.charAt(start - 1);
  BLANKS.lastIndex = end;
  const blanks = BLANKS.exec(text)?.[0] ?? '';
  const after = text.charAt(end + blanks.length);
  if (before === '\n' && (after === '\n' || after === '')) return undefined;
  if (before === '\r' || blanks.includes('\r'))
    return `the line of ${name} ends, or the one before it, with CR alone`;
  return `${name} does not stand alone on its line`;
}
