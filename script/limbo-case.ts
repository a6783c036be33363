import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import type { Certificate } from '../src/certificates/certificate.ts';
import { type Crl, readCrl } from '../src/certificates/revocation/crl.ts';
import { DerError } from '../src/certificates/der/der.ts';
import { OID } from '../src/certificates/der/oids.ts';
import { buildPath, type PathResult } from '../src/certificates/paths/path.ts';
import { parseBundle } from '../src/certificates/pem.ts';
import { readPemBlocks } from '../src/certificates/material/pem-blocks.ts';
import { createTrustStore } from '../src/certificates/trust-store.ts';
import { AppError } from '../src/errors/app-error.ts';

/** What is used of a test case of C2SP/x509-limbo; its documentation has the whole schema. */
const LIMBO_CASE = z.object({
  id: z.string(),
  validation_kind: z.enum(['SERVER', 'CLIENT']),
  trusted_certs: z.array(z.string()),
  untrusted_intermediates: z.array(z.string()),
  peer_certificate: z.string(),
  /** Null: now. */
  validation_time: z.string().nullable(),
  extended_key_usage: z.array(z.string()),
  expected_result: z.enum(['SUCCESS', 'FAILURE']),
  expected_peer_name: z.object({ kind: z.enum(['DNS', 'IP', 'RFC822']), value: z.string() }).nullable(),
  max_chain_depth: z.number().nullable(),
  crls: z.array(z.string()).optional(),
});

export type LimboCase = z.infer<typeof LIMBO_CASE>;

const KINDS = { DNS: 'dns', IP: 'ip', RFC822: 'email' } as const;

/** OIDs of the purposes that cases name. */
const PURPOSES: Readonly<Record<string, string>> = {
  serverAuth: OID.serverAuth,
  anyExtendedKeyUsage: OID.anyExtendedKeyUsage,
};

/** The test cases of a file, plain JSON or gzip of it. Throws what zod says when it is another format. */
export function readLimboCases(file: string): readonly LimboCase[] {
  const bytes = readFileSync(file);
  const json = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
  return z.object({ testcases: z.array(LIMBO_CASE) }).parse(JSON.parse(json.toString('utf8'))).testcases;
}

export interface Judgement {
  readonly accepted: boolean;
  /** Code of the failure, and the rule and values where there are some. */
  readonly reason: string;
}

/** The verdict of the strict policy. */
export function judgeCase(testCase: LimboCase): Judgement {
  try {
    return describe(validate(testCase));
  } catch (error) {
    if (error instanceof AppError) return { accepted: false, reason: `${error.code}: ${error.message}` };
    if (error instanceof DerError) return { accepted: false, reason: `malformed CRL: ${error.message}` };
    throw error;
  }
}

function validate(testCase: LimboCase): PathResult {
  const peer = testCase.expected_peer_name;
  const [purpose] = testCase.extended_key_usage;
  return buildPath({
    leaf: parseBundle(testCase.peer_certificate, 'peer')[0],
    intermediates: readReadable(testCase.untrusted_intermediates),
    trustStore: createTrustStore(readReadable(testCase.trusted_certs)),
    time: testCase.validation_time === null ? new Date() : new Date(testCase.validation_time),
    policy: 'strict',
    ...(peer ? { reference: { kind: KINDS[peer.kind], value: peer.value } } : {}),
    ...(purpose === undefined ? {} : { purpose: PURPOSES[purpose] ?? purpose }),
    ...(testCase.max_chain_depth === null ? {} : { maxIntermediates: testCase.max_chain_depth }),
    ...(testCase.crls?.length ? { crls: testCase.crls.map(readCrlText) } : {}),
  });
}

/** Whoever cannot be read can be no step of a path. */
function readReadable(pems: readonly string[]): readonly Certificate[] {
  return pems.flatMap((pem) => {
    try {
      return [parseBundle(pem, 'certificate')[0]];
    } catch (error) {
      if (error instanceof AppError) return [];
      throw error;
    }
  });
}

function readCrlText(pem: string): Crl {
  const [block] = readPemBlocks(pem).blocks;
  return readCrl(block?.bytes ?? Buffer.alloc(0));
}

function describe(result: PathResult): Judgement {
  if (result.kind === 'valid') return { accepted: true, reason: 'a path holds' };
  const { failure } = result;
  if (failure.code !== 'profile-violation') return { accepted: false, reason: failure.code };
  const { rule, citation, actual, required } = failure;
  return { accepted: false, reason: `${rule} (${citation}): ${actual} where ${required} is required` };
}
