import { createServer, type RequestListener } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Certificate } from '../../../src/certificates/certificate.ts';
import { createTrustStore } from '../../../src/certificates/trust-store.ts';
import { findBundle } from '../../../src/endpoints/repair/find-bundle.ts';
import { fetchIssuers } from '../../../src/endpoints/network/fetch-issuers.ts';
import { createDesk, type Issued } from '../../support/certificate-desk.ts';
import { NOON } from '../../support/paths.ts';
import { closeServers, listen } from '../../support/servers.ts';

const desk = createDesk();
afterAll(async () => {
  await closeServers();
  desk.remove();
});

const published = new Map<string, Buffer>();
const asked: string[] = [];
let base = '';
let root: Issued;
let upper: Issued;
let lower: Issued;
let leaf: Issued;

const answer: RequestListener = ({ url = '' }, response) => {
  asked.push(url);
  const body = published.get(url);
  if (body) response.end(body);
  else response.writeHead(404).end();
};

/** A real server publishes the issuers of a hierarchy with two intermediates. */
beforeAll(async () => {
  const { port } = await listen(createServer(answer));
  base = `http://127.0.0.1:${port}`;
  root = desk.issue({ kind: 'ca', subject: '/CN=Root' });
  upper = desk.issue({ kind: 'ca', subject: '/CN=Upper', issuer: root, extensions: aia('/root.cer') });
  lower = desk.issue({ kind: 'ca', subject: '/CN=Lower', issuer: upper, extensions: aia('/upper.cer') });
  leaf = issueLeaf('/lower.cer');
  published.set('/lower.cer', lower.certificate.der).set('/upper.cer', upper.certificate.der);
});

function aia(...paths: string[]): Record<string, string> {
  return { authorityInfoAccess: paths.map((path) => `caIssuers;URI:${base}${path}`).join(',') };
}

function issueLeaf(...paths: string[]): Issued {
  const extensions = paths.length > 0 ? aia(...paths) : {};
  return desk.issue({ kind: 'leaf', subject: '/CN=rec.example.com', issuer: lower, extensions });
}

/** Searches with real requests; which paths were asked for comes along. */
async function search(of: Issued, candidates: readonly Certificate[] = []) {
  asked.length = 0;
  const trustStore = createTrustStore([root.certificate]);
  const query = { leaf: of.certificate, candidates, trustStore, time: NOON };
  const found = await findBundle(query, (url) =>
    fetchIssuers(url, { privateNetworks: true, timeoutMs: 5000 }),
  );
  return { ...found, asked: [...asked] };
}

describe('a bundle', () => {
  it('at hand is not fetched', async () => {
    const { result, fetched, asked: requests } = await search(leaf, [upper.certificate, lower.certificate]);
    expect(result).toMatchObject({ kind: 'complete', bundle: [{}, lower.certificate, upper.certificate] });
    expect(fetched).toEqual([]);
    expect(requests).toEqual([]);
  });

  it('is completed over two levels of caIssuers', async () => {
    const { result, fetched, problems } = await search(leaf);
    if (result.kind === 'incomplete') throw new Error(result.failure.code);
    expect(result.bundle.map(({ commonName }) => commonName)).toEqual(['rec.example.com', 'Lower', 'Upper']);
    expect(result.anchor.commonName).toBe('Root');
    expect(fetched).toEqual([`${base}/lower.cer`, `${base}/upper.cer`]);
    expect(problems).toEqual([]);
  });

  it('of which a part is at hand has only the rest fetched', async () => {
    const { result, asked: requests } = await search(leaf, [lower.certificate]);
    expect(result.kind).toBe('complete');
    expect(requests).toEqual(['/upper.cer']);
  });

  it('is looked for at the next place when the first has nothing', async () => {
    const { result, fetched, problems } = await search(issueLeaf('/gone.cer', '/lower.cer'));
    expect(result.kind).toBe('complete');
    expect(fetched).toEqual([`${base}/lower.cer`, `${base}/upper.cer`]);
    expect(problems).toEqual([expect.stringContaining('404')]);
  });

  it('is given up after three places', async () => {
    const { result, problems, asked: requests } = await search(issueLeaf('/1', '/2', '/3', '/lower.cer'));
    expect(result.kind).toBe('incomplete');
    expect(requests).toEqual(['/1', '/2', '/3']);
    expect(problems).toHaveLength(3);
  });

  it('cannot be found without a place to look at', async () => {
    const { result, problems } = await search(issueLeaf());
    expect(result).toMatchObject({ kind: 'incomplete', failure: { code: 'unknown-issuer' } });
    expect(problems).toHaveLength(1);
  });

  it('is not made of what does not fit, nor fetched for ever', async () => {
    const namesake = desk.issue({ kind: 'ca', subject: '/CN=Lower', extensions: aia('/namesake.cer') });
    published.set('/namesake.cer', namesake.certificate.der);
    const { result, asked: requests } = await search(issueLeaf('/namesake.cer'));
    expect(result.kind).toBe('incomplete');
    expect(requests).toEqual(['/namesake.cer']);
  });

  it('is not looked for when something else is wrong', async () => {
    const late = { notBefore: '20250101000000Z', notAfter: '20250201000000Z' };
    const expired = desk.issue({
      kind: 'leaf',
      subject: '/CN=x',
      issuer: lower,
      extensions: aia('/lower.cer'),
      ...late,
    });
    const { result, asked: requests } = await search(expired);
    expect(result).toMatchObject({ kind: 'incomplete', failure: { code: 'expired' } });
    expect(requests).toEqual([]);
  });
});
