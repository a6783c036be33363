import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Material } from '../../src/certificates/material/material.ts';
import { readMaterial } from '../../src/certificates/material/read-material.ts';
import { toPem } from '../../src/certificates/pem.ts';
import { CLIENT_NAMES } from '../../src/config/config.ts';
import { type BundleCheck, checkBundle } from '../../src/endpoints/check-bundle.ts';
import { fetchIssuers } from '../../src/endpoints/network/fetch-issuers.ts';
import { createDesk, type Issued } from '../support/certificate-desk.ts';
import { trustIn } from '../support/deployment.ts';
import { NOON } from '../support/paths.ts';
import { closeServers, listen, serveTls } from '../support/servers.ts';

const desk = createDesk();
afterAll(async () => {
  await closeServers();
  desk.remove();
});

let root: Issued;
let intermediate: Issued;
let leaf: Issued;
/** As `leaf`, without the address of its issuer. */
let plain: Issued;
let other: Issued;
let expired: Issued;
let url = '';

/** A real server publishes the intermediate. */
beforeAll(async () => {
  const { port } = await listen(createServer((_, response) => response.end(intermediate.certificate.der)));
  url = `http://127.0.0.1:${port}/intermediate.cer`;
  const aia = { authorityInfoAccess: `caIssuers;URI:${url}` };
  const subject = '/CN=rec.example.com';
  root = desk.issue({ kind: 'ca', subject: '/CN=Root' });
  intermediate = desk.issue({ kind: 'ca', subject: '/CN=Intermediate', issuer: root });
  leaf = desk.issue({ kind: 'leaf', subject, issuer: intermediate, extensions: aia });
  plain = desk.issue({ kind: 'leaf', subject, issuer: intermediate });
  other = desk.issue({ kind: 'leaf', subject, issuer: intermediate });
  expired = desk.issue({ kind: 'leaf', subject, issuer: intermediate, notAfter: '20260201000000Z' });
});

interface Files {
  readonly bundle: string | Buffer;
  readonly key?: string | Buffer;
  readonly host?: string;
}

function read(name: string, content: string | Buffer): Material {
  writeFileSync(join(desk.folder, name), content);
  return readMaterial(readFileSync(join(desk.folder, name)), name);
}

/** Checks real files. */
function check({ bundle, key, host }: Files): Promise<BundleCheck> {
  const keyFile = key === undefined ? undefined : read('rec.key', key);
  return checkMaterials(read('rec.pem', bundle), keyFile, host);
}

function checkMaterials(
  bundle: Material,
  keyFile: Material | undefined,
  host = 'rec.example.com',
): Promise<BundleCheck> {
  const domain = host === '' ? undefined : host;
  const limits = { privateNetworks: true, timeoutMs: 5000 };
  return checkBundle(
    { bundle, keyFile, domain, clients: CLIENT_NAMES },
    {
      fetchIssuers: (at) => fetchIssuers(at, limits),
      trust: trustIn(root.certificate),
      now: () => NOON,
    },
  );
}

/** A client without any help accepts a server that has this bundle and the leaf's key. */
async function expectAccepted(cert: string): Promise<void> {
  const server = await serveTls({ cert, key: leaf.keyPem });
  const socket = connect({
    port: server.port,
    host: '127.0.0.1',
    servername: 'rec.example.com',
    ca: root.pem,
  });
  await once(socket, 'secureConnect');
  expect(socket.authorized).toBe(true);
  socket.destroy();
  await server.close();
}

const idsOf = ({ findings }: BundleCheck) => findings.map(({ id, severity }) => `${severity} ${id}`);
const linesIn = (text: string) => text.split('\n').length - 1;

interface Row {
  readonly name: string;
  readonly files: () => Files;
  readonly verdict: BundleCheck['verdict'];
  readonly findings: readonly string[];
  /** Undefined: there is none. */
  readonly repair?: () => readonly Issued[];
  readonly matches?: boolean;
}

