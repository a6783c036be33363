import { toPem } from '../certificates/pem.ts';
import type { EndpointCheck } from '../endpoints/check-endpoint.ts';
import type { AddressVerdict } from '../endpoints/judge.ts';
import type { CheckedEndpoint, CheckReport } from './check-report.ts';
import { problemsOf } from './problems.ts';

export function toCheckReport(checks: readonly EndpointCheck[], checkedAt: Date): CheckReport {
  return { version: 1, checkedAt: checkedAt.toISOString(), endpoints: checks.map(toCheckedEndpoint) };
}

/** What the report says of one endpoint. Loads no schema, for the sake of threads that need none. */
export function toCheckedEndpoint({
  endpoint: target,
  verdict,
  served,
  clients,
  repair: mend,
}: EndpointCheck): CheckedEndpoint {
  return {
    domain: target.domain,
    port: target.port,
    verdict,
    addresses: served.addresses.map(toAddress),
    clients: Object.fromEntries(
      clients.map(({ client: name, accepts, byLuck, error }) => [
        name,
        { accepts: accepts ?? null, byLuck, error: error ?? null },
      ]),
    ),
    findings: problemsOf(served, ['error', 'warning', 'info']).map(
      ({ id, severity, addresses, problem, help }) => ({
        id,
        severity,
        addresses: [...addresses],
        message: problem,
        help,
      }),
    ),
    repair: mend
      ? {
          bundle: mend.bundle.map((each) => each.fingerprint),
          pem: toPem(mend.bundle),
          fetched: [...mend.fetched],
        }
      : null,
  };
}

function toAddress({
  address: at,
  tls,
  http,
  findings,
}: AddressVerdict): CheckedEndpoint['addresses'][number] {
  const ids = [...new Set(findings.map(({ id }) => id))];
  const seen = { address: at, findings: ids, latencyMs: tls.durationMs };
  if (tls.kind === 'failure') return { ...seen, stage: tls.stage, receivedChain: [] };
  const { protocol, cipher, receivedChain } = tls;
  const stage = http?.kind === 'failure' ? 'http' : 'done';
  return { ...seen, stage, protocol, cipher, receivedChain: receivedChain.map((each) => each.fingerprint) };
}
