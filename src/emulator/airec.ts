import type { RequestListener } from 'node:http';
import type { CertificateRecord } from './cloud.ts';

/** A domain that AIRec answers for. */
export interface Binding {
  /** Lower-case. */
  readonly domain: string;
  readonly port: number;
  readonly certificateId: string;
}

/** One row of the mapping, as airec-cli read it. */
export interface DomainRow {
  readonly domain: string;
  readonly certificateId: string;
  readonly protocol: string;
  readonly port: number;
}

/** What `airec-cli domain update` asks for. */
export interface DomainUpdate {
  readonly instanceId: string;
  readonly region: string;
  readonly domains: readonly DomainRow[];
}

export type DomainUpdateResult =
  | { readonly ok: true; readonly bound: readonly Binding[] }
  /** Nothing was bound. One line a problem. */
  | { readonly ok: false; readonly problems: readonly [string, ...string[]] };

export interface Airec {
  readonly bindings: readonly Binding[];
  /** Binds all rows or none. */
  update(update: DomainUpdate): DomainUpdateResult;
  /** The recommendation service behind the ingress. */
  readonly answer: RequestListener;
}

/** What AIRec looks at of a certificate. */
type KnownCertificate = Pick<CertificateRecord, 'id' | 'leaf' | 'domain'>;

/** One AIRec instance that takes certificates from `certificates`. */
export function createAirec(instanceId: string, certificates: readonly KnownCertificate[]): Airec {
  let bindings: readonly Binding[] = [];
  return {
    get bindings() {
      return bindings;
    },
    update(update) {
      const [first, ...rest] = [
        ...(update.instanceId === instanceId ? [] : [`there is no instance ${update.instanceId}`]),
        ...update.domains.flatMap((row) => problemsOf(row, certificates)),
      ];
      if (first !== undefined) return { ok: false, problems: [first, ...rest] };
      const bound = update.domains.map(({ domain, port, certificateId }) => ({
        domain: domain.toLowerCase(),
        port,
        certificateId,
      }));
      const kept = bindings.filter(
        (old) => !bound.some((binding) => binding.domain === old.domain && binding.port === old.port),
      );
      bindings = [...kept, ...bound];
      return { ok: true, bound };
    },
    answer(request, response) {
      const domain = (request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase();
      const { status, body } = recommend(
        request.url ?? '',
        request.method ?? '',
        bindings.some((binding) => binding.domain === domain),
      );
      response.writeHead(status, { server: 'airec-https-emulator', 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    },
  };
}

function problemsOf(row: DomainRow, certificates: readonly KnownCertificate[]): string[] {
  const problems: string[] = [];
  const record = certificates.find((candidate) => candidate.id === row.certificateId);
  if (!record) {
    problems.push(`${row.domain}: there is no certificate ${row.certificateId}`);
  } else if (record.leaf.checkHost(row.domain) === undefined) {
    problems.push(`${row.domain}: ${row.certificateId} is a certificate for ${record.domain}`);
  }
  if (row.protocol !== 'HTTPS') problems.push(`${row.domain}: protocol is ${row.protocol}, expected HTTPS`);
  if (!Number.isInteger(row.port) || row.port < 1 || row.port > 65_535) {
    problems.push(`${row.domain}: port is ${row.port}, expected 1 to 65535`);
  }
  return problems;
}

/** 421 (RFC 9110 §15.5.20) says that this service does not answer for the host. */
function recommend(target: string, method: string, bound: boolean): { status: number; body: object } {
  const emulator = 'airec-https';
  if (!bound) return { status: 421, body: { emulator, message: 'This domain is not bound.' } };
  if (target.split('?')[0] !== '/api/v1/recommend') {
    return { status: 404, body: { emulator, message: 'There is only /api/v1/recommend.' } };
  }
  if (method !== 'GET' && method !== 'HEAD') {
    return { status: 405, body: { emulator, message: 'Only GET and HEAD are allowed.' } };
  }
  return { status: 200, body: { emulator, items: [{ itemId: 'item-1', weight: 1 }] } };
}
