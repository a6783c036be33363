import { findNearest } from '../../config/find-nearest.ts';

const VERBS = ['status', 'check', 'incidents', 'snooze', 'ack', 'fix', 'help'] as const;
type Verb = (typeof VERBS)[number];

const DAY_MS = 86_400_000;
const UNITS = { h: 3_600_000, d: DAY_MS } as const;
const LONGEST_MS = 30 * DAY_MS;
const MAX_LENGTH = 500;

/** What follows `/airec-https`. */
export type BotCommand =
  | { readonly verb: 'status' | 'incidents' | 'help' }
  /** `subject`: a domain, `domain:port`, or the beginning of an incident's id. */
  | { readonly verb: 'check' | 'ack' | 'fix'; readonly subject: string }
  /** `forMs`: null for as long as the certificate stays. */
  | { readonly verb: 'snooze'; readonly subject: string; readonly forMs: number | null }
  /** `problem`: what people are told. */
  | { readonly verb: 'unknown'; readonly problem: string };

/** Reads the text of a slash command; without any it is `status`. Never throws. */
export function parseCommand(text: string): BotCommand {
  const [name = 'status', subject, span, ...rest] = text
    .slice(0, MAX_LENGTH)
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase());
  const verb = VERBS.find((each) => each === name);
  if (verb === undefined) {
    const nearest = findNearest(name, VERBS);
    return unknown(`There is no command "${name}".${nearest ? ` Did you mean \`${nearest}\`?` : ''}`);
  }
  if (verb === 'status' || verb === 'incidents' || verb === 'help') return { verb };
  if (subject === undefined) return unknown(`\`${verb}\` needs ${needs(verb)}.`);
  if (rest.length > 0 || (span !== undefined && verb !== 'snooze')) {
    return unknown(`\`${verb}\` takes ${needs(verb)} and nothing more.`);
  }
  if (verb !== 'snooze') return { verb, subject: plain(subject) };
  const forMs = parseSpan(span ?? '24h');
  return forMs === undefined
    ? unknown(
        `"${span ?? ''}" is no time: use hours or days up to 30 days, such as \`24h\` or \`7d\`, or \`until-renewal\`.`,
      )
    : { verb, subject: plain(subject), forMs };
}

function needs(verb: Verb): string {
  return verb === 'check' || verb === 'fix' ? 'a domain' : 'a domain or the id of an incident';
}

/** Slack makes links of domains: `<http://rec.example.com|rec.example.com>`. */
function plain(word: string): string {
  const [, label] = /^<[^|>]*\|([^>]*)>$/.exec(word) ?? [];
  return label ?? word;
}

function parseSpan(word: string): number | null | undefined {
  if (word === 'until-renewal') return null;
  const { amount, unit } = /^(?<amount>\d{1,4})(?<unit>[hd])$/.exec(word)?.groups ?? {};
  const spanMs = Number(amount) * UNITS[unit as keyof typeof UNITS];
  return spanMs > 0 && spanMs <= LONGEST_MS ? spanMs : undefined;
}

function unknown(problem: string): BotCommand {
  return { verb: 'unknown', problem: `${problem} \`/airec-https help\` lists the commands.` };
}
