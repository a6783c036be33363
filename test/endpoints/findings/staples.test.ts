import { createServer } from 'node:tls';
import { afterAll, describe, expect, it } from 'vitest';
import type { Certificate } from '../../../src/certificates/certificate.ts';
import { toPem } from '../../../src/certificates/pem.ts';
import { createClientTrust } from '../../../src/certificates/clients/trust.ts';
import { createTrustStore } from '../../../src/certificates/trust-store.ts';
import type { ClientName } from '../../../src/config/config.ts';
import { integer, sequence } from '../../../src/emulator/der-writer.ts';
import { extension, mint, type Minted, name, validity } from '../../support/minter.ts';
import { revoked, UNKNOWN, writeOcsp } from '../../support/ocsp-writer.ts';
import { probeFindings } from '../../support/probed-endpoint.ts';
import { embedded, writeSct } from '../../support/sct-writer.ts';
import { type JudgingTerms, summarize } from '../../support/served-chain.ts';
import { closeServers, listen } from '../../support/servers.ts';

afterAll(closeServers);

const LONG = validity('2020-01-01', '2040-01-01');
const root = mint({ kind: 'ca', subject: name('Root'), validity: LONG });
const intermediate = mint({ kind: 'ca', subject: name('Intermediate'), issuer: root, validity: LONG });
const SCTS = embedded(writeSct({ log: 1 }), writeSct({ log: 2 }), writeSct({ log: 3 }));
const leaf = mint({ issuer: intermediate, extensions: SCTS });
const MUST_STAPLE = '1.3.6.1.5.5.7.1.24';
const promising = mint({
  issuer: intermediate,
  serial: integer(Buffer.of(7)),
  extensions: { ...SCTS, [MUST_STAPLE]: extension(MUST_STAPLE, sequence(integer(Buffer.of(5)))) },
});
const stores = createTrustStore([root.certificate]);
const OTHERS: readonly ClientName[] = ['java', 'android', 'openssl'];

interface Serving {
  readonly served: Minted;
  readonly sent: readonly Certificate[];
}

async function findingsWith(
  staple: Buffer | undefined,
  terms: Partial<JudgingTerms> & Partial<Serving> = {},
) {
  const { served = leaf, sent = [served.certificate, intermediate.certificate] } = terms;
  const cert = toPem(sent);
  const key = served.keys.privateKey.export({ type: 'pkcs8', format: 'pem' });
  const server = createServer({ cert, key });
  server.on('OCSPRequest', (_certificate, _issuer, answer) => answer(null, staple ?? null));
  const { port } = await listen(server);
  return probeFindings(port, { roots: [root.certificate], ...terms });
}

const good = writeOcsp(leaf, intermediate);
const revoking = writeOcsp(leaf, intermediate, { answers: [{ status: revoked(1) }] });
const stale = writeOcsp(leaf, intermediate, {
  answers: [{ thisUpdate: '2026-05-01', nextUpdate: '2026-05-08' }],
});
const staleRevoking = writeOcsp(leaf, intermediate, {
  answers: [{ thisUpdate: '2026-05-01', nextUpdate: '2026-05-08', status: revoked() }],
});
const unknown = writeOcsp(leaf, intermediate, { answers: [{ status: UNKNOWN }] });
const foreign = writeOcsp(promising, intermediate);
const forged = writeOcsp(leaf, intermediate, { responder: mint({ kind: 'ca', subject: name('Forger') }) });
const garbage = Buffer.from('no response');

describe('a stapled response', () => {
  it.each([
    ['that is good', good, []],
    ['that is not sent', undefined, []],
    ['that revokes the leaf', revoking, ['error revoked']],
    ['that is old', stale, ['error stale-ocsp']],
    ['that is old and revoked the leaf', staleRevoking, ['warning revoked', 'error stale-ocsp']],
    ['that does not know the leaf', unknown, ['error invalid-ocsp']],
    ['for another certificate', foreign, ['error invalid-ocsp']],
    ['by somebody else', forged, ['error invalid-ocsp']],
    ['of garbage', garbage, ['error invalid-ocsp']],
  ])('%s, seen by every client', async (_name, staple, findings) => {
    expect(summarize(await findingsWith(staple))).toEqual(findings);
  });

  it.each([
    ['that revokes the leaf', revoking, ['warning revoked']],
    ['that is old', stale, ['warning stale-ocsp']],
    ['that does not know the leaf', unknown, ['warning invalid-ocsp']],
    ['for another certificate', foreign, ['warning invalid-ocsp']],
  ])('%s, where no client looks at it', async (_name, staple, findings) => {
    expect(summarize(await findingsWith(staple, { clients: OTHERS }))).toEqual(findings);
  });

  it.each([
    ['that revokes the leaf', revoking, ['error revoked']],
    ['that is old', stale, ['warning stale-ocsp']],
    ['of garbage', garbage, ['warning invalid-ocsp']],
  ])('%s, under a public authority', async (_name, staple, findings) => {
    const trust = createClientTrust(stores, stores);
    expect(summarize(await findingsWith(staple, { trust }))).toEqual(findings);
  });

  it('is judged as soon as the issuer is known, trusted or not', async () => {
    const nobody = createClientTrust(createTrustStore([]), createTrustStore([]));
    expect(summarize(await findingsWith(revoking, { trust: nobody }))).toContain('error revoked');
    const alone = await findingsWith(revoking, { sent: [leaf.certificate] });
    expect(summarize(alone)).toEqual(['error missing-intermediate']);
  });

  it('tells when the leaf was revoked, and who refuses it', async () => {
    const [finding] = await findingsWith(revoking);
    expect(finding?.problem).toContain('2026-02-01T00:00:00.000Z');
    expect(finding?.certificate).toBe(leaf.certificate.fingerprint);
    expect(finding?.clientWords?.map((words) => words.split(':')[0])).toEqual(['chrome', 'firefox']);
  });
});

describe('a leaf that promises a staple', () => {
  it('is refused without by who holds it to that', async () => {
    const findings = await findingsWith(undefined, { served: promising });
    expect(summarize(findings)).toEqual(['error must-staple-missing']);
    expect(findings[0]?.clientWords).toHaveLength(1);
  });

  it('gives a warning without where nobody does', async () => {
    const findings = await findingsWith(undefined, { served: promising, clients: OTHERS });
    expect(summarize(findings)).toEqual(['warning must-staple-missing']);
  });

  it('is in order with it', async () => {
    expect(await findingsWith(writeOcsp(promising, intermediate), { served: promising })).toEqual([]);
  });
});
