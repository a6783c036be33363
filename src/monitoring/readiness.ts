import { validityLimit } from '../certificates/clients/validity-limit.ts';
import { renewalMarginMs } from '../endpoints/findings/lifetime.ts';
import { rootRemoval } from './root-removals.ts';
import type { SweptCertificate, SweptEndpoint, SweptFinding } from './swept-endpoint.ts';

const DAY_MS = 86_400_000;
const SECOND_MS = 1000;
/** Root removals that are nearer are worth a look now. */
const REMOVAL_NOTICE_DAYS = 90;

/** A day by which something has to be done about an endpoint. */
export interface Deadline {
  readonly kind: 'renewal' | 'leaf-expiry' | 'intermediate-expiry' | 'root-removal';
  /** ISO 8601. */
  readonly at: string;
  /** Whole days from now, begun ones not counted; negative: it is over. */
  readonly daysLeft: number;
  /** Printable subject of the certificate. */
  readonly subject: string;
  /** Where the date comes from, when it is not in the certificate. */
  readonly source: string | null;
}

export interface Readiness {
  readonly name: string;
  /** The earliest first; empty when no certificate was seen. */
  readonly deadlines: readonly Deadline[];
  /** How long the leaf is valid, and what a renewal on the day it is due may be at most; null: no leaf was seen. */
  readonly validity: {
    readonly days: number;
    /** The limit on the day of the next renewal; null: it is no public authority's, which have no limit. */
    readonly limitAtRenewal: number | null;
    /** Whether the next one has to live shorter than this one: who renews by hand has to plan for it. */
    readonly shrinks: boolean;
  } | null;
}

/** What is coming for an endpoint: ends of certificates, removals of roots, shorter lives (BR §6.3.2). */
export function readinessOf(
  { name, path, leaves, isPublic }: Pick<SweptEndpoint, 'name' | 'path' | 'leaves' | 'isPublic'>,
  now: Date,
): Readiness {
  const leaf = path[0] ?? leaves[0];
  if (!leaf) return { name, deadlines: [], validity: null };
  const renewAt = new Date(Date.parse(leaf.notAfter) - renewalMarginMs(toDates(leaf)));
  const anchor = path.length > 1 ? path.at(-1) : undefined;
  const deadlines = [
    deadline('renewal', leaf, { at: renewAt, now }),
    deadline('leaf-expiry', leaf, { at: new Date(leaf.notAfter), now }),
    ...path
      .slice(1, -1)
      .map((each) => deadline('intermediate-expiry', each, { at: new Date(each.notAfter), now })),
    ...(anchor && isPublic ? [removalOf(anchor, now)] : []),
  ];
  return {
    name,
    deadlines: deadlines.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at)),
    validity: validityAt(leaf, { renewAt: renewAt > now ? renewAt : now, isPublic }),
  };
}

/** The endpoint with findings of what is coming, which are for information: clients accept it now. */
export function withReadiness(endpoint: SweptEndpoint, readiness: Readiness | undefined): SweptEndpoint {
  const { deadlines = [], validity = null } = readiness ?? {};
  const ahead = [
    ...deadlines
      .filter(isRemovalNear)
      .map((removal) =>
        toFinding(
          'root-removal-ahead',
          `browsers stop trusting the root ${removal.subject} on ${removal.at.slice(0, 10)}`,
          `Ask your authority for a chain to a root that stays. Source: ${removal.source ?? ''}.`,
        ),
      ),
    ...(validity?.shrinks
      ? [
          toFinding(
            'shorter-validity-ahead',
            `this certificate is valid for ${validity.days} days; the next one may be for ${validity.limitAtRenewal} at most`,
            'Renew automatically, or plan for renewing more often (CA/Browser Forum Baseline Requirements §6.3.2).',
          ),
        ]
      : []),
  ];
  return ahead.length > 0 ? { ...endpoint, findings: [...endpoint.findings, ...ahead] } : endpoint;
}

function toFinding(id: SweptFinding['id'], message: string, help: string): SweptFinding {
  return { id, severity: 'info', addresses: [], certificate: null, message, help };
}

/** Whether a removal of its root comes near enough to do something about it. */
export function isRemovalNear({ kind, daysLeft }: Deadline): boolean {
  return kind === 'root-removal' && daysLeft < REMOVAL_NOTICE_DAYS;
}

function removalOf(anchor: SweptCertificate, now: Date): Deadline {
  const { date, source } = rootRemoval(anchor);
  const at = new Date(`${date}T00:00:00.000Z`);
  return { ...deadline('root-removal', anchor, { at, now }), source: `${source.name}, ${source.url}` };
}

function deadline(
  kind: Deadline['kind'],
  { subject }: SweptCertificate,
  { at, now }: { readonly at: Date; readonly now: Date },
): Deadline {
  const daysLeft = Math.floor((at.getTime() - now.getTime()) / DAY_MS);
  return { kind, at: at.toISOString(), daysLeft, subject, source: null };
}

function validityAt(
  leaf: SweptCertificate,
  { renewAt, isPublic }: { readonly renewAt: Date; readonly isPublic: boolean },
): Readiness['validity'] {
  const dates = toDates(leaf);
  const { days } = validityLimit(dates);
  const lifeMs = dates.notAfter.getTime() + SECOND_MS - dates.notBefore.getTime();
  const successor = { notBefore: renewAt, notAfter: new Date(renewAt.getTime() + lifeMs - SECOND_MS) };
  const limitAtRenewal = isPublic ? (validityLimit(successor).limit ?? null) : null;
  return { days, limitAtRenewal, shrinks: limitAtRenewal !== null && days > limitAtRenewal };
}

function toDates({ notBefore, notAfter }: SweptCertificate): { notBefore: Date; notAfter: Date } {
  return { notBefore: new Date(notBefore), notAfter: new Date(notAfter) };
}
