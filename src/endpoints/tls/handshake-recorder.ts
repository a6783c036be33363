import type { Transcript } from './received-flight.ts';

/** A chain of 100 KiB, sent in small padded records, still fits. */
const MAX_INBOUND_BYTES = 256 * 1024;

/** Keeps what a TLS client has to remember to read the received chain afterwards. */
export interface HandshakeRecorder {
  /** Takes the next bytes from the server; those beyond 256 KiB are not kept. */
  recordInbound(chunk: Buffer): void;
  /** Takes one line of the `keylog` event of tls.TLSSocket. */
  recordKey(line: Buffer): void;
  /** Keeps nothing from here on. */
  stop(): void;
  transcript(): Transcript;
}

export function createHandshakeRecorder(): HandshakeRecorder {
  const chunks: Buffer[] = [];
  let room = MAX_INBOUND_BYTES;
  let trafficSecret: Buffer | undefined;
  return {
    recordInbound(chunk) {
      if (room === 0) return;
      const kept = chunk.subarray(0, room);
      chunks.push(kept);
      room -= kept.length;
    },
    recordKey(line) {
      const [label, , secret] = line.toString('latin1').trim().split(' ');
      if (label === 'SERVER_HANDSHAKE_TRAFFIC_SECRET') trafficSecret = Buffer.from(secret ?? '', 'hex');
    },
    stop() {
      room = 0;
    },
    transcript: () => ({ inbound: Buffer.concat(chunks), trafficSecret }),
  };
}
