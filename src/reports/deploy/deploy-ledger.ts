import type { EndpointOutcome } from '../../deployment/outcome.ts';
import { type ChainLedger, compareHops, type Hop, type Holding } from '../../monitoring/chain-ledger.ts';

const UNTOLD = { leaf: null, chain: null, chainLength: null, certificateId: null };

/** What each place between the bundle file and the addresses holds at the end of a deployment, and which differs first. */
export function deployLedger(outcome: EndpointOutcome): ChainLedger {
  return compareHops([
    ...fileHop(outcome),
    ...casHops(outcome),
    ...mappingHop(outcome),
    ...addressHops(outcome),
  ]);
}

/** What is to be served of the file; what the file itself lacks is a finding of the material. */
function fileHop({ places, needed }: EndpointOutcome): readonly Hop[] {
  if (places?.bundleFile === undefined || !needed) return [];
  const chain = needed.bundle.map(({ fingerprint }) => fingerprint);
  return [{ hop: 'repository', name: places.bundleFile, seen: { ...UNTOLD, leaf: chain[0] ?? null, chain } }];
}

function casHops({ places }: EndpointOutcome): readonly Hop[] {
  if (!places) return [];
  const { stored, targets } = places;
  if (!stored) {
    return [
      { hop: 'cas', name: 'CAS', seen: 'not looked at' },
      ...targets.map(({ name }): Hop => ({ hop: 'ingress', name, seen: 'not looked at' })),
    ];
  }
  const { id, leafFingerprint, chainLength } = stored;
  const holding: Holding = { ...UNTOLD, certificateId: id, leaf: leafFingerprint ?? null };
  return [
    { hop: 'cas', name: `CAS ${id}`, seen: { ...holding, chainLength: chainLength ?? null } },
    ...targets.map(({ name, holds }): Hop => {
      const seen = holds === undefined ? 'not looked at' : holds ? holding : 'absent';
      return { hop: 'ingress', name, seen };
    }),
  ];
}

function mappingHop({ mapped }: EndpointOutcome): readonly Hop[] {
  if (!mapped) return [];
  const { after } = mapped;
  const seen = after === undefined ? ('absent' as const) : { ...UNTOLD, certificateId: after };
  return [{ hop: 'mapping', name: 'mapping file', seen }];
}

function addressHops({ after, before }: EndpointOutcome): readonly Hop[] {
  return ((after ?? before)?.addresses ?? []).map(({ address, tls }): Hop => {
    if (tls.kind === 'failure') return { hop: 'address', name: address, seen: 'not looked at' };
    const chain = tls.receivedChain.map(({ fingerprint }) => fingerprint);
    return { hop: 'address', name: address, seen: { ...UNTOLD, leaf: chain[0] ?? null, chain } };
  });
}
