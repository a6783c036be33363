import { execFileSync, spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Certificate } from '../../src/certificates/certificate.ts';
import { parseBundle, toPem } from '../../src/certificates/pem.ts';

/** One certificate that the openssl command made, with its key. */
export interface Issued {
  readonly certificate: Certificate;
  readonly pem: string;
  readonly keyPem: string;
  /** Its files in the desk's folder are `<name>.pem` and `<name>.key`. */
  readonly name: string;
}

export interface Blueprint {
  /** Subject as `openssl req -subj` takes it, such as `/O=Example/CN=rec.example.com`; CN, O and C alone are kept. */
  readonly subject: string;
  readonly kind: 'ca' | 'leaf';
  /** Without an issuer it signs itself. */
  readonly issuer?: Issued;
  /** Takes the key of another certificate, as a cross-signed one does. */
  readonly keyOf?: Issued;
  /** `YYYYMMDDHHMMSSZ`; the year 2026 by default. */
  readonly notBefore?: string;
  readonly notAfter?: string;
  /** Lines of an OpenSSL extension section over those of `kind`; an empty value drops one, `none` a key identifier. */
  readonly extensions?: Readonly<Record<string, string>>;
}

interface Verification {
  readonly leaf: Certificate;
  readonly intermediates: readonly Certificate[];
  readonly anchors: readonly Certificate[];
  readonly time: Date;
  /** With `-x509_strict`, which adds rules of RFC 5280 §4. */
  readonly strict?: boolean;
}

const EXTENSIONS: Readonly<Record<Blueprint['kind'], Readonly<Record<string, string>>>> = {
  ca: {
    basicConstraints: 'critical,CA:TRUE',
    keyUsage: 'critical,keyCertSign,cRLSign',
    subjectKeyIdentifier: 'hash',
    authorityKeyIdentifier: 'keyid',
  },
  leaf: {
    basicConstraints: 'critical,CA:FALSE',
    keyUsage: 'critical,digitalSignature',
    extendedKeyUsage: 'serverAuth',
    subjectKeyIdentifier: 'hash',
    authorityKeyIdentifier: 'keyid',
    subjectAltName: 'DNS:rec.example.com',
  },
};

/** An authority's desk: a folder in which the real openssl command works. Call `remove` at the end. */
export function createDesk() {
  const folder = mkdtempSync(join(tmpdir(), 'airec-https-desk-'));
  let count = 0;
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  const openssl = (command: string) =>
    execFileSync('openssl', command.split(' '), { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });

  function issue(blueprint: Blueprint): Issued {
    count += 1;
    const name = `c${count}`;
    const keyPem = blueprint.keyOf?.keyPem ?? newKey();
    write(`${name}.key`, keyPem);
    write('index.txt', '');
    write(`${name}.cnf`, configuration(blueprint));
    const request = ['req', '-new', '-key', `${name}.key`, '-subj', blueprint.subject, '-out', `${name}.csr`];
    execFileSync('openssl', [...request, '-utf8'], { cwd: folder });
    const signer = blueprint.issuer
      ? `-cert ${blueprint.issuer.name}.pem -keyfile ${blueprint.issuer.name}.key`
      : `-selfsign -keyfile ${name}.key`;
    const { notBefore = '20260101000000Z', notAfter = '20270101000000Z' } = blueprint;
    openssl(
      `ca -batch -preserveDN -notext -utf8 -config ${name}.cnf -in ${name}.csr -out ${name}.pem ` +
        `-startdate ${notBefore} -enddate ${notAfter} ${signer}`,
    );
    const pem = readFileSync(join(folder, `${name}.pem`), 'utf8');
    return { certificate: parseBundle(pem, name)[0], pem, keyPem, name };
  }

  /** What `openssl verify` says as a TLS client would; undefined when it accepts the leaf. */
  function verify({ leaf, intermediates, anchors, time, strict }: Verification): string | undefined {
    write('leaf.pem', toPem([leaf]));
    write('untrusted.pem', toPem(intermediates));
    write('anchors.pem', toPem(anchors));
    const trusted = anchors.length > 0 ? '-CAfile anchors.pem' : '-no-CAfile';
    const untrusted = intermediates.length > 0 ? '-untrusted untrusted.pem' : '';
    const options = `-no-CApath -no-CAstore -purpose sslserver ${trusted} ${untrusted} ${strict ? '-x509_strict' : ''}`;
    const command = `verify ${options} -attime ${Math.floor(time.getTime() / 1000)} leaf.pem`;
    const { status, stderr } = spawnSync('openssl', command.split(/ +/), { cwd: folder, encoding: 'utf8' });
    if (status === 0) return undefined;
    const refusal = /^error \d+ at \d+ depth lookup: ?(.*)$/m.exec(stderr)?.[1];
    if (refusal === undefined) throw new Error(`openssl verify gave no verdict: ${stderr}`);
    return refusal;
  }

  const remove = () => rmSync(folder, { recursive: true, force: true });
  return { folder, issue, openssl, remove, verify };
}

const ALWAYS = { notBefore: '20200101000000Z', notAfter: '20490101000000Z' } as const;

/** A private hierarchy for rec.example.com, valid whenever the tests run. */
export function issueHierarchy({ issue }: Pick<ReturnType<typeof createDesk>, 'issue'>) {
  const make = (blueprint: Blueprint): Issued => issue({ ...ALWAYS, ...blueprint });
  const root = make({ kind: 'ca', subject: '/CN=Root' });
  const intermediate = make({ kind: 'ca', subject: '/CN=Intermediate', issuer: root });
  const leaf = make({ kind: 'leaf', subject: '/CN=rec.example.com', issuer: intermediate });
  const stray = make({ kind: 'ca', subject: '/CN=Stray' });
  return { make, root, intermediate, leaf, stray };
}

/** What a server is configured with: the PEM of `chain` in this order, and the key of its first. */
export function serving(chain: readonly [Issued, ...Issued[]]): { cert: string; key: string } {
  return { cert: chain.map(({ pem }) => pem).join(''), key: chain[0].keyPem };
}

function newKey(): string {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' })
    .privateKey.export({ type: 'pkcs8', format: 'pem' })
    .toString();
}

function configuration({ kind, extensions }: Blueprint): string {
  const lines = Object.entries({ ...EXTENSIONS[kind], ...extensions })
    .filter(([, value]) => value !== '')
    .map(([key, value]) => `${key} = ${value}`);
  return [
    '[ca]',
    'default_ca = desk',
    '[desk]',
    'database = index.txt',
    'new_certs_dir = .',
    'rand_serial = yes',
    'default_md = sha256',
    'unique_subject = no',
    'policy = any',
    'x509_extensions = extensions',
    '[any]',
    'commonName = optional',
    'organizationName = optional',
    'countryName = optional',
    '[extensions]',
    ...lines,
    '',
  ].join('\n');
}
