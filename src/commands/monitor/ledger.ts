import { compareHops, type Hop, lostAt } from '../../monitoring/chain-ledger.ts';
import type { BundleFile } from '../../monitoring/fix/propose-fixes.ts';
import type { SweptEndpoint } from '../../monitoring/swept-endpoint.ts';

/** What was seen, with where the chain of each endpoint that is not well was lost. `files`: by the name of the endpoint. */
export function traceChains(
  swept: readonly SweptEndpoint[],
  files: ReadonlyMap<string, BundleFile>,
): readonly SweptEndpoint[] {
  return swept.map((endpoint) => ({ ...endpoint, origin: originOf(endpoint, files.get(endpoint.name)) }));
}

/** Where the chain was lost, as far as the repository and the addresses tell: the cloud was not asked. */
function originOf({ addresses, verdict }: SweptEndpoint, file: BundleFile | undefined): string | null {
  const [leaf] = file?.chain ?? [];
  if (!file || leaf === undefined || verdict === 'healthy') return null;
  const told = { chainLength: null, certificateId: null };
  const hops: readonly Hop[] = [
    { hop: 'repository', name: file.path, seen: { leaf, chain: file.chain, ...told } },
    ...addresses.flatMap(({ address, chain }): readonly Hop[] =>
      chain[0] === undefined
        ? []
        : [{ hop: 'address', name: address, seen: { leaf: chain[0], chain, ...told } }],
    ),
  ];
  return lostAt(compareHops(hops));
}
