import type { EventDetail, IncidentEvent } from './incident-event.ts';
import type { Incident } from './incident.ts';
import type { Stepped } from './lifecycle.ts';
import { membersOf } from './outbox.ts';

/** Events of these kinds are edits of a message: nobody is notified. */
const SILENT: ReadonlySet<EventDetail['kind']> = new Set(['changed', 'resolved']);

/** The incidents while a run is applied, and what happened to each: at most one thing. */
export class WorkingSet {
  readonly #incidents: Map<string, Incident>;
  readonly #details = new Map<string, EventDetail>();

  constructor(incidents: readonly Incident[]) {
    this.#incidents = new Map(incidents.map((incident) => [incident.key, incident]));
  }

  get(key: string): Incident | undefined {
    return this.#incidents.get(key);
  }

  /** A copy: it may be changed on the way. */
  all(): readonly Incident[] {
    return [...this.#incidents.values()];
  }

  detailOf(key: string): EventDetail | undefined {
    return this.#details.get(key);
  }

  put({ incident, detail }: Stepped): void {
    this.#incidents.set(incident.key, incident);
    if (detail) this.#details.set(incident.key, detail);
  }

  /** What happened to it is told by its group. */
  hush(key: string): void {
    this.#details.delete(key);
  }

  drop(key: string): void {
    this.#incidents.delete(key);
    this.#details.delete(key);
  }

  /** Numbers what happened; by key, so that order depends on nothing else. */
  finish(at: string): { readonly incidents: readonly Incident[]; readonly events: readonly IncidentEvent[] } {
    for (const [key, { kind }] of this.#details) {
      const incident = this.#incidents.get(key);
      if (!incident) continue;
      const notifiedAt = SILENT.has(kind) ? incident.notifiedAt : at;
      this.#incidents.set(key, { ...incident, sequence: incident.sequence + 1, notifiedAt });
    }
    const incidents = this.all().toSorted((a, b) => (a.key < b.key ? -1 : 1));
    const events = incidents.flatMap((incident): readonly IncidentEvent[] => {
      const detail = this.#details.get(incident.key);
      if (!detail) return [];
      const id = `${incident.key.slice(0, 16)}.${incident.sequence}`;
      return [{ id, at, detail, incident, members: membersOf(incident, this.#incidents) }];
    });
    return { incidents, events };
  }
}