const rows: readonly Row[] = [
  {
    name: 'a whole bundle',
    files: () => ({ bundle: leaf.pem + intermediate.pem }),
    verdict: 'healthy',
    findings: [],
  },
  {
    name: 'a whole bundle, looked at without a name',
    files: () => ({ bundle: leaf.pem + intermediate.pem, host: '' }),
    verdict: 'healthy',
    findings: [],
  },
  {
    name: 'a bundle and its key in one file',
    files: () => ({ bundle: leaf.keyPem + leaf.pem + intermediate.pem }),
    verdict: 'healthy',
    findings: [],
    matches: true,
  },
  {
    name: 'a bundle and its key in two files',
    files: () => ({ bundle: leaf.pem + intermediate.pem, key: leaf.keyPem }),
    verdict: 'healthy',
    findings: [],
    matches: true,
  },
  {
    name: 'a leaf alone whose issuer AIA has',
    files: () => ({ bundle: leaf.pem }),
    verdict: 'repairable',
    findings: ['error missing-intermediate'],
    repair: () => [leaf, intermediate],
  },
  {
    name: 'a leaf alone whose issuer nobody has',
    files: () => ({ bundle: plain.pem }),
    verdict: 'broken',
    findings: ['error missing-intermediate'],
  },
  {
    name: 'a bundle upside down',
    files: () => ({ bundle: intermediate.pem + leaf.pem, key: leaf.keyPem }),
    verdict: 'repairable',
    findings: ['error wrong-order'],
    repair: () => [leaf, intermediate],
    matches: true,
  },
  {
    name: 'a bundle upside down with its root',
    files: () => ({ bundle: root.pem + intermediate.pem + leaf.pem }),
    verdict: 'repairable',
    findings: ['error wrong-order', 'info root-included'],
    repair: () => [leaf, intermediate],
  },
  {
    name: 'the root before the intermediate',
    files: () => ({ bundle: leaf.pem + root.pem + intermediate.pem }),
    verdict: 'degraded',
    findings: ['warning wrong-order', 'info root-included'],
    repair: () => [leaf, intermediate],
  },
  {
    name: 'the leaf twice',
    files: () => ({ bundle: leaf.pem + leaf.pem + intermediate.pem }),
    verdict: 'degraded',
    findings: ['info duplicate-certificate'],
    repair: () => [leaf, intermediate],
  },
  {
    name: 'another leaf as well',
    files: () => ({ bundle: leaf.pem + intermediate.pem + other.pem }),
    verdict: 'degraded',
    findings: ['warning extra-certificate'],
    repair: () => [leaf, intermediate],
  },
  {
    name: 'END and BEGIN on one line',
    files: () => ({ bundle: leaf.pem.trimEnd() + intermediate.pem }),
    verdict: 'degraded',
    findings: ['warning malformed-pem'],
    repair: () => [leaf, intermediate],
  },
  {
    name: 'an intermediate cut short',
    files: () => ({ bundle: leaf.pem + intermediate.pem.slice(0, 400) }),
    verdict: 'repairable',
    findings: ['error malformed-pem', 'error missing-intermediate'],
    repair: () => [leaf, intermediate],
  },
  {
    name: 'DER',
    files: () => ({ bundle: leaf.certificate.der }),
    verdict: 'repairable',
    findings: ['warning wrong-format', 'error missing-intermediate'],
    repair: () => [leaf, intermediate],
  },
  {
    name: 'PKCS#7',
    files: () => ({
      bundle: desk.openssl(`crl2pkcs7 -nocrl -certfile ${leaf.name}.pem -certfile ${intermediate.name}.pem`),
    }),
    verdict: 'degraded',
    findings: ['warning wrong-format'],
    repair: () => [leaf, intermediate],
  },
  {
    name: 'PKCS#12',
    files: () => ({
      bundle: desk.openssl(`pkcs12 -export -in ${leaf.name}.pem -inkey ${leaf.name}.key -passout pass:x`),
    }),
    verdict: 'broken',
    findings: ['error wrong-format'],
  },
  { name: 'nothing', files: () => ({ bundle: '' }), verdict: 'broken', findings: ['error no-certificate'] },
  {
    name: 'a page of HTML',
    files: () => ({ bundle: '<!doctype html><h1>404</h1>' }),
    verdict: 'broken',
    findings: ['error no-certificate'],
  },
  {
    name: 'a key where certificates belong',
    files: () => ({ bundle: leaf.keyPem }),
    verdict: 'broken',
    findings: ['error no-certificate'],
  },
  {
    name: 'something that is no certificate',
    files: () => ({ bundle: leaf.pem.replace(/\n[^-]+\n/, '\nMAMCAQE=\n') }),
    verdict: 'broken',
    findings: ['error malformed-certificate'],
  },
  {
    name: 'the key of another certificate',
    files: () => ({ bundle: leaf.pem + intermediate.pem, key: other.keyPem }),
    verdict: 'broken',
    findings: ['error key-mismatch'],
    matches: false,
  },
  {
    name: 'the key of the intermediate',
    files: () => ({ bundle: leaf.pem + intermediate.pem, key: intermediate.keyPem }),
    verdict: 'broken',
    findings: ['error key-mismatch'],
    matches: false,
  },
  {
    name: 'an encrypted key',
    files: () => ({
      bundle: leaf.pem + intermediate.pem,
      key: desk.openssl(`pkey -in ${leaf.name}.key -aes256 -passout pass:x`),
    }),
    verdict: 'broken',
    findings: ['error encrypted-key'],
  },
  {
    name: 'a key file without a key',
    files: () => ({ bundle: leaf.pem + intermediate.pem, key: leaf.pem }),
    verdict: 'broken',
    findings: ['error malformed-pem'],
  },
  {
    name: 'another name',
    files: () => ({ bundle: leaf.pem + intermediate.pem, host: 'www.example.com' }),
    verdict: 'broken',
    findings: ['error hostname-mismatch'],
  },
  {
    name: 'an expired leaf',
    files: () => ({ bundle: expired.pem + intermediate.pem }),
    verdict: 'broken',
    findings: ['error expired-leaf'],
  },
  {
    name: 'the root as well',
    files: () => ({ bundle: leaf.pem + intermediate.pem + root.pem }),
    verdict: 'degraded',
    findings: ['info root-included'],
    repair: () => [leaf, intermediate],
  },
];

