// A thread of the product's own sweep, with the material of the benchmark.
import { parentPort, workerData } from 'node:worker_threads';
import { rootCertificates } from 'node:tls';
import { loadClientTrust } from '../../src/certificates/clients/trust.ts';
import { toPem } from '../../src/certificates/pem.ts';
import { checkEndpoint } from '../../src/endpoints/check-endpoint.ts';
import type { CheckMeans } from '../../src/endpoints/check-means.ts';
import { fetchIssuers } from '../../src/endpoints/network/fetch-issuers.ts';
import type { ProbedEndpoint } from '../../src/endpoints/observation.ts';
import { createEndpointObserver } from '../../src/endpoints/observe-endpoint.ts';
import { serveSweep } from '../../src/endpoints/sweep-worker.ts';
import { toCheckReport } from '../../src/reports/check-report.ts';

const own: string = workerData;
const terms = { trustAnchors: [...rootCertificates, own], privateNetworks: true, timeoutMs: 10_000 };
const means: CheckMeans = {
  observe: createEndpointObserver(terms),
  observeWith: (helpers) =>
    createEndpointObserver({ ...terms, trustAnchors: [...terms.trustAnchors, toPem(helpers)] }),
  fetchIssuers: (url) => fetchIssuers(url, terms),
  trust: loadClientTrust({ bundled: rootCertificates, own: [{ text: own, source: 'root' }] }),
  now: () => new Date(),
};
if (!parentPort) throw new Error('This is the module of a worker thread');
serveSweep(parentPort, async (endpoint: ProbedEndpoint) => {
  const check = await checkEndpoint(endpoint, means);
  return toCheckReport([check], means.now()).endpoints[0];
});
