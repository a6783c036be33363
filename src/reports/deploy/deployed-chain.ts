import { type ChainRow, chainRows, type KnownCertificate } from '../chain-rows.ts';
import { problemIdsOf } from '../chain-words.ts';
import type { Report } from './report.ts';

type Endpoint = Report['endpoints'][number];

/**
 * What an address served after a deployment against what clients need: the bundle that was deployed, else the path that
 * they take. Empty without a chain, and for reports of before chains were in them.
 */
export function deployedRows(
  { chain = [], path }: Endpoint['addresses'][number],
  { needed, certificates = {}, findings }: Endpoint,
  time: Date,
): readonly ChainRow[] {
  const own = needed?.certificates[0] === chain[0] ? needed : path;
  return chainRows({
    received: chain,
    needed: own?.certificates,
    anchor: own?.anchor ?? undefined,
    lacking: [],
    certificates: new Map<string, KnownCertificate>(Object.entries(certificates)),
    sourceOf: () => undefined,
    problemsOf: (certificate) => problemIdsOf(certificate, findings),
    time,
  });
}
