import type { Deadline } from '../../monitoring/readiness.ts';
import { countOf } from '../format.ts';

const KIND_WORDS = {
  renewal: 'renewal is due',
  'leaf-expiry': 'certificate expires',
  'intermediate-expiry': 'intermediate expires',
  'root-removal': 'clients drop its root',
} satisfies Record<Deadline['kind'], string>;

/** What happens then: `renewal is due`. */
export function deadlineWords({ kind }: Deadline): string {
  return KIND_WORDS[kind];
}

/** How far it is: `7 days`, or `overdue`. */
export function daysLeftWords({ daysLeft }: Deadline): string {
  return daysLeft < 0 ? 'overdue' : countOf(daysLeft, 'day');
}
