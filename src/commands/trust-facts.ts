import { X509Certificate } from 'node:crypto';
import { rootCertificates } from 'node:tls';
import type { PemText } from '../certificates/trust-store.ts';
import type { CheckTerms } from '../endpoints/create-check-means.ts';
import type { CheckReport } from '../reports/check/check-report.ts';

/** What is said of the roots that are trusted: Node.js tells how new its list is by nothing but what is in it. */
export function trustFacts({
  own,
  byClient = new Map(),
}: Pick<CheckTerms, 'own' | 'byClient'>): CheckReport['trust'] {
  const made = rootCertificates.map((pem) => Date.parse(new X509Certificate(pem).validFrom));
  return {
    runtime: `Node.js ${process.version}`,
    publicRoots: rootCertificates.length,
    newestRoot: new Date(Math.max(...made)).toISOString().slice(0, 10),
    ownRoots: sourcesOf(own),
    clients: Object.fromEntries([...byClient].map(([client, pems]) => [client, sourcesOf(pems)])),
  };
}

function sourcesOf(pems: readonly PemText[]): string[] {
  return pems.map(({ source }) => source);
}
