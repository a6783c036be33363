import { z } from 'zod';
import type { Remedy } from './schema-values.ts';

/** A list without repeated entries. */
export function unique<List extends z.ZodArray>(list: List): List {
  return list
    .refine((entries) => new Set(entries.map((entry) => JSON.stringify(entry))).size === entries.length, {
      message: 'holds an entry twice',
      params: { help: 'Remove the repeated entry.' } satisfies Remedy,
    })
    .meta({ uniqueItems: true });
}

/** An object with exactly one of `alternatives`; each is a key of `shape`. */
export function exactlyOne<Shape extends z.ZodRawShape>(
  shape: Shape,
  alternatives: readonly (keyof Shape & string)[],
) {
  return z
    .strictObject(shape)
    .refine((value) => alternatives.filter((name) => Object.hasOwn(value, name)).length === 1, {
      message: `has not exactly one of ${alternatives.join(', ')}`,
      params: { help: `Write one of ${alternatives.join(', ')}, and one alone.` } satisfies Remedy,
    })
    .meta({ oneOf: alternatives.map((name) => ({ required: [name] })) });
}
