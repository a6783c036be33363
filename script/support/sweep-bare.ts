// The bare loop: tls.connect, and whether OpenSSL is content. Arguments: port, PEM file of the root, count. Prints
// what `reportRun` does.
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect, createSecureContext } from 'node:tls';
import { reportRun } from './report-run.ts';
import { endpointName, forEachIndex } from './sweep-endpoints.ts';

const [port, rootFile = '', count] = process.argv.slice(2);
const secureContext = createSecureContext({ ca: readFileSync(rootFile) });
const options = { host: '127.0.0.1', port: Number(port), secureContext, rejectUnauthorized: false };
let good = 0;
await forEachIndex(Number(count), async (index) => {
  const socket = connect({ ...options, servername: endpointName(index) }, () => {
    if (socket.authorized) good += 1;
    socket.destroy();
  });
  await once(socket, 'close');
});
reportRun(good);
