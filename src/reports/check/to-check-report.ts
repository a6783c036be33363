import type { Certificate } from '../../certificates/certificate.ts';
import { toPem } from '../../certificates/pem.ts';
import type { BundleCheck } from '../../endpoints/check-bundle.ts';
import type { EndpointCheck } from '../../endpoints/check-endpoint.ts';
import type { Finding } from '../../endpoints/finding.ts';
import type { AddressVerdict } from '../../endpoints/judge.ts';
import type { Repair } from '../../endpoints/repair/repair.ts';
import { shownPath } from '../../endpoints/shown-path.ts';
import { printable } from '../../errors/printable.ts';
import type { CheckedEndpoint } from './check-report.ts';
import { defined } from '../defined.ts';
import { redactTexts } from '../redact-texts.ts';
import { onPath, toCertificates, toClients, toPath } from '../to-report-parts.ts';

type Address = CheckedEndpoint['addresses'][number];

/** What the report says of one endpoint, secrets blanked. Loads no schema, for the sake of threads that need none. */
export function toCheckedEndpoint(check: EndpointCheck): CheckedEndpoint {
  const { endpoint, verdict, served, repair, repairs } = check;
  const [, ...further] = repairs;
  const seen = served.addresses.flatMap((each) => [
    ...(each.tls.kind === 'handshake' ? each.tls.receivedChain : []),
    ...onPath(shownPath(each.clients)),
  ]);
  return redactTexts({
    domain: endpoint.domain,
    port: endpoint.port,
    verdict,
    addresses: served.addresses.map(toAddress),
    clients: toClients(check.clients),
    findings: served.findings.map(toFinding),
    repair: repair ? toRepair(repair) : null,
    ...(further.length > 0 ? { furtherRepairs: further.map(toRepair) } : {}),
    certificates: toCertificates([...seen, ...repairs.flatMap(inRepair)]),
  });
}

/** What the report says of files: one address that has the name of the file. */
export function toCheckedFiles(check: BundleCheck): CheckedEndpoint {
  const { files, verdict, chain, path, findings, repair, key } = check;
  return redactTexts({
    domain: files.domain ?? null,
    port: null,
    verdict,
    addresses: [
      {
        address: printable(files.bundle.source),
        stage: 'file',
        receivedChain: chain.map(({ fingerprint }) => fingerprint),
        ...defined({ path: path && toPath(path) }),
        findings: idsOf(findings),
        latencyMs: 0,
      },
    ],
    clients: toClients(check.clients),
    findings: findings.map(toFinding),
    repair: repair ? toRepair(repair) : null,
    certificates: toCertificates([...chain, ...onPath(path), ...(repair ? inRepair(repair) : [])]),
    key: key ?? null,
  });
}

function toAddress({ address: at, tls, http, clients, findings }: AddressVerdict): Address {
  const seen = { address: at, findings: idsOf(findings), latencyMs: Math.round(tls.durationMs) };
  if (tls.kind === 'failure') {
    const { reason, detail } = tls;
    // A name without an address has no entry here.
    const stage = tls.stage === 'dns' ? 'connect' : tls.stage;
    return { ...seen, stage, failure: { reason, detail }, receivedChain: [] };
  }
  const { protocol, cipher, group, alpn, receivedChain } = tls;
  const path = shownPath(clients);
  const failed = http?.kind === 'failure' ? { reason: http.reason, detail: http.detail } : undefined;
  return {
    ...seen,
    stage: failed ? 'http' : 'done',
    protocol,
    cipher,
    receivedChain: receivedChain.map(({ fingerprint }) => fingerprint),
    ...defined({
      group,
      alpn: alpn === undefined ? undefined : printable(alpn),
      path: path && toPath(path),
      failure: failed,
      httpStatus: http?.kind === 'response' ? http.status : undefined,
    }),
  };
}

function idsOf(findings: readonly Finding[]): Finding['id'][] {
  return [...new Set(findings.map(({ id }) => id))];
}

function toFinding(finding: Finding): CheckedEndpoint['findings'][number] {
  const { id, severity, address, certificate, problem, help, citation, clientWords, location } = finding;
  const { file, line } = location ?? {};
  return {
    id,
    severity,
    message: problem,
    help,
    ...defined({
      address,
      certificate,
      citation,
      clientWords: clientWords && [...clientWords],
      location: file === undefined ? undefined : { file: printable(file), ...defined({ line }) },
    }),
  };
}

function toRepair(repair: Repair): NonNullable<CheckedEndpoint['repair']> {
  const { bundle, satisfies, leaves, anchor, sources, proofs } = repair;
  return {
    bundle: bundle.map(({ fingerprint }) => fingerprint),
    pem: toPem(bundle),
    satisfies: [...satisfies],
    leaves: [...leaves],
    anchor: anchor.fingerprint,
    sources: sources.map((source) => ({ ...source })),
    proofs: proofs.map((proof) => ({ ...proof })),
  };
}

function inRepair({ bundle, anchor }: Repair): readonly Certificate[] {
  return [...bundle, anchor];
}
