import type { Material, MaterialFormat } from './material.ts';

const FORMATS: Partial<Record<MaterialFormat, string>> = {
  empty: 'nothing at all',
  html: 'an HTML page',
  text: 'text without a BEGIN line',
};

/** What a file holds, for a sentence about what it does not: `a private key and a certificate request`. */
export function describeHeld({ format, contents }: Pick<Material, 'format' | 'contents'>): string {
  const kinds = new Set(contents.map(({ kind }) => `a ${kind}`));
  if (kinds.size === 0) return FORMATS[format] ?? 'nothing that is known here';
  return new Intl.ListFormat('en-GB').format(kinds);
}
