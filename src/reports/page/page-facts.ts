import type { EndpointHistory, MonitorState } from '../../monitoring/monitor-state.ts';
import type { Readiness } from '../../monitoring/readiness.ts';
import type { SweptEndpoint } from '../../monitoring/swept-endpoint.ts';
import type { MonitorReport } from '../monitor/monitor-report.ts';

/** What the status page is made of. */
export interface PageFacts {
  readonly title: string;
  readonly report: MonitorReport;
  /** What the monitor remembers; undefined: the page is without history. */
  readonly state: MonitorState | undefined;
  /** Where the repository is, `https://github.com/owner/name`; undefined: pull requests that the report gives no address of are not linked. */
  readonly repository: string | undefined;
}

/** What the page tells, joined. */
export interface PageModel {
  readonly title: string;
  /** When it was looked, which is what days left are counted from. */
  readonly at: Date;
  readonly vantage: string;
  /** The worst first, else in the order of the configuration. */
  readonly endpoints: readonly PageEndpoint[];
  /** Those that people are told of, the most severe first. */
  readonly open: readonly PageIncident[];
  readonly problems: MonitorReport['problems'];
}

export interface PageEndpoint {
  readonly swept: SweptEndpoint;
  /** Of its page, `rec.example.com_443.html`, unlike that of any other. */
  readonly file: string;
  readonly lifetime: Lifetime | undefined;
  readonly readiness: Readiness | undefined;
  readonly history: EndpointHistory | undefined;
  /** Open ones first, then the latest. */
  readonly incidents: readonly PageIncident[];
  /** The latest that is to mend it. */
  readonly pullRequest: PagePullRequest | undefined;
}

/** The validity of the leaf that ends first. */
export interface Lifetime {
  readonly notBefore: Date;
  readonly notAfter: Date;
  /** Whole days, begun ones not counted; negative: it is over. */
  readonly daysLeft: number;
  /** Whole days from begin to end. */
  readonly days: number;
  /** By what is left of the lifetime: more than a third, less, or less than a sixth. */
  readonly stage: 'fresh' | 'due' | 'late';
  /** Whether it was served in this run; false: in the last one that saw a certificate. */
  readonly isServed: boolean;
}

export interface PageIncident {
  readonly key: string;
  /** Null: a group of endpoints, or the monitor itself. */
  readonly endpoint: string | null;
  /** Names of the endpoints of a group; empty for any other. */
  readonly members: readonly string[];
  readonly title: string;
  readonly severity: string;
  readonly phase: 'pending' | 'open' | 'resolved';
  readonly since: Date;
  readonly resolvedAt: Date | undefined;
  /** Such as `acknowledged`; empty: nobody has answered. */
  readonly answer: string;
  readonly pullRequest: PagePullRequest | undefined;
}

export interface PagePullRequest {
  readonly number: number;
  /** Such as `open`; undefined: the report does not tell. */
  readonly state: string | undefined;
  /** An https address; undefined: nobody knows it. */
  readonly url: string | undefined;
}
