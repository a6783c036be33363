// Preloaded into what a scenario runs: a connection to anything but this machine ends the process at once.
import { Socket } from 'node:net';

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|::1|localhost)$/;
const connect = Socket.prototype.connect;

Socket.prototype.connect = function connectToLoopback(...given) {
  const [first, second] = Array.isArray(given[0]) ? given[0] : given;
  const host = typeof first === 'object' ? (first.host ?? 'localhost') : (second ?? 'localhost');
  if (typeof host === 'string' && !LOOPBACK.test(host)) {
    process.stderr.write(`a connection beyond loopback: ${host}\n`);
    process.exit(99);
  }
  return connect.apply(this, given);
};