describe('checkBundle', () => {
  it.each(rows)('finds $name $verdict', async ({ files, verdict, findings, repair, matches }) => {
    const result = await check(files());
    expect({ verdict: result.verdict, findings: idsOf(result) }).toEqual({ verdict, findings });
    expect(result.key?.matches).toBe(matches);
    const bundle = repair?.().map(({ certificate }) => certificate.fingerprint);
    expect(result.repair?.bundle.map(({ fingerprint }) => fingerprint)).toEqual(bundle);
    if (result.repair) await expectAccepted(toPem(result.repair.bundle));
  });

  it('says where its repair comes from', async () => {
    expect((await check({ bundle: leaf.pem })).repair).toMatchObject({
      anchor: root.certificate,
      fetched: [url],
    });
    const turned = await check({ bundle: intermediate.pem + leaf.pem });
    expect(turned.repair).toMatchObject({ anchor: root.certificate, fetched: [] });
  });

  it('says which client is lucky', async () => {
    const { clients } = await check({ bundle: leaf.pem });
    const chrome = clients.find(({ client }) => client === 'chrome');
    const openssl = clients.find(({ client }) => client === 'openssl');
    expect(chrome).toMatchObject({ accepts: true, byLuck: true, error: 'NET::ERR_CERT_AUTHORITY_INVALID' });
    expect(openssl).toMatchObject({ accepts: false, byLuck: false });
  });

  it('knows of no verdict where there is no certificate', async () => {
    const { clients } = await check({ bundle: 'none' });
    expect(clients.map(({ accepts }) => accepts)).toEqual(CLIENT_NAMES.map(() => undefined));
  });

  it('names file and line', async () => {
    const text = `${leaf.pem}# issuer\n${intermediate.pem.slice(0, 400)}`;
    const { findings } = await check({ bundle: text, key: `\n${other.keyPem}` });
    expect(findings.map(({ id, location }) => [id, location])).toEqual([
      ['malformed-pem', { file: 'rec.pem', line: linesIn(leaf.pem) + 2 }],
      ['key-mismatch', { file: 'rec.key', line: 2 }],
      ['missing-intermediate', { file: 'rec.pem', line: 1 }],
    ]);
  });

  it('tells what is wrong with a file that is named twice once', async () => {
    const name = 'both.pem';
    const material = read(name, leaf.pem.trimEnd() + intermediate.pem + other.keyPem);
    const { findings } = await checkMaterials(material, read(name, readFileSync(join(desk.folder, name))));
    expect(findings.map(({ id }) => id)).toEqual(['malformed-pem', 'key-mismatch']);
  });

  it('cites what each finding rests on', async () => {
    const { findings } = await check({ bundle: intermediate.pem + leaf.pem, key: other.keyPem });
    expect(findings.map(({ citation }) => citation)).toEqual(['RFC 8446 §4.4.3', 'RFC 8446 §4.4.2']);
  });
});
