/**
 * The candidate that `word` most likely meant: equal but for case and separators, or at most one edit in
 * three characters away (Levenshtein); undefined when none is that near.
 */
export function findNearest(word: string, candidates: readonly string[]): string | undefined {
  const simple = simplify(word);
  let nearest: string | undefined;
  let least = Math.floor(simple.length / 3) + 1;
  for (const candidate of candidates) {
    const other = simplify(candidate);
    if (Math.abs(other.length - simple.length) >= least) continue;
    const distance = editDistance(simple, other);
    if (distance < least) [nearest, least] = [candidate, distance];
  }
  return nearest;
}

function simplify(text: string): string {
  return text.toLowerCase().replaceAll(/[\s_-]/g, '');
}

function editDistance(from: string, to: string): number {
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [row, character] of from.split('').entries()) {
    const current = [row + 1];
    for (const [column, other] of to.split('').entries()) {
      const substitution = (previous[column] ?? 0) + (character === other ? 0 : 1);
      current.push(Math.min(substitution, (previous[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1));
    }
    previous = current;
  }
  return previous.at(-1) ?? 0;
}
