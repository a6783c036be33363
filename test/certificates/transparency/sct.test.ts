import { describe, expect, it } from 'vitest';
import { toPem } from '../../../src/certificates/pem.ts';
import { parseSctList } from '../../../src/certificates/transparency/sct.ts';
import { embeddedScts, stapledScts } from '../../../src/certificates/transparency/sct-extensions.ts';
import { nullValue, octetString } from '../../../src/emulator/der-writer.ts';
import { extension, mint, name } from '../../support/minter.ts';
import { writeOcsp } from '../../support/ocsp-writer.ts';
import { openssl } from '../../support/openssl-command.ts';
import { embedded, sctList, SIGNATURE, writeSct } from '../../support/sct-writer.ts';

const EMBEDDED = '1.3.6.1.4.1.11129.2.4.2';
const STAPLED = '1.3.6.1.4.1.11129.2.4.5';
const MAX_DATE = 8_640_000_000_000_000n;
const issuer = mint({ kind: 'ca', subject: name('Issuer') });
const leaf = mint({ issuer });

describe('parseSctList', () => {
  it('reads every field', () => {
    const extensions = Buffer.of(0, 0, 5, 1, 2, 3, 4, 5);
    const timestamp = BigInt(Date.parse('2026-03-04T05:06:07.890Z'));
    expect(parseSctList(sctList(writeSct({ log: 0xab, timestamp, extensions })), 'tls')).toEqual({
      scts: [
        {
          source: 'tls',
          version: 1,
          logId: 'ab'.repeat(32),
          timestamp: new Date('2026-03-04T05:06:07.890Z'),
          extensions,
          signatureAlgorithm: 'ecdsa-sha256',
          signature: SIGNATURE,
        },
      ],
      faults: [],
    });
  });

  const good = writeSct();
  it.each([
    { name: 'two', bytes: sctList(good, writeSct({ algorithm: 0x0401 })), scts: 2, faults: 0 },
    { name: 'the same twice', bytes: sctList(good, good), scts: 2, faults: 0 },
    {
      name: 'one of version 2 between',
      bytes: sctList(good, writeSct({ version: 1 }), good),
      scts: 2,
      faults: 1,
    },
    { name: 'one that is empty between', bytes: sctList(good, Buffer.alloc(0), good), scts: 2, faults: 1 },
    {
      name: 'one that is too long',
      bytes: sctList(writeSct({ trailing: Buffer.of(0) }), good),
      scts: 1,
      faults: 1,
    },
    { name: 'one that is too short', bytes: sctList(good.subarray(0, -1), good), scts: 1, faults: 1 },
    { name: 'one that ends in its log', bytes: sctList(good.subarray(0, 20), good), scts: 1, faults: 1 },
    { name: 'one signed with SHA-1', bytes: sctList(writeSct({ algorithm: 0x0203 })), scts: 0, faults: 1 },
    { name: 'one signed with Ed25519', bytes: sctList(writeSct({ algorithm: 0x0807 })), scts: 0, faults: 1 },
    { name: 'one of the last day', bytes: sctList(writeSct({ timestamp: MAX_DATE })), scts: 1, faults: 0 },
    {
      name: 'one of the day after',
      bytes: sctList(writeSct({ timestamp: MAX_DATE + 1n })),
      scts: 0,
      faults: 1,
    },
    {
      name: 'one of the end of time',
      bytes: sctList(writeSct({ timestamp: 2n ** 64n - 1n })),
      scts: 0,
      faults: 1,
    },
    { name: 'an empty list', bytes: sctList(), scts: 0, faults: 1 },
    { name: 'nothing', bytes: Buffer.alloc(0), scts: 0, faults: 1 },
    { name: 'half a length', bytes: Buffer.of(0), scts: 0, faults: 1 },
    {
      name: 'octets after the list',
      bytes: Buffer.concat([sctList(good), Buffer.of(0)]),
      scts: 0,
      faults: 1,
    },
    { name: 'a list without a length', bytes: good, scts: 0, faults: 1 },
  ])('$name: $scts read', ({ bytes, scts, faults }) => {
    const list = parseSctList(bytes, 'tls');
    expect([list.scts.length, list.faults.length]).toEqual([scts, faults]);
  });

  it('reads what stands before the end of a list that was cut off', () => {
    const whole = sctList(good, good);
    for (let cut = 1; cut < whole.length; cut += 1) {
      const bytes = Buffer.from(whole.subarray(0, -cut));
      expect(parseSctList(bytes, 'tls').faults).toHaveLength(1);
      if (bytes.length < 2) continue;
      // The list is of this length, and the SCT in it is not.
      bytes.writeUInt16BE(bytes.length - 2);
      const { scts } = parseSctList(bytes, 'tls');
      expect(scts).toHaveLength(cut <= good.length + 2 ? 1 : 0);
    }
  });

  it('reads as many as a list can hold, and no more octets than that', () => {
    const count = Math.floor(0xffff / (good.length + 2));
    const list = sctList(...Array<Buffer>(count).fill(good));
    expect(parseSctList(list, 'tls').scts).toHaveLength(count);
    expect(parseSctList(Buffer.concat([list, Buffer.alloc(1024 * 1024)]), 'tls').scts).toHaveLength(0);
  });

  it('keeps nothing of the bytes it was given', () => {
    const bytes = sctList(good);
    const { scts } = parseSctList(bytes, 'tls');
    bytes.fill(0);
    expect(scts[0]?.signature).toEqual(SIGNATURE);
  });
});

