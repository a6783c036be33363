// The product's own sweep. Arguments: port, PEM file of the root, count. Prints what `reportRun` does.
import { readFileSync } from 'node:fs';
import { CLIENT_NAMES } from '../../src/config/config.ts';
import type { ProbedEndpoint } from '../../src/endpoints/observation.ts';
import { reportRun } from './report-run.ts';
import { endpointName } from './sweep-endpoints.ts';

const [port, rootFile = '', count] = process.argv.slice(2);
const own = [{ text: readFileSync(rootFile, 'utf8'), source: rootFile }];
const endpoints = Array.from({ length: Number(count) }, (_, index): ProbedEndpoint => ({
  domain: endpointName(index),
  port: Number(port),
  addresses: [{ ip: '127.0.0.1' }],
  clients: CLIENT_NAMES,
  health: undefined,
}));
// Loaded as `check` loads it, so that it lies where its threads find their module.
const { checkEndpoints } = await import('../../src/commands/check/sweep.ts');
let good = 0;
const terms = { own, privateNetworks: true, timeoutMs: 10_000 };
await checkEndpoints(endpoints, terms, {
  deliver: ({ verdict, clients }) => {
    if (Object.values(clients).every(({ accepts }) => accepts)) good += 1;
    else if (verdict !== 'broken') console.error(`Not expected: ${verdict}`);
  },
});
reportRun(good);
