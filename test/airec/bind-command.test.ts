import { once } from 'node:events';
import { chmod, mkdtemp, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { runBindCommand, type BindRequest, type BindResult } from '../../src/airec/bind-command.ts';
import { Secret } from '../../src/errors/secret.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'airec-bind-'));
});

/** Runs a Node program in place of airec-cli. */
function run(program: string, changes: Partial<BindRequest> = {}): Promise<BindResult> {
  return runBindCommand({
    command: [process.execPath, '-e', program, '--'],
    instance: 'ai-rec-prod',
    mappingPath: path.join(folder, 'certificate_info.xlsx'),
    region: 'cn-hangzhou',
    timeoutMs: 20_000,
    environment: [],
    ...changes,
  });
}

describe('runBindCommand', () => {
  afterEach(() => {
    delete process.env['BIND_TEST_TOKEN'];
    delete process.env['BIND_TEST_ALLOWED'];
  });

  it('passes the arguments one by one, in the folder of the mapping', async () => {
    const result = await run('console.log(JSON.stringify([process.argv.slice(1), process.cwd()]))', {
      instance: 'a b; $(touch x)',
    });
    const update = [
      'domain',
      'update',
      '--instance-id',
      'a b; $(touch x)',
      '--config-file',
      'certificate_info.xlsx',
      '--region',
      'cn-hangzhou',
    ];
    expect(result).toMatchObject({ kind: 'exited', code: 0, truncated: false });
    expect(JSON.parse(result.output[0] ?? '')).toEqual([update, folder]);
  });

  it('tells the exit code and both streams', async () => {
    const result = await run('console.log("out"); console.error("err"); process.exitCode = 3');
    expect(result).toMatchObject({ kind: 'exited', code: 3 });
    expect(result.output.toSorted()).toEqual(['err', 'out']);
  });

  it('shows no variable but the basic ones and those named', async () => {
    process.env['BIND_TEST_TOKEN'] = 'hidden';
    process.env['BIND_TEST_ALLOWED'] = 'shown';
    const result = await run('console.log(JSON.stringify(process.env))', {
      environment: ['BIND_TEST_ALLOWED'],
    });
    const environment = JSON.parse(result.output[0] ?? '') as Record<string, string>;
    expect(environment).toHaveProperty('PATH');
    expect(environment).toHaveProperty('BIND_TEST_ALLOWED', 'shown');
    expect(environment).not.toHaveProperty('BIND_TEST_TOKEN');
  });

  it('has no standard input to wait for', async () => {
    const result = await run('process.stdin.on("end", () => console.log("end")).resume()');
    expect(result.output).toEqual(['end']);
  });

  it('blanks secrets and escapes what would act on a terminal', async () => {
    const secret = new Secret('wJalrXUtnFEMI-K7MDENG').reveal();
    const key = '-----BEGIN PRIVATE KEY-----\\nMC4CAQAwBQYDK2VwBCIEIAbC\\n-----END PRIVATE KEY-----';
    const result = await run(
      `console.log("\\u001b[31mred\\u001b[0m \\u0007 ${secret.slice(0, 5)}\\u001b[1m${secret.slice(5)}\\n${key}")`,
    );
    expect(result.output).toEqual(['red \\u{7} ***', '***']);
  });

  it('keeps the first 64 KiB, whole lines', async () => {
    const result = await run('for (let i = 0; i < 20000; i++) console.log("line", i)');
    expect(result.truncated).toBe(true);
    expect(result.output[0]).toBe('line 0');
    expect(result.output.length).toBeGreaterThan(5000);
    expect(result.output.at(-1)).toBe(`line ${String(result.output.length - 1)}`);
  });

  it('kills the command with its children at the timeout', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const connected = once(server, 'connection') as Promise<[Socket]>;
    const { port } = server.address() as AddressInfo;
    const stubborn = `process.on("SIGTERM", () => {}); require("net").connect(${String(port)}, "127.0.0.1")`;
    const program = `require("child_process").spawn(process.execPath, ["-e", ${JSON.stringify(stubborn)}], { stdio: "inherit" })`;
    const running = run(program, { timeoutMs: 1500 });
    const [socket] = await connected;
    // A process that dies takes its connection with it.
    const died = new Promise<void>((resolve) => {
      socket.on('error', () => resolve()).on('close', () => resolve());
      socket.resume();
    });
    expect((await running).kind).toBe('timeout');
    await died;
    server.close();
  });

  it('does not wait for a child that was left behind', async () => {
    const program = `require("child_process").spawn(process.execPath, ["-e", "setTimeout(() => {}, 8000)"], { stdio: "inherit", detached: true }).unref(); console.log("done")`;
    const result = await run(program);
    expect(result).toMatchObject({ kind: 'exited', code: 0, output: ['done'] });
    expect(result.durationMs).toBeLessThan(6000);
  });

  it('tells of a signal from elsewhere', async () => {
    const result = await run('process.kill(process.pid, "SIGKILL")');
    expect(result).toMatchObject({ kind: 'killed', signal: 'SIGKILL' });
  });

  it('stops when it is told to', async () => {
    const controller = new AbortController();
    const running = run('setInterval(() => {}, 1000)', { signal: controller.signal });
    controller.abort(new Error('stop it'));
    await expect(running).rejects.toThrow('stop it');
    await expect(run('', { signal: controller.signal })).rejects.toThrow('stop it');
  });

  it('explains a command that cannot be run', async () => {
    const script = path.join(folder, 'script');
    await writeFile(script, '#!/no/such/interpreter\n');
    await expect(run('', { command: ['airec-cli-that-is-not-there'] })).rejects.toMatchObject({
      code: 'BIND_COMMAND_NOT_FOUND',
    });
    await expect(run('', { command: ['/no/such/airec-cli'] })).rejects.toMatchObject({
      code: 'BIND_COMMAND_NOT_FOUND',
    });
    await expect(run('', { command: [script] })).rejects.toMatchObject({
      code: 'BIND_COMMAND_NOT_EXECUTABLE',
    });
    await chmod(script, 0o755);
    await expect(run('', { command: [script] })).rejects.toMatchObject({
      code: 'BIND_COMMAND_NOT_EXECUTABLE',
    });
  });
});
