// Asks a running blackbox_exporter for one probe an endpoint, as Prometheus would. Arguments: port of the exporter,
// port of the listener, count. Prints what `reportRun` does.
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { reportRun } from './report-run.ts';
import { endpointName, forEachIndex } from './sweep-endpoints.ts';

const [exporterPort, port, count] = process.argv.slice(2);
const idle: Socket[] = [];
let good = 0;
await forEachIndex(Number(count), async (index) => {
  const socket = idle.pop() ?? connect(Number(exporterPort), '127.0.0.1').setEncoding('latin1');
  const path = `/probe?module=${endpointName(index)}&target=127.0.0.1:${port}`;
  socket.write(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`);
  let answer = '';
  while (!isWhole(answer)) answer += String(await once(socket, 'data'));
  if (answer.includes('\nprobe_success 1\n')) good += 1;
  idle.push(socket);
});
for (const socket of idle) socket.destroy();
reportRun(good);

/** By its Content-Length or its last chunk (RFC 9112 §6.3): node:http would take more time than the exporter. */
function isWhole(answer: string): boolean {
  const end = answer.indexOf('\r\n\r\n');
  if (end === -1) return false;
  const length = /\r\ncontent-length: (\d+)/i.exec(answer.slice(0, end))?.[1];
  return length === undefined ? answer.endsWith('\r\n0\r\n\r\n') : answer.length >= end + 4 + Number(length);
}
