import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseBundle } from '../../src/certificates/pem.ts';
import type { IssuedCertificate, LeafRequest } from '../../src/emulator/authority.ts';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import { type CheckReport, checkReportSchema } from '../../src/reports/check/check-report.ts';
import { type ProgramRun, startProgram } from '../support/scenario/run-program.ts';
import { DOMAIN, SLB } from '../support/scenario/workspace.ts';

interface Served {
  readonly emulator: Emulator;
  /** Has the addresses serve this chain. */
  place(issued: IssuedCertificate, chainPem: string, edges?: readonly number[]): void;
  /** Runs `check` on the domain, with the root trusted unless other options are given. */
  check(...options: string[]): Promise<ProgramRun>;
  checkJson(...options: string[]): Promise<CheckReport['endpoints'][number]>;
  /** Runs the program, in the folder where root.pem is. */
  run(...argv: string[]): Promise<ProgramRun>;
  /** Writes a file with this content, and returns its path. */
  write(name: string, content: string): Promise<string>;
}

/** The work of a test with addresses of its own to check. */
function checking(play: (served: Served) => Promise<void>): () => Promise<void> {
  return async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'airec-https-check-'));
    const emulator = await startEmulator();
    await writeFile(path.join(folder, 'root.pem'), emulator.rootPem);
    const pins = emulator.edges(SLB.instance).map(({ ip, port }) => `${ip}:${port}`);
    const run = (...argv: string[]): Promise<ProgramRun> =>
      startProgram({ entry: 'cli.js', argv, cwd: folder, env: { PATH: process.env['PATH'] } }).ended;
    const check = (...options: string[]): Promise<ProgramRun> => {
      const resolve = `${DOMAIN}:443:${pins.join(',')}`;
      return run('check', DOMAIN, '--allow-private', '--resolve', resolve, ...options);
    };
    try {
      await play({
        emulator,
        check,
        run,
        write: async (name, content) => {
          await writeFile(path.join(folder, name), content);
          return name;
        },
        place: ({ keyPem }, chainPem, edges) =>
          void emulator.place({
            instanceId: SLB.instance,
            chainPem,
            keyPem,
            servedFor: [DOMAIN],
            ...(edges ? { edges } : {}),
          }),
        async checkJson(...options) {
          const { stdout } = await check('--ca', 'root.pem', '--json', ...options);
          const [endpoint] = checkReportSchema.parse(JSON.parse(stdout)).endpoints;
          if (!endpoint) throw new Error('one endpoint was checked');
          return endpoint;
        },
      });
    } finally {
      await emulator.close();
      await rm(folder, { recursive: true, force: true });
    }
  };
}

