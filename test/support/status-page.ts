import { createHash } from 'node:crypto';
import { readinessOf } from '../../src/monitoring/readiness.ts';
import type { MonitorState } from '../../src/monitoring/monitor-state.ts';
import type { SweptEndpoint } from '../../src/monitoring/swept-endpoint.ts';
import { toMonitorReport } from '../../src/reports/monitor/monitor-report.ts';
import type { PageFacts } from '../../src/reports/page/page-facts.ts';
import { renderSite } from '../../src/reports/page/site.ts';
import { broken, DAY_MS, finding, iso, silent, Simulation, START, swept } from './monitoring.ts';

/** Runs, a day apart. */
const DAYS = 90;
const VANTAGE = 'github-hosted/eastus';
const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

interface Kind {
  readonly domain: string;
  readonly port?: number;
  /** From START; the leaf is renewed for `life` days whenever `renewAt` are left. */
  readonly begin: number;
  readonly life: number;
  readonly renewAt: number;
  /** What a run sees on a day. */
  readonly see: (day: number, base: Partial<SweptEndpoint>) => SweptEndpoint;
  readonly milliseconds: number;
}

const INTERMEDIATE = {
  fingerprint: digest('b'),
  subject: 'CN=GlobalSign GCC R3 DV TLS CA 2020,O=GlobalSign nv-sa,C=BE',
  notBefore: iso(START - 700 * DAY_MS),
  notAfter: iso(START + 1100 * DAY_MS),
};
const ROOT = {
  fingerprint: digest('c'),
  subject: 'CN=GlobalSign,O=GlobalSign,OU=GlobalSign Root CA - R3',
  notBefore: iso(START - 6000 * DAY_MS),
  notAfter: iso(START + 1000 * DAY_MS),
};
const CLIENTS = (['chrome', 'firefox', 'java', 'android', 'openssl'] as const).map((client) => ({
  client,
  accepts: true,
  byLuck: false,
  error: null,
}));

/** In the words of each client, as its profile has them. */
const REFUSALS = {
  chrome: null,
  firefox: null,
  java: 'PKIX path building failed: sun.security.provider.certpath.SunCertPathBuilderException: unable to find valid certification path to requested target',
  android: 'java.security.cert.CertPathValidatorException: Trust anchor for certification path not found.',
  openssl: 'unable to get local issuer certificate',
} as const;

const well = (_day: number, base: Partial<SweptEndpoint>): SweptEndpoint => swept(base);

const KINDS: readonly Kind[] = [
  { domain: 'rec.example.com', begin: -40, life: 90, renewAt: 8, milliseconds: 38, see: seeBroken },
  { domain: 'rec-cn.example.com', begin: -70, life: 90, renewAt: 30, milliseconds: 212, see: well },
  { domain: 'rec-eu.example.com', begin: -20, life: 90, renewAt: 30, milliseconds: 24, see: seeUntidy },
  { domain: 'ranking.example.com', begin: 20, life: 90, renewAt: 5, milliseconds: 61, see: well },
  {
    domain: 'shop-rec.example.com',
    port: 8443,
    begin: -80,
    life: 398,
    renewAt: 30,
    milliseconds: 47,
    see: seeSilent,
  },
  { domain: 'ads-rec.example.com', begin: -150, life: 199, renewAt: 30, milliseconds: 33, see: well },
];

/** What the last of the runs saw, and what the monitor remembers after it. */
export interface SampleRun {
  readonly now: Date;
  readonly swept: readonly SweptEndpoint[];
  readonly state: MonitorState;
}

/** Three months of a monitor of six endpoints, of which one has lost its intermediate. */
export function sampleRun(): SampleRun {
  const simulation = new Simulation();
  let endpoints: readonly SweptEndpoint[] = [];
  for (let day = 0; day < DAYS; day += 1) {
    endpoints = KINDS.map((kind) => kind.see(day, baseOf(kind, day)));
    simulation.run(endpoints, { afterMs: DAY_MS });
  }
  const now = new Date(simulation.time);
  const incidents = simulation.state.incidents.map((incident) =>
    incident.cause === 'chain' && incident.phase === 'open'
      ? { ...incident, links: { message: null, pullRequest: { number: 12, state: 'open' as const } } }
      : incident,
  );
  return {
    now,
    swept: endpoints.map((each) => ({ ...each, seenAt: now.toISOString() })),
    state: { ...simulation.state, incidents },
  };
}

/** The facts of a page about it. */
export function samplePage(): PageFacts & { readonly state: MonitorState } {
  const { now, swept: seen, state } = sampleRun();
  const report = toMonitorReport({
    startedAt: now.toISOString(),
    circumstances: { vantage: VANTAGE, schedule: '17 * * * *' },
    delayMs: 0,
    swept: seen,
    readiness: seen.map((each) => readinessOf(each, now)),
    state,
    fixes: [],
    messages: [],
    problems: [],
  });
  return {
    title: 'Example recommendations',
    report,
    state,
    repository: 'https://github.com/example/endpoints',
  };
}

/** The facts of a page about `count` endpoints, a third of them in trouble. */
export function manyEndpoints(count: number): PageFacts & { readonly state: MonitorState } {
  const sample = samplePage();
  const names = Array.from({ length: count }, (_, index) => `recommendation-${index}.shop.example.com:443`);
  const like = <Item>(items: readonly Item[]) =>
    names.flatMap((name, index) => {
      const item = items[index % items.length];
      return item === undefined ? [] : [{ ...item, name }];
    });
  const days = 'hhhhxhhhhbhh?hdhhrhhhhxhhhhbhh';
  const endpoints = like(sample.state.endpoints).map((each, index) => ({
    ...each,
    days: index % 4 === 0 ? days : each.days,
  }));
  return {
    ...sample,
    report: { ...sample.report, endpoints: like(sample.report.endpoints), readiness: [] },
    state: { ...sample.state, endpoints },
  };
}

