import { z } from 'zod';

export const fingerprint = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .describe('SHA-256 of the DER, lower-case hexadecimal.');

export const path = z
  .object({
    certificates: z.array(fingerprint).describe('The leaf, then its intermediates, served or not; no root.'),
    anchor: fingerprint.nullable().describe('Where it ends; null when it ends at no root that is trusted.'),
  })
  .describe('The path of the first client that accepts, else of the first that does not, as far as it goes.');

export const client = z.object({
  accepts: z.boolean().nullable().describe('At every address; null when it could not be determined.'),
  byLuck: z.boolean().describe('It accepts only because it comes by what is not sent in another way.'),
  luck: z
    .enum(['aia', 'preload'])
    .optional()
    .describe('That way: it fetches issuers, or knows those of public authorities. Only with `byLuck`.'),
  error: z.string().nullable().describe('What its users see, or would see without that luck.'),
});

export const certificate = z.object({
  subject: z.string(),
  issuer: z.string(),
  notBefore: z.iso.datetime(),
  notAfter: z.iso.datetime(),
});