describe.concurrent('check', () => {
  it(
    'finds nothing in what is served well',
    checking(async (s) => {
      const issued = s.emulator.authority.issue({ names: [DOMAIN] });
      s.place(issued, issued.bundlePem);
      expect(await s.checkJson()).toMatchObject({
        domain: DOMAIN,
        port: 443,
        verdict: 'healthy',
        addresses: [
          { stage: 'done', findings: [] },
          { stage: 'done', findings: [] },
        ],
        clients: { chrome: { accepts: true, byLuck: false, error: null } },
        findings: [],
        repair: null,
      });
      expect(await s.check('--ca', 'root.pem')).toMatchObject({ exitCode: 0, stderr: '' });
    }),
  );

  it(
    'mends a leaf alone with what its AIA address has, and hands the bundle over',
    checking(async (s) => {
      const issued = s.emulator.authority.issue({ names: [DOMAIN] });
      s.place(issued, issued.leafPem);
      const bundle = parseBundle(issued.bundlePem, 'issued').map(({ fingerprint }) => fingerprint);
      expect(await s.checkJson()).toMatchObject({
        verdict: 'repairable',
        addresses: [{ receivedChain: bundle.slice(0, 1) }, { receivedChain: bundle.slice(0, 1) }],
        clients: {
          chrome: { accepts: true, byLuck: true, error: 'NET::ERR_CERT_AUTHORITY_INVALID' },
          firefox: { accepts: false, error: 'SEC_ERROR_UNKNOWN_ISSUER' },
          openssl: { accepts: false, error: 'unable to get local issuer certificate' },
        },
        findings: [
          { id: 'missing-intermediate', severity: 'error', certificate: bundle[0] },
          { id: 'missing-intermediate', severity: 'error', certificate: bundle[0] },
        ],
        repair: {
          bundle,
          pem: issued.bundlePem,
          satisfies: ['chrome', 'firefox', 'java', 'android', 'openssl'],
          leaves: [],
          sources: [{ kind: 'served' }, { kind: 'aia' }],
          proofs: { length: 10 },
        },
      });
      const pem = await s.check('--ca', 'root.pem', '--pem');
      expect(pem).toEqual({ exitCode: 1, stdout: issued.bundlePem, stderr: '' });
    }),
  );

  it(
    'has no bundle when the issuer cannot be had',
    checking(async (s) => {
      const issued = s.emulator.authority.issue({ names: [DOMAIN] });
      s.place(issued, issued.leafPem);
      s.emulator.inject({ kind: 'aia-down' });
      expect(await s.checkJson()).toMatchObject({
        verdict: 'broken',
        clients: { chrome: { accepts: false, byLuck: false } },
        repair: null,
      });
      const { exitCode, stdout, stderr } = await s.check('--ca', 'root.pem', '--pem');
      expect([exitCode, stdout]).toEqual([1, '']);
      expect(stderr).toContain(`${DOMAIN}:443 is broken`);
    }),
  );

  it.each<{ what: string; request: LeafRequest; id: string }>([
    {
      what: 'an expired leaf',
      request: { names: [DOMAIN], notBefore: new Date('2025-10-01'), notAfter: new Date('2026-01-01') },
      id: 'expired-leaf',
    },
    { what: 'another name', request: { names: ['www.example.com'] }, id: 'hostname-mismatch' },
  ])('names $what', ({ request, id }) =>
    checking(async (s) => {
      const issued = s.emulator.authority.issue(request);
      s.place(issued, issued.bundlePem);
      const endpoint = await s.checkJson();
      expect(endpoint.verdict).toBe('broken');
      expect(endpoint.findings.map((finding) => finding.id)).toEqual([id, id]);
    })(),
  );

  it(
    'names a root that is sent and not trusted',
    checking(async (s) => {
      const issued = s.emulator.authority.issue({ names: [DOMAIN] });
      s.place(issued, issued.fullChainPem);
      expect((await s.checkJson()).findings.map(({ id }) => id)).toEqual(['root-included', 'root-included']);
      const { exitCode, stdout } = await s.check('--json');
      const [endpoint] = checkReportSchema.parse(JSON.parse(stdout)).endpoints;
      expect(exitCode).toBe(1);
      expect(endpoint).toMatchObject({
        verdict: 'broken',
        findings: [{ id: 'untrusted-root' }, { id: 'untrusted-root' }],
      });
    }),
  );

  it(
    'looks at every address',
    checking(async (s) => {
      const issued = s.emulator.authority.issue({ names: [DOMAIN] });
      s.place(issued, issued.bundlePem, [0]);
      s.place(issued, issued.leafPem, [1]);
      const { verdict, addresses, clients } = await s.checkJson();
      expect(verdict).toBe('repairable');
      expect(addresses.map(({ findings }) => findings)).toEqual([[], ['missing-intermediate']]);
      expect(clients['java']?.accepts).toBe(false);
    }),
  );

  it(
    'shows a person the chain, the clients, and how to see it',
    checking(async (s) => {
      const issued = s.emulator.authority.issue({ names: [DOMAIN] });
      s.place(issued, issued.leafPem);
      const { exitCode, stdout } = await s.check(
        '--ca',
        'root.pem',
        '--client',
        'java',
        '--client',
        'chrome',
      );
      expect(exitCode).toBe(1);
      expect(stdout).toMatch(/repairable {2}rec\.example\.com:443/);
      expect(stdout).toMatch(/\n +1 +1 {2}✓ CN=rec\.example\.com /);
      expect(stdout).toMatch(/\n +2 {2}✗ CN=airec-https emulator intermediate.* missing, from http:/);
      expect(stdout).toMatch(/java +refuses +PKIX path building failed/);
      expect(stdout).toMatch(/chrome +by luck/);
      expect(stdout).not.toContain('firefox');
      expect(stdout).toContain('openssl s_client -connect 127.0.0.1:');
    }),
  );

  it(
    'judges files, their key and another time',
    checking(async (s) => {
      const issued = s.emulator.authority.issue({ names: [DOMAIN] });
      const other = s.emulator.authority.issue({ names: [DOMAIN] });
      const leaf = await s.write('leaf.pem', issued.leafPem);
      const good = await s.write('good.pem', issued.bundlePem);
      const key = await s.write('other.key', other.keyPem);
      const judge = async (...options: string[]) => {
        const { exitCode, stdout } = await s.run(
          'check',
          '--ca',
          'root.pem',
          '--allow-private',
          '--json',
          ...options,
        );
        const [endpoint] = checkReportSchema.parse(JSON.parse(stdout)).endpoints;
        return { exitCode, endpoint };
      };
      expect(await judge('--bundle', good, '--host', DOMAIN)).toMatchObject({
        exitCode: 0,
        endpoint: { domain: DOMAIN, port: null, verdict: 'healthy', key: null, repair: null },
      });
      expect(await judge('--bundle', leaf)).toMatchObject({
        exitCode: 1,
        endpoint: { domain: null, verdict: 'repairable', repair: { pem: issued.bundlePem, proofs: [] } },
      });
      expect(await judge('--bundle', good, '--key', key)).toMatchObject({
        endpoint: { verdict: 'broken', key: { matches: false }, findings: [{ id: 'key-mismatch' }] },
      });
      expect(await judge('--bundle', good, '--at', '2048-02-29')).toMatchObject({
        endpoint: {
          verdict: 'broken',
          findings: expect.arrayContaining([expect.objectContaining({ id: 'expired-leaf' })]),
        },
      });
    }),
  );

  it(
    'refuses what it cannot use',
    checking(async (s) => {
      for (const argv of [
        ['--timeout', 'soon'],
        ['--client', 'opera'],
        ['--resolve', 'x'],
        ['no host'],
        ['--ca', 'none.pem'],
        ['--at', '2026-02-30'],
        ['--concurrency', '0'],
        ['--bundle', 'x.pem'],
        ['--key', 'x.pem'],
        ['--json', '--pem'],
        ['--resolve', 'other.example.com:443:127.0.0.1'],
        ['--clinet', 'chrome'],
      ]) {
        const { exitCode, stdout, stderr } = await s.check(...argv);
        expect([exitCode, stdout]).toEqual([2, '']);
        expect(stderr).toContain('→');
      }
    }),
  );
});
