import type { Neighbour } from '../ingress-target.ts';

/**
 * The other names at a target, each once, in lower case: `shared` are those of the certificate that is replaced, `owned`
 * have one of their own there. What comes from a cloud may be no name at all and is left out.
 */
export function neighboursOf(
  domain: string,
  { shared, owned }: { readonly shared: readonly string[]; readonly owned: readonly string[] },
): readonly Neighbour[] {
  const ofOwn = new Set(namesIn(owned));
  const others = namesIn(shared).filter((name) => !ofOwn.has(name));
  const all = [
    ...others.map((name): Neighbour => ({ domain: name, hasOwn: false })),
    ...[...ofOwn].map((name): Neighbour => ({ domain: name, hasOwn: true })),
  ];
  return all.filter((each) => each.domain !== domain);
}

function namesIn(texts: readonly string[]): readonly string[] {
  const names = texts.map((text) => text.trim().toLowerCase());
  return [...new Set(names)].filter((name) => /^(\*\.)?[\w-]+(\.[\w-]+)+$/.test(name));
}
