import type { Report } from '../../src/reports/deploy/report.ts';

type Endpoint = Report['endpoints'][number];

const LEAF = 'ab'.repeat(32);

/** An endpoint as a report shows it: healthy, unless told otherwise. */
export function reportedEndpoint(changes: Partial<Endpoint> = {}): Endpoint {
  return {
    domain: 'rec.example.com',
    port: 443,
    location: { file: 'airec-https.yml', line: 8, column: 13 },
    status: 'healthy',
    certificateId: 'cert-8a9b2c',
    intendedLeaf: LEAF,
    changed: false,
    rolledBack: false,
    plan: [{ step: 'deploy', subject: 'SLB lb-1', decision: 'skip', reason: 'every address serves it' }],
    addresses: [
      {
        address: '203.0.113.7:443',
        accepted: true,
        servesIntended: true,
        leaf: LEAF,
        notAfter: '2026-12-01T00:00:00.000Z',
        receivedChain: ['CN=rec.example.com', 'CN=Intermediate'],
        protocol: 'TLSv1.3',
        httpStatus: 200,
      },
    ],
    findings: [],
    ...changes,
  };
}

/** A finding as a report shows it. */
export function reportedFinding(
  changes: Partial<Endpoint['findings'][number]> = {},
): Endpoint['findings'][number] {
  return {
    id: 'missing-intermediate',
    severity: 'error',
    problem: 'the chain is incomplete',
    help: 'Serve the full bundle.',
    ...changes,
  };
}

export function reportOf(changes: Partial<Report> = {}): Report {
  return {
    version: 1,
    tool: { name: 'airec-https', version: '0.0.0' },
    command: 'deploy',
    dryRun: false,
    startedAt: '2026-06-01T12:00:00.000Z',
    durationMs: 4200,
    status: 'healthy',
    changed: false,
    mapping: { path: '/w/certificate_info.xlsx', changed: false },
    endpoints: [reportedEndpoint()],
    steps: [],
    ...changes,
  };
}
