import { z } from 'zod';
import { FINDING_IDS } from '../../endpoints/finding.ts';
import { certificate, client, fingerprint, path } from '../report-parts.ts';

const clientName = z.string().describe('`chrome`, `firefox`, `java`, `android` or `openssl`.');

const address = z.object({
  address: z.string().describe('`203.0.113.7:443` or `[2001:db8::1]:443`; for files the name of the file.'),
  stage: z
    .enum(['policy', 'connect', 'tls', 'http', 'done', 'file'])
    .describe('Where it ended; `done`: nowhere; `file`: nothing was connected to.'),
  failure: z
    .object({ reason: z.string(), detail: z.string() })
    .optional()
    .describe('Why it ended there; absent when it did not.'),
  protocol: z.string().optional().describe('`TLSv1.3`; absent without a handshake, as are the next three.'),
  cipher: z.string().optional().describe('IANA name.'),
  group: z.string().optional().describe('Key exchange: IANA name of the TLS supported group.'),
  alpn: z.string().optional().describe('The protocol that the server chose, such as `h2`.'),
  httpStatus: z.int().optional().describe('Answer to the health request, where there is one.'),
  receivedChain: z.array(fingerprint).describe('As sent, the leaf first; empty without a handshake.'),
  path: path.optional(),
  findings: z.array(z.enum(FINDING_IDS)).describe('Each once.'),
  latencyMs: z.int().nonnegative().describe('Connection and handshake, in milliseconds.'),
});

const finding = z.object({
  id: z.enum(FINDING_IDS),
  severity: z.enum(['error', 'warning', 'info']),
  address: z
    .string()
    .optional()
    .describe('Where it was seen; absent when it concerns the endpoint as a whole.'),
  certificate: fingerprint.optional().describe('The one at fault; absent when it is none in particular.'),
  message: z.string().describe('One sentence with the actual and the expected value.'),
  help: z.string().describe('What to do.'),
  citation: z.string().optional().describe('What it rests on, such as `RFC 5280 §6.1.3 (a)(2)`.'),
  clientWords: z.array(z.string()).optional().describe('What users see, client by client.'),
  location: z
    .object({ file: z.string(), line: z.int().positive().optional() })
    .optional()
    .describe('Where it stands in a file.'),
});

const repair = z.object({
  bundle: z.array(fingerprint).describe('The leaf, then its intermediates, no root.'),
  pem: z.string().describe('The same as a file: PEM of 64 columns, LF.'),
  satisfies: z.array(clientName).describe('Clients that accept it, in the order of the configuration.'),
  leaves: z.array(clientName).describe('Clients that no bundle satisfies.'),
  anchor: fingerprint.describe('The root that it leads to; not to be served.'),
  sources: z
    .array(
      z.object({
        kind: z.enum(['served', 'disk', 'other-endpoint', 'aia']),
        url: z.string().optional().describe('Only with `aia`.'),
      }),
    )
    .describe('Where each certificate of `bundle` comes from, in its order.'),
  proofs: z
    .array(z.object({ address: z.string(), client: clientName, before: z.boolean(), after: z.boolean() }))
    .describe('What live handshakes showed: whether the client accepts what is served, and with the bundle.'),
});

const endpoint = z.object({
  domain: z.string().nullable().describe('Null for files that no name was given for.'),
  port: z.int().nullable().describe('Null for files.'),
  verdict: z.enum(['healthy', 'degraded', 'repairable', 'broken', 'unreachable', 'unknown']),
  addresses: z.array(address).describe('In the order of resolution; empty when there is none.'),
  clients: z.record(z.string(), client).describe('By name.'),
  findings: z.array(finding).describe('Once for each address that shows it.'),
  repair: repair
    .nullable()
    .describe('A bundle for the same leaf about which there is less to say; null when there is none.'),
  furtherRepairs: z
    .array(repair)
    .optional()
    .describe('Where addresses serve several leaves: for those after the first that has a repair.'),
  certificates: z.record(fingerprint, certificate).describe('What is named above by its SHA-256.'),
  key: z
    .object({ matches: z.boolean() })
    .nullable()
    .optional()
    .describe('Whether the key belongs to the leaf; only for files, null without a key.'),
});

/** The JSON of `check`. A change that breaks readers raises `version`. */
export const checkReportSchema = z.object({
  version: z.literal(1),
  checkedAt: z.iso.datetime(),
  at: z.iso.datetime().optional().describe('The time everything was judged at, if it is another (`--at`).'),
  trust: z
    .object({
      runtime: z.string().describe('Whose public roots: `Node.js v24.11.0`, which has those of Mozilla.'),
      publicRoots: z.int().describe('How many.'),
      newestRoot: z.iso.date().describe('The day the youngest was made: the list is no older.'),
      ownRoots: z.array(z.string()).describe('Files with more (`--ca`, `trust.roots`).'),
      clients: z
        .record(z.string(), z.array(z.string()))
        .optional()
        .describe(
          'Files with all that a client trusts, for those with trust of their own (`trust.clients`).',
        ),
    })
    .describe('Whom clients trust.'),
  endpoints: z.array(endpoint),
});

export type CheckReport = z.infer<typeof checkReportSchema>;
/** What is reported of one endpoint, or of files. Plain data. */
export type CheckedEndpoint = CheckReport['endpoints'][number];
