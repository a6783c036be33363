import type { ServedEvidence } from './evidence.ts';
import type { FindingRule } from './finding-rule.ts';

export const httpFailure: FindingRule<ServedEvidence> = {
  id: 'http-failure',
  citation: 'RFC 9110 §15',
  applies: ({ http }) => http !== undefined,
  evaluate({ http }) {
    if (!http) return [];
    const { observation, health } = http;
    const asked = `${health.method} ${health.path}`;
    if (observation.kind === 'failure') {
      const detail = observation.detail ? ` (${observation.detail})` : '';
      return [
        {
          severity: 'error',
          problem: `${asked} gets no answer: ${observation.reason}${detail}`,
          help: 'TLS is up and HTTP is not: check the backend behind the listener.',
        },
      ];
    }
    const { status } = observation;
    if (health.accept.includes(status)) return [];
    return [
      {
        severity: 'error',
        problem: `${asked} answers ${status}, not ${formatList(health.accept)}`,
        help: `Check that the domain is bound to the AIRec instance, or add ${status} to health.accept if it is right.`,
      },
    ];
  },
};

/** `200, 401 or 404`. */
function formatList(values: readonly number[]): string {
  return new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(values.map(String));
}
