import { server } from '../../support/minted-hierarchy.ts';
import { serve, type Specimen } from '../../support/zoo.ts';
import { ISSUING, LEAF, LOW_LEAF, LOWER, ROOT, UPPER } from './material.ts';

/** Endpoints whose addresses differ. */
export const ADDRESS_SPECIMENS: readonly Specimen[] = [
  {
    what: 'one of three addresses with an old leaf',
    show: async () => {
      const good = await serve([LEAF, ISSUING]);
      const old = await serve([server(ISSUING), ISSUING]);
      return { ports: [good, await serve([LEAF, ISSUING]), old], roots: [ROOT] };
    },
    finds: ['inconsistent-addresses'],
    verdict: 'degraded',
  },
  {
    what: 'one of three addresses without the intermediate',
    show: async () => ({
      ports: [await serve([LEAF, ISSUING]), await serve([LEAF]), await serve([LEAF, ISSUING])],
      roots: [ROOT],
    }),
    finds: ['missing-intermediate', 'inconsistent-addresses'],
    verdict: 'repairable',
  },
  {
    what: 'one of two addresses in another order',
    show: async () => ({
      ports: [await serve([LOW_LEAF, LOWER, UPPER]), await serve([LOW_LEAF, UPPER, LOWER])],
      roots: [ROOT],
    }),
    finds: ['wrong-order', 'inconsistent-addresses'],
    verdict: 'degraded',
  },
];
