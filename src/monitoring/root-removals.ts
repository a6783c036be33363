/** Where the dates come from. */
export interface DatedSource {
  readonly name: string;
  readonly url: string;
}

/** When browsers stop trusting a root for TLS. */
export interface RootRemoval {
  /** ISO 8601 date. */
  readonly date: string;
  readonly source: DatedSource;
}

const SOURCE: DatedSource = {
  name: 'Mozilla Root Store Policy §7.4 and Chrome Root Program Policy §1.3.1.2',
  url: 'https://wiki.mozilla.org/CA/Root_CA_Lifecycles',
};

/** Removals by when the key was made, up to and with the date; of later ones, fifteen years after. */
const SCHEDULE: readonly (readonly [madeUntil: string, removal: string])[] = [
  ['2005-12-31', '2025-04-15'],
  ['2007-12-31', '2026-04-15'],
  ['2009-12-31', '2027-04-15'],
  ['2011-12-31', '2028-04-15'],
  ['2014-04-14', '2029-04-15'],
];
const TERM_YEARS = 15;

/**
 * When a public root is removed from the stores of Mozilla and Chrome, by the age of its key. When the key was made is
 * taken from the root's notBefore, as Mozilla does where it has no report of the ceremony; a key may be a little older.
 */
export function rootRemoval({ notBefore }: { readonly notBefore: string }): RootRemoval {
  const made = notBefore.slice(0, 10);
  const scheduled = SCHEDULE.find(([until]) => made <= until)?.[1];
  if (scheduled !== undefined) return { date: scheduled, source: SOURCE };
  const date = new Date(notBefore);
  date.setUTCFullYear(date.getUTCFullYear() + TERM_YEARS);
  return { date: date.toISOString().slice(0, 10), source: SOURCE };
}
