/** Shorter pieces would blank out ordinary words. */
const SHORTEST_SECRET_LENGTH = 8;

const PEM_PRIVATE_KEY =
  /-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z0-9 ]*PRIVATE KEY-----|$)/g;

const secrets = new Set<string>();
const observers = new Set<(piece: string) => void>();

/**
 * Has every later `redact` blank out `value`: as a whole, line by line (a PEM is printed in lines),
 * and in the forms it takes in a URL or a JSON string.
 */
export function registerSecret(value: string): void {
  for (const piece of [value, ...value.split(/\r?\n/)]) {
    const trimmed = piece.trim();
    if (trimmed.length < SHORTEST_SECRET_LENGTH || /^-----(BEGIN|END) [A-Z0-9 ]+-----$/.test(trimmed))
      continue;
    for (const form of [
      trimmed,
      encodeURIComponent(trimmed.toWellFormed()),
      JSON.stringify(trimmed).slice(1, -1),
    ]) {
      if (secrets.has(form)) continue;
      secrets.add(form);
      for (const observer of observers) observer(form);
    }
  }
}

/** Tells `observer` every piece that is, or will be, a secret; the Action masks them in the runner's log. */
export function onSecret(observer: (piece: string) => void): void {
  observers.add(observer);
  for (const piece of secrets) observer(piece);
}

/** `text` with every registered secret, and anything shaped like a PEM private key, replaced by `***`. */
export function redact(text: string): string {
  // Most texts hold neither, and a sweep has many of them.
  let result = text.includes('PRIVATE KEY') ? text.replace(PEM_PRIVATE_KEY, '***') : text;
  if (secrets.size === 0) return result;
  for (const secret of [...secrets].toSorted((a, b) => b.length - a.length)) {
    result = result.replaceAll(secret, '***');
  }
  return result;
}
