import { z } from 'zod';
import { CLIENT_NAMES } from '../config/config.ts';
import { FINDING_IDS } from '../endpoints/finding.ts';
import { HOPS } from './chain-ledger.ts';
import type { SweptEndpoint } from './swept-endpoint.ts';

const MAX_TEXT = 4000;
const MAX_LIST = 1000;
const MAX_CHAIN = 100;
const MAX_PEM = 256 * 1024;

const time = z.iso.datetime();
const digest = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .describe('SHA-256 of the DER, lower-case hexadecimal.');
const client = z.enum(CLIENT_NAMES);
/** What a person may be shown as it is: no control characters, nothing that reorders text. */
const text = z
  .string()
  .max(MAX_TEXT)
  .regex(/^(?:\n|[^\p{Cc}\p{Bidi_Control}])*$/u, 'holds control characters');

const finding = z.object({
  id: z.enum(FINDING_IDS),
  severity: z.enum(['error', 'warning', 'info']),
  addresses: z.array(text).max(MAX_LIST),
  certificate: digest.nullable(),
  message: text,
  help: text,
});

const certificate = z.object({ fingerprint: digest, subject: text, notBefore: time, notAfter: time });

const source = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['served', 'disk', 'other-endpoint']) }),
  z.object({ kind: z.literal('aia'), url: text }),
]);

const repair = z.object({
  leaf: digest,
  pem: z.string().max(MAX_PEM),
  certificates: z.array(certificate.extend({ source })).max(MAX_CHAIN),
  satisfies: z.array(client),
  leaves: z.array(client),
  proofs: z.array(z.object({ address: text, client, before: z.boolean(), after: z.boolean() })).max(MAX_LIST),
});

const holding = z.object({
  leaf: digest.nullable(),
  chain: z.array(digest).max(MAX_CHAIN).nullable(),
  chainLength: z.int().nonnegative().nullable(),
  certificateId: text.nullable(),
});

/** A place that a chain passes, and what is different there. */
export const ledgerEntrySchema = z.object({
  hop: z.enum(HOPS),
  name: text,
  seen: z.union([holding, z.literal(['absent', 'no answer', 'not looked at'])]),
  difference: text.nullable(),
});

/** What a shard wrote of an endpoint: well-formed and bounded, and no more than that. */
export const sweptEndpointSchema: z.ZodType<SweptEndpoint> = z.object({
  name: text,
  domain: text,
  port: z.int().min(1).max(65_535),
  seenAt: time.describe('When it was judged.'),
  vantage: text,
  verdict: z.enum(['healthy', 'degraded', 'repairable', 'broken', 'unreachable', 'unknown']),
  clients: z.array(
    z.object({ client, accepts: z.boolean().nullable(), byLuck: z.boolean(), error: text.nullable() }),
  ),
  addresses: z
    .array(
      z.object({
        address: text,
        chain: z
          .array(digest)
          .max(MAX_CHAIN)
          .describe('As received, the leaf first; empty without a handshake.'),
        missingIssuers: z.array(text).max(MAX_LIST),
        failure: text.nullable().describe('Why there was no handshake; null when there was one.'),
        handshakeMs: z.int().nonnegative().optional(),
      }),
    )
    .max(MAX_LIST),
  findings: z.array(finding).max(MAX_LIST),
  leaves: z.array(certificate).max(MAX_LIST),
  path: z.array(certificate).max(MAX_CHAIN),
  isPublic: z.boolean(),
  repairs: z.array(repair).max(MAX_CHAIN),
  origin: text
    .nullable()
    .describe('Where between repository and address the chain was lost; null: nobody looked, or nowhere.'),
  ledger: z
    .array(ledgerEntrySchema)
    .max(MAX_LIST)
    .describe('What each place between repository and address holds; empty: nobody looked.'),
});
