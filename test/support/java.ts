import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { hasProgram } from './programs.ts';

/** Whether this machine has a JDK: it compiles what is run. */
export const HAS_JAVA = hasProgram('javac -version');

const PROBE = path.join(import.meta.dirname, 'java/ClientProbe.java');

/** The TLS client of the JDK. */
export interface JavaClient {
  /** What Java makes of a server on loopback: `accepted`, or the exception as it prints it. */
  ask(port: number, domain: string): Promise<string>;
  close(): Promise<void>;
}

/** Starts one JVM for all questions, in which `rootPem` alone is trusted. */
export async function startJava(rootPem: string): Promise<JavaClient> {
  const folder = await mkdtemp(path.join(tmpdir(), 'airec-https-java-'));
  const root = path.join(folder, 'root.pem');
  await writeFile(root, rootPem);
  const child = spawn('java', [PROBE, root], { stdio: ['pipe', 'pipe', 'ignore'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async ask(port, domain) {
      child.stdin.write(`${port} ${domain}\n`);
      const { value } = await lines.next();
      return String(value);
    },
    async close() {
      const exited = once(child, 'exit');
      child.stdin.end();
      await exited;
      await rm(folder, { recursive: true });
    },
  };
}
