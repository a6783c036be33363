import { describe, expect, it } from 'vitest';
import { parseCertificate } from '../../../src/certificates/parse-certificate.ts';
import { bitString, objectIdentifier, sequence } from '../../../src/emulator/der-writer.ts';
import { startHandshake } from '../../../src/endpoints/tls/client-handshake.ts';
import { createKeyShares } from '../../../src/endpoints/tls/key-shares.ts';
import { expectError } from '../../support/expect-error.ts';
import { mint } from '../../support/minter.ts';
import { handshakeMessage, records, serverHello, tls12Certificate } from '../../support/tls-wire.ts';

const EC_P256 = sequence(objectIdentifier('1.2.840.10045.2.1'), objectIdentifier('1.2.840.10045.3.1.7'));

describe('a handshake of our own', () => {
  it("ends at a leaf's key that is no point of its curve", () => {
    const leaf = mint({ publicKey: sequence(EC_P256, bitString(Buffer.alloc(65, 4))) });
    const flight = [
      serverHello({ cipherSuite: 0xc02b, tls13: false }),
      tls12Certificate([leaf.certificate.der]),
      handshakeMessage(14, Buffer.alloc(0)),
    ];
    const handshake = startHandshake({
      domain: 'rec.example.com',
      keyShares: createKeyShares(),
      parse: parseCertificate,
    });
    expectError(() => handshake.receive(records(22, Buffer.concat(flight))), 'TLS_HANDSHAKE_UNREADABLE');
    expect(() => leaf.certificate.x509.publicKey).toThrow(Error);
  });
});
