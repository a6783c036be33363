import { implicit } from '../../../src/emulator/der-writer.ts';
import { authority, server } from '../../support/minted-hierarchy.ts';
import { type Deviation, element, name } from '../../support/minter.ts';
import { type Exhibit, type Specimen } from '../../support/zoo.ts';
import { ISSUING, ROOT, serving } from './material.ts';

type Expected = Pick<Specimen, 'finds'> & Partial<Pick<Specimen, 'may' | 'verdict'>>;

/** A server's certificate that differs. */
export function leaf(
  what: string,
  deviation: Deviation,
  expected: Expected & { readonly terms?: Partial<Exhibit> },
): Specimen {
  const { terms, ...rest } = expected;
  return {
    what,
    show: () => serving([server(ISSUING, deviation), ISSUING], {}, terms)(),
    verdict: 'broken',
    ...rest,
  };
}

/** An intermediate that differs. */
export function issuer(
  what: string,
  deviation: Deviation,
  expected: Expected & { readonly leaf?: Deviation },
): Specimen {
  const { leaf: below, ...rest } = expected;
  const show = () => {
    const ca = authority('Zoo Deviating CA', ROOT, deviation);
    return serving([server(ca, below), ca])();
  };
  return { what, show, verdict: 'broken', ...rest };
}

export const email = (text: string) => implicit(1, Buffer.from(text));
export const ip = (...octets: readonly number[]) => implicit(7, Buffer.from(octets));
export const directory = (commonName: string) => element(0xa4, name(commonName));
