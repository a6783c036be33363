// What a sweep sweeps: one TLS listener on loopback that chooses the certificate by SNI. Arguments: the folder of
// certificates, how many there are, and `http` for one that answers requests, too. Prints its port when every certificate is loaded; ends with its input.
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer as createHttpsServer } from 'node:https';
import path from 'node:path';
import { createSecureContext, createServer, type SecureContext, type TlsOptions } from 'node:tls';
import { endpointName } from './sweep-endpoints.ts';

const [folder = '', count = '0', kind = ''] = process.argv.slice(2);

const contexts = new Map<string, SecureContext>();
for (let index = 0; index < Number(count); index += 1) {
  const name = endpointName(index);
  const pem = readFileSync(path.join(folder, `${name}.pem`));
  contexts.set(name, createSecureContext({ cert: pem, key: pem }));
}

// X25519 for all: a post-quantum group would only make the rivals slower that offer one.
const options: TlsOptions = {
  ecdhCurve: 'X25519',
  SNICallback: (name, answer) => answer(null, contexts.get(name)),
};
const server =
  kind === 'http'
    ? createHttpsServer(options, (_request, response) => response.end())
    : createServer(options, (socket) => socket.on('error', () => undefined));
server.on('tlsClientError', () => undefined);
server.listen({ host: '127.0.0.1', port: 0, backlog: 4096 }, () =>
  console.log((server.address() as AddressInfo).port),
);
process.stdin.on('end', () => process.exit()).resume();
