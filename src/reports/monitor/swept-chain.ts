import type { SweptAddress, SweptCertificate, SweptEndpoint } from '../../monitoring/swept-endpoint.ts';
import { type ChainRow, chainRows } from '../chain-rows.ts';
import { problemIdsOf, sourceWords } from '../chain-words.ts';

/**
 * What an address was seen to send against what clients need: the bundle that mends it, else the path of a client that
 * accepts it. Empty without a chain. `time`: undefined leaves validity out.
 */
export function sweptRows(
  { chain, missingIssuers }: Pick<SweptAddress, 'chain' | 'missingIssuers'>,
  endpoint: SweptEndpoint,
  time: Date | undefined,
): readonly ChainRow[] {
  const { leaves, repairs, findings } = endpoint;
  const repair = repairs.find(({ leaf }) => leaf === chain[0]);
  const path = endpoint.path[0]?.fingerprint === chain[0] ? endpoint.path : [];
  const intermediates = path.length > 1 ? path.slice(0, -1) : path;
  const needed = repair?.certificates ?? (path.length > 0 ? intermediates : undefined);
  return chainRows({
    received: chain,
    needed: needed?.map(({ fingerprint }) => fingerprint),
    anchor: path.at(-1)?.fingerprint,
    lacking: repair ? [] : missingIssuers,
    certificates: byFingerprint([...leaves, ...path, ...repairs.flatMap(({ certificates }) => certificates)]),
    sourceOf: (certificate) => {
      const found = repair?.certificates.find(({ fingerprint }) => fingerprint === certificate);
      return found && sourceWords(found.source);
    },
    problemsOf: (certificate) => problemIdsOf(certificate, findings),
    time,
  });
}

function byFingerprint(certificates: readonly SweptCertificate[]): ReadonlyMap<string, SweptCertificate> {
  return new Map(certificates.map((each) => [each.fingerprint, each]));
}
