/**
 * Ways to misbehave. `times`: how often before it is used up; without, until withdrawn. Several may hold
 * at once, also of the same kind.
 */
export type Fault = { readonly times?: number } & (CallFault | LifecycleFault | EdgeFault);

/** Hits calls; `action` restricts it to one. */
type CallFault = { readonly action?: string } & (
  | { readonly kind: 'throttle' }
  /** With a `code`: a JSON error. Without: a JSON body that does not say it is one. */
  | { readonly kind: 'server-error'; readonly status: number; readonly code?: string }
  /** The call never arrives: the connection is cut before it is carried out. */
  | { readonly kind: 'lose-call' }
  /** The page of some proxy, with status 200. */
  | { readonly kind: 'html-body' }
  /** The call is carried out, then the connection is cut. */
  | { readonly kind: 'lose-answer' }
);

type LifecycleFault =
  /** CreateCertificate keeps the leaf alone. */
  | { readonly kind: 'leaf-only' }
  /** The next issuing or deployment takes `polls` status polls longer. */
  | { readonly kind: 'slow-status'; readonly polls: number; readonly action?: string }
  /** The next issuing or deployment never ends. */
  | { readonly kind: 'stuck-status'; readonly action?: StartingAction }
  /** The next deployment breaks the first edge, which then lacks the intermediates, and is Failed. */
  | { readonly kind: 'failed-deploy'; readonly action?: string }
  /** No caIssuers certificate can be fetched. */
  | { readonly kind: 'aia-down' };

/** An edge, counted from 0, that misses deployments. */
interface EdgeFault {
  readonly kind: 'stale-edge';
  readonly instanceId: string;
  readonly edge: number;
}

/** Actions that start something that takes time. */
export type StartingAction = 'CreateCertificate' | 'DeployCertificate';

type FaultOf<Kind extends Fault['kind']> = Extract<Fault, { readonly kind: Kind }>;

export interface Faults {
  /** Those that are not used up. */
  readonly active: readonly Fault[];
  /** Returns how to withdraw it. */
  inject(fault: Fault): () => void;
  /** The oldest active fault of `kind` that `applies`, used once; undefined when there is none. */
  take<Kind extends Fault['kind']>(
    kind: Kind,
    applies?: (fault: FaultOf<Kind>) => boolean,
  ): FaultOf<Kind> | undefined;
}

export function createFaults(): Faults {
  const entries: { readonly fault: Fault; left: number }[] = [];
  return {
    get active() {
      return entries.filter((entry) => entry.left > 0).map((entry) => entry.fault);
    },
    inject(fault) {
      const entry = { fault, left: fault.times ?? Number.POSITIVE_INFINITY };
      entries.push(entry);
      return () => {
        entry.left = 0;
      };
    },
    take<Kind extends Fault['kind']>(kind: Kind, applies: (fault: FaultOf<Kind>) => boolean = () => true) {
      for (const entry of entries) {
        if (entry.left === 0 || entry.fault.kind !== kind) continue;
        const fault = entry.fault as FaultOf<Kind>;
        if (!applies(fault)) continue;
        entry.left -= 1;
        return fault;
      }
      return undefined;
    },
  };
}

/** Whether a fault restricted to an action, or to none, hits `action`. */
export function hits(action: string): (fault: { readonly action?: string }) => boolean {
  return (fault) => fault.action === undefined || fault.action === action;
}
