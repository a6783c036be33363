import type { SourceLocation } from '../errors/app-error.ts';

export const CLIENT_NAMES = ['chrome', 'firefox', 'java', 'android', 'openssl'] as const;
/** A kind of client whose verdict counts. `openssl` stands for curl, Node.js, Python and Go. */
export type ClientName = (typeof CLIENT_NAMES)[number];

/** The guide's, in the words of DeployCertificate's TargetType. */
export const GUIDE_INGRESS_TYPES = ['SLB', 'CDN', 'API_GATEWAY'] as const;
export const INGRESS_TYPES = [...GUIDE_INGRESS_TYPES, 'CLB', 'ALB', 'NLB', 'DCDN', 'APIG'] as const;
/** What terminates TLS in front of AIRec. SLB means CLB. */
export type IngressType = (typeof INGRESS_TYPES)[number];

export interface IngressConfig {
  readonly type: IngressType;
  /** The load balancer or listener, accelerated domain, gateway group or gateway, as its product names it. */
  readonly instance: string;
  /** Of the listener, where it is not the endpoint's. */
  readonly port?: number | undefined;
  /** Where it is not the configuration's. */
  readonly region?: string | undefined;
  /** Whether it is bound for this domain beside the listener's default certificate. Undefined: as it is now. */
  readonly sni?: boolean | undefined;
  /** Set: a deployment job of CAS changes it. */
  readonly via?: 'cas-job' | undefined;
  /** Whether HTTPS may be switched on. */
  readonly enableHttps?: boolean | undefined;
}

/** Where the private key of a bundle comes from: the name of an environment variable, or a file (absolute path). */
export type KeySource = { readonly env: string } | { readonly file: string };

/** Which certificate the endpoint is meant to serve. */
export type CertificateSource =
  | { readonly kind: 'bundle'; readonly bundle: string; readonly key: KeySource }
  | { readonly kind: 'cas-id'; readonly casId: string }
  | { readonly kind: 'request'; readonly type: 'DV'; readonly product?: string | undefined };

/** An address used instead of DNS. Without a port, the endpoint's port. */
export interface AddressPin {
  /** IPv4 or IPv6 literal, without brackets. */
  readonly ip: string;
  readonly port?: number;
}

export interface HealthConfig {
  /** Origin-form request target, starts with `/`. */
  readonly path: string;
  readonly method: 'HEAD' | 'GET';
  /** HTTP statuses that count as alive. Never empty. */
  readonly accept: readonly number[];
}

export interface EndpointConfig {
  /** Fully qualified, lower-case, A-labels (RFC 5890), no trailing dot, no wildcard. */
  readonly domain: string;
  readonly port: number;
  readonly certificate: CertificateSource;
  readonly ingress: readonly IngressConfig[];
  /** Undefined: TLS is all that is looked at, as behind a listener of raw TLS. */
  readonly health: HealthConfig | undefined;
  readonly clients: readonly ClientName[];
  /** Empty: DNS decides. */
  readonly addresses: readonly AddressPin[];
  /** Where `domain` and `certificate` stand in the configuration file. */
  readonly locations: { readonly domain: SourceLocation; readonly certificate: SourceLocation };
}

export interface AirecConfig {
  readonly instance: string;
  /** Absolute path of the workbook. */
  readonly mapping: string;
  /** Command and leading arguments that apply the mapping, or `none`. A command with a `/` is an absolute path. */
  readonly bind: readonly [string, ...string[]] | 'none';
  /** Names of environment variables that the bind command may see beyond the basic ones. */
  readonly environment: readonly string[];
}

/** All in milliseconds. */
export interface Deadlines {
  /** One cloud call with all its retries. */
  readonly callMs: number;
  /** From issuing or deploying a certificate until CAS reports it Issued or Deployed. */
  readonly statusMs: number;
  /** From Deployed until every address serves the intended certificate. */
  readonly propagationMs: number;
  /** The bind command. */
  readonly bindMs: number;
  /** One connection to an endpoint: connect, handshake, answer. */
  readonly connectionMs: number;
}

export const DIGEST_DAYS = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'never',
] as const;
/** The day of the week (UTC) of the monitor's digest. */
export type DigestDay = (typeof DIGEST_DAYS)[number];

/** When the monitor tells people of what it sees, and how often. */
export interface MonitorConfig {
  /** Runs in a row that must see a problem before anybody is told. */
  readonly openAfter: number;
  /** Runs in a row that must see it gone before it is resolved. */
  readonly resolveAfter: number;
  /** Days between reminders of an alert that nobody has acknowledged. */
  readonly remindDays: number;
  /** Endpoints that must fail for one cause in one run to share one message. */
  readonly group: number;
  /** Runs in a row that could not tell how an endpoint is before the digest says so. */
  readonly unknownAfter: number;
  /** Days for which resolved incidents and daily verdicts are kept. */
  readonly historyDays: number;
  readonly digest: DigestDay;
  /** Where it looks from, in its owner's words; undefined: what its machine tells. */
  readonly vantage: string | undefined;
}

/** Whom Slack calls, and who may answer. */
export interface SlackConfig {
  /** As a message has it: `<@U012AB3CD>`, `<!subteam^S012AB3CD>`, `<!here>`; undefined: nobody is called. */
  readonly mention: string | undefined;
  /** Ids of users who may acknowledge, snooze and give commands. */
  readonly users: readonly string[];
  /** Ids of channels in which commands are taken; empty: that of the alerts alone. */
  readonly channels: readonly string[];
  /** Whether a bot takes the buttons of alerts. */
  readonly buttons: boolean;
}

export const CAS_APIS = ['2020-04-07', 'guide'] as const;
/** The published API of this version, or the calls of the HTTPS guide of AIRec. */
export type CasApi = (typeof CAS_APIS)[number];

export const CLOUD_PRODUCTS = [
  'slb',
  'alb',
  'nlb',
  'cdn',
  'dcdn',
  'apigateway',
  'apig',
  'alidns',
  'sts',
] as const;
/** A product of Alibaba Cloud by the first label of its API host. */
export type CloudProduct = (typeof CLOUD_PRODUCTS)[number];

/** airec-https.yml, read, checked and with every default filled in. */
export interface Config {
  /** Path of the file as the user gave it. */
  readonly file: string;
  readonly region: string;
  readonly cas: {
    readonly api: CasApi;
    /** Origin such as `https://cas.aliyuncs.com`. */
    readonly endpoint: string;
    /** Ids of contacts for deployment jobs. */
    readonly contacts: readonly string[];
    /** Undefined: nothing is ever deleted. */
    readonly retention: { readonly keep: number; readonly graceDays: number } | undefined;
  };
  /** Origins of other products' APIs, where they are not the public ones. */
  readonly cloudEndpoints: Readonly<Partial<Record<CloudProduct, string | undefined>>>;
  readonly airec: AirecConfig;
  /** At least one; no domain and port twice. */
  readonly endpoints: readonly EndpointConfig[];
  readonly trust: {
    /** Absolute paths of PEM files with trust anchors beyond Node's bundled Mozilla roots. */
    readonly roots: readonly string[];
    /** The same for clients that trust these anchors alone, in the order of `CLIENT_NAMES`; never an empty list. */
    readonly clients: ReadonlyMap<ClientName, readonly string[]>;
    /** Whether loopback and private addresses may be probed and fetched from. */
    readonly privateNetworks: boolean;
  };
  readonly deadlines: Deadlines;
  readonly monitor: MonitorConfig;
  readonly slack: SlackConfig;
}
