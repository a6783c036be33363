import type { Certificate } from '../certificates/certificate.ts';
import type { EndpointConfig } from '../config/config.ts';
import {
  addressesWithIncompleteChain,
  type AddressVerdict,
  type EndpointVerdict,
} from '../endpoints/judge.ts';
import { AppError } from '../errors/app-error.ts';
import { printable } from '../errors/printable.ts';
import { nameOf, type World } from './world.ts';

export interface Diagnosis {
  /** The certificate whose issuer is missing from what is served. */
  readonly incompleteAt: Certificate;
  /** The leaf that it was received with. */
  readonly leaf: Certificate;
  /** Every certificate received anywhere: candidates for the repair. */
  readonly received: readonly Certificate[];
}

/**
 * Says why the chain is not accepted: asks CAS, as the second witness, and looks at what was received.
 * Returns undefined when nothing is missing, so that no bundle can mend it.
 */
export async function diagnose(
  {
    endpoint,
    certificateId,
    served,
  }: { endpoint: EndpointConfig; certificateId: string; served: EndpointVerdict },
  { cloud: { store }, steps }: World,
): Promise<Diagnosis | undefined> {
  const heading = { name: 'diagnose', title: 'Diagnose the chain', endpoint: nameOf(endpoint) } as const;
  return steps.run(heading, async (step) => {
    try {
      const opinion = await store.diagnose(certificateId);
      if (opinion)
        step.observed(`CAS: ${opinion.passed ? 'passed' : `failed. ${opinion.problems.join('; ')}`}`);
    } catch (error) {
      // Its word is a second opinion; a diagnosis does not end because CAS gives none.
      if (!(error instanceof AppError)) throw error;
      step.observed(`CAS gives no diagnosis: ${error.message}`);
    }
    // An address that still serves another certificate is not mended by completing this one.
    const incomplete = served.addresses.find((address) => address.incompleteAt && address.servesIntended);
    const leaf = incomplete && receivedAt(incomplete)[0];
    if (!incomplete?.incompleteAt || !leaf) {
      step.observed('no intermediate is missing from the certificate that should be served');
      return undefined;
    }
    const { incompleteAt } = incomplete;
    const where = addressesWithIncompleteChain(served).join(', ');
    step.found(
      `${where}: missing ${printable(incompleteAt.issuer)}, the issuer of ${printable(incompleteAt.subject)}`,
    );
    return { incompleteAt, leaf, received: served.addresses.flatMap(receivedAt) };
  });
}

function receivedAt({ tls }: AddressVerdict): readonly Certificate[] {
  return tls.kind === 'handshake' ? tls.receivedChain : [];
}
