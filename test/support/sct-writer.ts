import { octetString } from '../../src/emulator/der-writer.ts';
import { extension } from './minter.ts';

/** What differs from an SCT of log 1, of 1 January 2026. */
export interface SctDeviation {
  /** 0 is version 1. */
  readonly version?: number;
  /** The octet that fills the log's id. */
  readonly log?: number;
  /** Milliseconds. */
  readonly timestamp?: bigint;
  readonly extensions?: Buffer;
  /** Hash and signature algorithm; 0x0403: ECDSA with SHA-256. */
  readonly algorithm?: number;
  readonly trailing?: Buffer;
}

/** Of four octets. */
export const SIGNATURE = Buffer.of(1, 2, 3, 4);

/** One SCT (RFC 6962 §3.2). */
export function writeSct(deviation: SctDeviation = {}): Buffer {
  const { version = 0, log = 1, extensions = Buffer.alloc(0), algorithm = 0x0403 } = deviation;
  const { timestamp = BigInt(Date.parse('2026-01-01')), trailing = Buffer.alloc(0) } = deviation;
  const time = Buffer.alloc(8);
  time.writeBigUInt64BE(timestamp);
  const head = Buffer.concat([Buffer.of(version), Buffer.alloc(32, log), time]);
  const tail = [Buffer.of(algorithm >> 8, algorithm & 0xff), vector(SIGNATURE), trailing];
  return Buffer.concat([head, vector(extensions), ...tail]);
}

/** A SignedCertificateTimestampList (RFC 6962 §3.3) of these SCTs, whatever they hold. */
export function sctList(...scts: readonly Buffer[]): Buffer {
  return vector(Buffer.concat(scts.map(vector)));
}

/** The X.509 extension that embeds SCTs, by its OID as the minter takes it. */
export function embedded(...scts: readonly Buffer[]): Record<string, Buffer> {
  const oid = '1.3.6.1.4.1.11129.2.4.2';
  return { [oid]: extension(oid, octetString(sctList(...scts))) };
}

/** With its length in two octets. */
function vector(content: Buffer): Buffer {
  return Buffer.concat([Buffer.of(content.length >> 8, content.length & 0xff), content]);
}
