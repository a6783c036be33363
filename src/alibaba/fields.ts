import { z } from 'zod';

/** Ids come as numbers or as text; some exceed a safe integer, so they are text here. */
export const id = z.union([z.string().regex(/^[\w.@-]{1,128}$/), z.int().nonnegative()]).transform(String);

/** SHA-256 in any case, with or without colons. */
export const sha256 = z
  .string()
  .transform((text) => text.replaceAll(':', '').toLowerCase())
  .pipe(z.string().regex(/^[0-9a-f]{64}$/));

/** A field that may be absent or null; undefined either way. */
export function optional<T extends z.ZodType>(type: T) {
  return type.nullish().transform((value) => value ?? undefined);
}

/** That it was accepted. */
export const accepted = z.object({});

/** An id that may be absent, null or empty; undefined in each case. */
export const optionalId = z
  .union([z.literal('').transform(() => undefined), id])
  .nullish()
  .transform((value) => value ?? undefined);
