import type { Certificate, NameConstraints, NameSubtree } from '../certificate.ts';
import {
  contextTag,
  DerError,
  DerFields,
  expectTag,
  readChildren,
  TAG,
  type DerElement,
} from '../der/der.ts';
import { type GeneralName, readGeneralName, showGeneralName } from './general-name.ts';
import { isWithin, type Reading } from './name-subtrees.ts';

/** Reads the value of the nameConstraints extension (RFC 5280 §4.2.1.10). @throws DerError */
export function readNameConstraints(value: DerElement): NameConstraints {
  const fields = new DerFields(expectTag(value, TAG.sequence));
  const permitted = readSubtrees(fields.optional(contextTag(0, 'constructed')));
  const excluded = readSubtrees(fields.optional(contextTag(1, 'constructed')));
  fields.end();
  return { permitted, excluded };
}

/** How many times a name may still be compared with a subtree, in a whole search. Counts down. */
export interface Comparisons {
  left: number;
}

export interface ForbiddenName {
  readonly name: string;
  /** It is in none of the permitted subtrees, or in one of the excluded ones. */
  readonly subtrees: keyof NameConstraints;
}

/**
 * The first name of `certificate` that `constraints` of a CA above it do not allow; undefined when all are
 * allowed (RFC 5280 §6.1.3 b and c). When `comparisons` falls below 0, the answer means nothing.
 */
export function findForbiddenName(
  certificate: Certificate,
  constraints: NameConstraints,
  comparisons: Comparisons,
): ForbiddenName | undefined {
  const groups = groupByForm(constraints);
  for (const name of namesOf(certificate)) {
    const sameForm = groups.get(formOf(name));
    if (!sameForm) continue;
    comparisons.left -= sameForm.permitted.length + sameForm.excluded.length;
    const subtrees = comparisons.left < 0 ? 'permitted' : findForbidding(name, sameForm);
    if (subtrees) return { name: showGeneralName(name), subtrees };
  }
  return undefined;
}

type Sides = Readonly<Record<'permitted' | 'excluded', readonly NameSubtree[]>>;

/** Constraints grouped already: a search holds the same ones against many certificates. */
const grouped = new WeakMap<NameConstraints, ReadonlyMap<string, Sides>>();

function groupByForm(constraints: NameConstraints): ReadonlyMap<string, Sides> {
  const known = grouped.get(constraints);
  if (known) return known;
  const groups = new Map<string, Record<keyof Sides, NameSubtree[]>>();
  for (const side of ['permitted', 'excluded'] as const) {
    for (const subtree of constraints[side]) {
      const form = formOf(subtree.base);
      const group = groups.get(form) ?? { permitted: [], excluded: [] };
      group[side].push(subtree);
      groups.set(form, group);
    }
  }
  grouped.set(constraints, groups);
  return groups;
}

function findForbidding(
  name: GeneralName,
  { permitted, excluded }: Sides,
): keyof NameConstraints | undefined {
  const within = (reading: Reading) => (subtree: NameSubtree) => isWithin(name, subtree.base, reading);
  if (permitted.length > 0 && !permitted.some(within('wholly'))) return 'permitted';
  return excluded.some(within('partly')) ? 'excluded' : undefined;
}

/** Names of different forms do not bind each other. */
function formOf(name: GeneralName): string {
  return name.kind === 'other' ? `other ${name.tag}` : name.kind;
}

/** All names that constraints bind (RFC 5280 §4.2.1.10): subject, alternative names, and mail in the subject. */
function namesOf({ subjectName, alternativeNames = [] }: Certificate): readonly GeneralName[] {
  const subject: GeneralName[] =
    subjectName.rdnKeys.length > 0 ? [{ kind: 'directory', name: subjectName }] : [];
  // The legacy attribute counts where no rfc822Name takes its place.
  const mail = alternativeNames.some(({ kind }) => kind === 'email') ? [] : subjectName.emailAddresses;
  return [...subject, ...alternativeNames, ...mail.map((text) => ({ kind: 'email', text }) as const)];
}

function readSubtrees(subtrees: DerElement | undefined): readonly NameSubtree[] {
  if (!subtrees) return [];
  const elements = readChildren(subtrees);
  if (elements.length === 0) throw new DerError('GeneralSubtrees without a subtree');
  return elements.map((element) => {
    const [base, ...distances] = readChildren(expectTag(element, TAG.sequence));
    if (!base) throw new DerError('a GeneralSubtree without a base');
    return { base: readBase(base), hasDistance: distances.length > 0 };
  });
}

function readBase(element: DerElement): GeneralName {
  const base = readGeneralName(element);
  if (base.kind === 'ip' && base.octets.length !== 8 && base.octets.length !== 32) {
    throw new DerError('an address range of a wrong length');
  }
  return base;
}
