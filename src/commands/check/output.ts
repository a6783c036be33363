import type { CheckCall } from '../../reports/check/check-commands.ts';
import type { CheckedEndpoint, CheckReport } from '../../reports/check/check-report.ts';
import { renderCheck } from '../../reports/check/check-terminal.ts';
import { renderHealthy, renderSummary, subjectOf } from '../../reports/check/check-verdict.ts';
import type { Terminal } from '../terminal.ts';

/** Of more than this many, those about which there is nothing to say get one line each. */
const SHOWN_IN_FULL = 3;

/** Where results go, one after the other. */
export interface CheckOutput {
  take(endpoint: CheckedEndpoint): void;
  end(): void;
}

/** One JSON object, written as it comes: of any number of endpoints, two are in memory. */
export function jsonOutput(head: Omit<CheckReport, 'endpoints'>, terminal: Terminal): CheckOutput {
  const opening = JSON.stringify(head, undefined, 2).slice(0, -'\n}'.length);
  terminal.out(`${opening},\n  "endpoints": [`);
  let last: string | undefined;
  return {
    take(endpoint) {
      if (last !== undefined) terminal.out(`${last},`);
      last = JSON.stringify(endpoint, undefined, 2).replaceAll(/^/gm, '    ');
    },
    end() {
      terminal.out(`${last === undefined ? '' : `${last}\n`}  ]\n}`);
    },
  };
}

/** Bundles alone, so that the output can become a file; what has none is told on standard error. */
export function pemOutput(count: number, terminal: Terminal): CheckOutput {
  return {
    take(endpoint) {
      const { repair, furtherRepairs = [], verdict } = endpoint;
      const subject = subjectOf(endpoint);
      if (!repair) {
        const isWell = verdict === 'healthy' || verdict === 'degraded';
        const why = isWell ? 'there is nothing to mend' : 'there is no bundle to mend it with';
        terminal.error(`${subject} is ${verdict}: ${why}`);
        return;
      }
      const bundles = [repair, ...furtherRepairs];
      for (const { pem, bundle } of bundles) {
        // Text between the blocks is allowed (RFC 7468 §2), and needed to tell several bundles apart.
        if (count * bundles.length > 1) {
          terminal.out(`# ${subject}: ${endpoint.certificates[bundle[0] ?? '']?.subject ?? ''}`);
        }
        terminal.out(pem.trimEnd());
      }
    },
    end: () => undefined,
  };
}

interface TextTerms {
  /** How many endpoints there will be. */
  readonly count: number;
  readonly at: Date | undefined;
  readonly noColour: boolean;
  readonly callFor: (endpoint: CheckedEndpoint) => CheckCall;
}

/** For people, each endpoint as soon as it and all before it are done. */
export function textOutput({ count, at, noColour, callFor }: TextTerms, terminal: Terminal): CheckOutput {
  const paint = terminal.paint('out', noColour);
  const verdicts: Pick<CheckedEndpoint, 'verdict'>[] = [];
  if (at) terminal.out(paint('dim', `Judged as if it were ${at.toISOString()}`));
  let gap = at !== undefined;
  return {
    take(endpoint) {
      const { verdict } = endpoint;
      verdicts.push({ verdict });
      if (verdict === 'healthy' && count > SHOWN_IN_FULL) {
        if (gap) terminal.out('');
        terminal.out(renderHealthy(endpoint, paint));
        gap = false;
        return;
      }
      if (gap || verdicts.length > 1) terminal.out('');
      const page = { paint, width: terminal.width, time: at ?? new Date() };
      terminal.out(renderCheck(endpoint, page, callFor(endpoint)));
      gap = true;
    },
    end() {
      if (count > 1) terminal.out(`\n${renderSummary(verdicts, paint)}`);
    },
  };
}
