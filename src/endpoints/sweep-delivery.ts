/** A function that takes outcomes in any order and delivers them in order; it keeps those that came too early. */
export function createDelivery<Outcome>(
  deliver: (outcome: Outcome) => void,
  onProgress?: (done: number) => void,
): (index: number, outcome: Outcome) => void {
  const early = new Map<number, Outcome>();
  let delivered = 0;
  return (index, outcome) => {
    early.set(index, outcome);
    onProgress?.(delivered + early.size);
    for (let next = early.get(delivered); early.has(delivered); next = early.get(delivered)) {
      early.delete(delivered);
      delivered += 1;
      deliver(next as Outcome);
    }
  };
}
