import { type ChainRow, chainRows, type KnownCertificate } from '../chain-rows.ts';
import { problemIdsOf, sourceWords } from '../chain-words.ts';
import type { CheckedEndpoint } from './check-report.ts';

type Address = CheckedEndpoint['addresses'][number];

/**
 * What an address sends against what clients need: the bundle that mends it, else the path they take. Empty without a
 * chain.
 */
export function checkedRows(address: Address, endpoint: CheckedEndpoint, time: Date): readonly ChainRow[] {
  const { receivedChain, path } = address;
  const repair = [endpoint.repair, ...(endpoint.furtherRepairs ?? [])].find(
    (each) => each?.bundle[0] === receivedChain[0],
  );
  return chainRows({
    received: receivedChain,
    needed: repair?.bundle ?? path?.certificates ?? [],
    anchor: repair?.anchor ?? path?.anchor ?? undefined,
    lacking: [],
    certificates: new Map<string, KnownCertificate>(Object.entries(endpoint.certificates)),
    sourceOf: (certificate) => {
      const source = repair?.sources[repair.bundle.indexOf(certificate)];
      return source && sourceWords(source);
    },
    problemsOf: (certificate) => problemIdsOf(certificate, endpoint.findings),
    time,
  });
}