describe('embeddedScts', () => {
  it('reads what OpenSSL reads', async () => {
    const timestamps = ['2026-01-02T03:04:05.678Z', '2026-02-03T04:05:06.789Z'];
    const scts = timestamps.map((text, log) =>
      writeSct({ log: log + 1, timestamp: BigInt(Date.parse(text)) }),
    );
    const { certificate } = mint({ issuer, extensions: embedded(...scts) });
    const list = embeddedScts(certificate);
    expect(list.scts.map(({ timestamp }) => timestamp.toISOString())).toEqual(timestamps);
    expect(list.scts.map(({ source }) => source)).toEqual(['certificate', 'certificate']);
    const text = 'x509 -noout -ext ct_precert_scts -in leaf.pem'.split(' ');
    const { output } = await openssl(text, { 'leaf.pem': toPem([certificate]) });
    expect(output.match(/Version {3}: v1/g)).toHaveLength(2);
    expect(output).toContain(Array<string>(16).fill('02').join(':'));
    expect(output).toContain('Jan  2 03:04:05.678 2026 GMT');
    expect(output).toContain('ecdsa-with-SHA256');
  });

  it.each([
    { name: 'a certificate without', extensions: {}, faults: 0 },
    {
      name: 'no OCTET STRING inside',
      extensions: { [EMBEDDED]: extension(EMBEDDED, nullValue()) },
      faults: 1,
    },
    { name: 'no DER', extensions: { [EMBEDDED]: extension(EMBEDDED, Buffer.of(4, 9)) }, faults: 1 },
    {
      name: 'octets after it',
      extensions: { [EMBEDDED]: extension(EMBEDDED, Buffer.of(4, 0, 0)) },
      faults: 1,
    },
    { name: 'an empty list', extensions: embedded(), faults: 1 },
  ])('$name: none', ({ extensions, faults }) => {
    const list = embeddedScts(mint({ issuer, extensions }).certificate);
    expect([list.scts.length, list.faults.length]).toEqual([0, faults]);
  });
});

describe('stapledScts', () => {
  const extensions = [extension(STAPLED, octetString(sctList(writeSct(), writeSct({ log: 2 }))))];
  const other = mint({ issuer, serial: Buffer.of(2, 1, 9) });

  it('reads those of the answer for the certificate', () => {
    const der = writeOcsp(leaf, issuer, { answers: [{ extensions }] });
    const list = stapledScts(der, leaf.certificate, issuer.certificate);
    expect(list.scts.map(({ source, logId }) => [source, logId.slice(0, 2)])).toEqual([
      ['ocsp', '01'],
      ['ocsp', '02'],
    ]);
  });

  it.each([
    { name: 'an answer without', der: writeOcsp(leaf, issuer) },
    {
      name: 'an answer for another certificate',
      der: writeOcsp(other, issuer, { answers: [{ extensions }] }),
    },
    { name: 'no answer', der: writeOcsp(leaf, issuer, { answers: [] }) },
    { name: 'an error', der: writeOcsp(leaf, issuer, { responseStatus: 3 }) },
    { name: 'no response', der: Buffer.of(1, 2, 3) },
  ])('$name: none', ({ der }) => {
    expect(stapledScts(der, leaf.certificate, issuer.certificate)).toEqual({ scts: [], faults: [] });
  });
});
