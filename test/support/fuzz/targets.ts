import type { FuzzTarget } from './target.ts';
import { certificate, crl } from './targets/certificate.ts';
import { chain } from './targets/chain.ts';
import { issuers } from './targets/issuers.ts';

/** Every reader of what others wrote. */
export const TARGETS: readonly FuzzTarget[] = [certificate, crl, chain, issuers];

/** @throws Error when there is none of this name */
export function findTarget(name: string): FuzzTarget {
  const found = TARGETS.find((target) => target.name === name);
  if (found) return found;
  throw new Error(`no target ${name}; there are ${TARGETS.map((target) => target.name).join(', ')}`);
}
