/** One endpoint in so many has a certificate of an authority that nobody trusts. */
const UNTRUSTED_EVERY = 100;

/** As many at a time as every rival of a sweep looks at. */
const CONCURRENCY = 64;

/** The name of endpoint `index`, from 0. */
export function endpointName(index: number): string {
  return `e${index}.bench.example`;
}

export function isTrusted(index: number): boolean {
  return index % UNTRUSTED_EVERY !== 0;
}

/** How many of the first `count` endpoints have a certificate that is trusted. */
export function trustedAmong(count: number): number {
  return count - Math.ceil(count / UNTRUSTED_EVERY);
}

/** Runs `work` for the indices below `count`, CONCURRENCY at a time. */
export async function forEachIndex(count: number, work: (index: number) => Promise<void>): Promise<void> {
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < count) {
      next += 1;
      await work(next - 1);
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, lane));
}
