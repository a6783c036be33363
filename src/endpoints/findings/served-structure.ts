import { type ChainStructure, readChainStructure } from '../../certificates/paths/chain-structure.ts';
import type { ServedEvidence } from './evidence.ts';

/** What the certificates of a served chain are there for, seen by all declared clients and by what was found beside. */
export function structureOf({
  chain,
  clients,
  help,
}: Pick<ServedEvidence, 'chain' | 'clients' | 'help'>): ChainStructure {
  const claimed = clients.flatMap(({ judgement }) =>
    judgement.refusals.flatMap((refusal) => (refusal.code === 'bad-signature' ? [refusal.issuer] : [])),
  );
  return readChainStructure({
    chain,
    paths: clients.map(({ judgement }) => judgement.path),
    links: [...claimed, ...(help?.intermediates ?? [])],
  });
}
