import type { Certificate } from '../../certificates/certificate.ts';

/** Certificates that are kept; those of all public authorities are fewer. */
const MAX_KEPT = 2000;
/** Levels above a leaf, and certificates given for one. */
const MAX_LEVELS = 4;
const MAX_GIVEN = 32;

/** Intermediates that endpoints of the same run serve well: candidates for those that lack them. */
export interface CandidatePool {
  /** Keeps intermediates of paths that clients accept; nothing else may come in. The first to come stay. */
  add(intermediates: readonly Certificate[]): void;
  /** Those that the names lead to from `leaf`, nearest first, at most 32. */
  above(leaf: Certificate): readonly Certificate[];
}

export function createCandidatePool(): CandidatePool {
  const kept = new Set<string>();
  const bySubject = new Map<string, Certificate[]>();

  function add(intermediates: readonly Certificate[]): void {
    for (const each of intermediates) {
      if (kept.has(each.fingerprint) || kept.size >= MAX_KEPT) continue;
      kept.add(each.fingerprint);
      const { key } = each.subjectName;
      bySubject.set(key, [...(bySubject.get(key) ?? []), each]);
    }
  }

  function above(leaf: Certificate): readonly Certificate[] {
    const found = new Set<Certificate>();
    let level: readonly Certificate[] = [leaf];
    for (let depth = 0; depth < MAX_LEVELS; depth += 1) {
      level = level
        .flatMap(({ issuerName }) => bySubject.get(issuerName.key) ?? [])
        .filter((each) => !found.has(each));
      for (const each of level) found.add(each);
    }
    return [...found].slice(0, MAX_GIVEN);
  }

  return { add, above };
}
