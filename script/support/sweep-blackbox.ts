import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { endpointName } from './sweep-endpoints.ts';
import type { SweepMaterial } from './sweep-material.ts';

const PROGRAM = 'prometheus-blackbox-exporter';
/** Of Linux, on every architecture. */
const TICKS_PER_SECOND = 100;

export interface Blackbox {
  readonly port: number;
  /** CPU time so far, milliseconds, and its largest resident set so far, MiB. */
  usage(): { cpuMs: number; peakMiB: number };
  close(): Promise<void>;
}

/** Whether Debian's prometheus-blackbox-exporter is installed. */
export function hasBlackbox(): boolean {
  return spawnSync(PROGRAM, ['--version']).status === 0;
}

/**
 * A running blackbox_exporter with one module an endpoint, for the server name belongs to the module: a TCP
 * connection with a TLS handshake, the least that it can do.
 */
export async function startBlackbox(material: SweepMaterial, count: number): Promise<Blackbox> {
  const file = path.join(material.folder, 'blackbox.json');
  const modules = Array.from({ length: count }, (_, index) => {
    const name = endpointName(index);
    const tls = { ca_file: material.rootFile, server_name: name };
    return [name, { prober: 'tcp', tcp: { preferred_ip_protocol: 'ip4', tls: true, tls_config: tls } }];
  });
  writeFileSync(file, JSON.stringify({ modules: Object.fromEntries(modules) }));
  const port = await findFreePort();
  const options = [`--config.file=${file}`, `--web.listen-address=127.0.0.1:${port}`, '--log.level=error'];
  const child = spawn(PROGRAM, options, { stdio: ['ignore', 'ignore', 'inherit'] });
  while (!(await answers(port))) {
    if (child.exitCode !== null) throw new Error(`${PROGRAM} did not start`);
    await wait(50);
  }
  return {
    port,
    usage: () => readUsage(child.pid ?? 0),
    close: async () => {
      const exited = once(child, 'exit');
      child.kill();
      await exited;
    },
  };
}

/** Fields 14 and 15 of /proc/pid/stat and VmHWM of /proc/pid/status (proc(5)). */
function readUsage(pid: number): { cpuMs: number; peakMiB: number } {
  const fields = readFileSync(`/proc/${pid}/stat`, 'latin1')
    .replace(/^.*\) /s, '')
    .split(' ');
  const ticks = Number(fields[11]) + Number(fields[12]);
  const peakKiB = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1];
  return { cpuMs: (ticks * 1000) / TICKS_PER_SECOND, peakMiB: Number(peakKiB) / 1024 };
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