/** The files of the site for these facts, by path. */
export function filesOf(facts: PageFacts): ReadonlyMap<string, string> {
  return new Map([...renderSite(facts).files].map(({ path, text }) => [path, text]));
}

function baseOf(
  { domain, port = 443, begin, life, renewAt, milliseconds }: Kind,
  day: number,
): Partial<SweptEndpoint> {
  let from = begin;
  while (from + life - day <= renewAt) from += life - renewAt;
  const leaf = {
    fingerprint: digest((Math.abs(from) % 16).toString(16)),
    subject: `CN=${domain}`,
    notBefore: iso(START + from * DAY_MS),
    notAfter: iso(START + (from + life) * DAY_MS),
  };
  const wave = Math.round(milliseconds * (1 + 0.35 * Math.sin(day / 3) + (day % 17 === 0 ? 1.4 : 0)));
  const chain = [leaf.fingerprint, INTERMEDIATE.fingerprint];
  const address = (ip: string): SweptEndpoint['addresses'][number] => ({
    address: `${ip}:${port}`,
    chain,
    missingIssuers: [],
    failure: null,
    handshakeMs: wave,
  });
  return {
    domain,
    port,
    name: `${domain}:${port}`,
    vantage: VANTAGE,
    clients: CLIENTS,
    leaves: [leaf],
    path: [leaf, INTERMEDIATE, ROOT],
    isPublic: true,
    addresses: [address('203.0.113.7'), address('203.0.113.8')],
  };
}

function seeBroken(day: number, base: Partial<SweptEndpoint>): SweptEndpoint {
  if (day < 87 && (day < 41 || day > 43)) return swept(base);
  const { leaves: [leaf] = [], addresses = [] } = base;
  if (!leaf) return swept(base);
  const short = { chain: [leaf.fingerprint], missingIssuers: [INTERMEDIATE.subject] };
  const pem = '-----BEGIN CERTIFICATE-----\n';
  return broken({
    ...base,
    path: [],
    clients: CLIENTS.map((each) =>
      each.client === 'chrome' || each.client === 'firefox'
        ? { ...each, byLuck: true, error: 'NET::ERR_CERT_AUTHORITY_INVALID' }
        : { ...each, accepts: false, error: REFUSALS[each.client] },
    ),
    addresses: addresses.map((each) => ({ ...each, ...short })),
    findings: [
      finding({
        addresses: addresses.map(({ address }) => address),
        message: `CN=rec.example.com ends an incomplete chain: its issuer, ${INTERMEDIATE.subject}, is not sent`,
        help: 'Serve the full bundle: the leaf, then every intermediate up to a trusted root.',
      }),
    ],
    repairs: [
      {
        leaf: leaf.fingerprint,
        pem,
        certificates: [
          { ...leaf, source: { kind: 'served' } },
          {
            ...INTERMEDIATE,
            source: { kind: 'aia', url: 'http://secure.globalsign.com/cacert/gsgccr3dvtlsca2020.crt' },
          },
        ],
        satisfies: CLIENTS.map(({ client }) => client),
        leaves: [],
        proofs: addresses.flatMap(({ address }) =>
          CLIENTS.map(({ client }) => ({ address, client, before: false, after: true })),
        ),
      },
    ],
    origin: null,
    ledger: ledgerOf(leaf.fingerprint),
  });
}

/** Every place holds what the repository does: the leaf alone. */
function ledgerOf(leaf: string): SweptEndpoint['ledger'] {
  const seen = { leaf, chain: [leaf], chainLength: 1, certificateId: null };
  return [
    { hop: 'repository', name: 'certs/rec.example.com.pem', seen, difference: null },
    {
      hop: 'cas',
      name: 'CAS cert-8a9b2c',
      seen: { ...seen, certificateId: 'cert-8a9b2c' },
      difference: null,
    },
    { hop: 'ingress', name: 'CLB lb-ai-rec-01', seen, difference: null },
    { hop: 'address', name: '203.0.113.7:443', seen, difference: null },
    { hop: 'address', name: '203.0.113.8:443', seen, difference: null },
  ];
}

function seeUntidy(day: number, base: Partial<SweptEndpoint>): SweptEndpoint {
  if (day < 60) return swept(base);
  const message = 'the root CN=GlobalSign is sent along; clients have their own and ignore it';
  const untidy = finding({
    id: 'root-included',
    severity: 'warning',
    message,
    help: 'Leave it out of the bundle: nothing breaks with it, and every handshake is shorter without.',
  });
  return swept({ ...base, verdict: 'degraded', findings: [untidy] });
}

function seeSilent(day: number, base: Partial<SweptEndpoint>): SweptEndpoint {
  if (day < 88 && day % 31 !== 7) return swept(base);
  const { clients = [], addresses = [] } = base;
  return silent({
    ...base,
    leaves: [],
    path: [],
    clients: clients.map((each) => ({ ...each, accepts: null, error: 'no connection: timeout' })),
    addresses: addresses.map(({ address }) => ({
      address,
      chain: [],
      missingIssuers: [],
      failure: 'connect: timeout',
    })),
    findings: [
      finding({
        id: 'timeout',
        severity: 'warning',
        addresses: addresses.map(({ address }) => address),
        message: 'no answer within 10 s',
        help: 'Check that the address is right and that the access control of the listener lets this machine in.',
      }),
    ],
  });
}
