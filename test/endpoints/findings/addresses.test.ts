import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/endpoints/finding.ts';
import { authority, crossSign, server } from '../../support/minted-hierarchy.ts';
import type { Minted } from '../../support/minter.ts';
import { checkPorts, judgePorts, serveChain, summarize } from '../../support/served-chain.ts';
import { closeServers } from '../../support/servers.ts';

afterAll(closeServers);

const root = authority('Root');
const intermediate = authority('Intermediate', root);
const cross = crossSign(root, authority('Older Root'));
const leaf = server(intermediate);
const previous = server(intermediate);
const roots = [root.certificate];

/** Ports of servers, by what they send. */
let whole = 0;
let again = 0;
let longer = 0;
let bare = 0;
let old = 0;

beforeAll(async () => {
  whole = await serve(leaf, intermediate);
  again = await serve(leaf, intermediate);
  longer = await serve(leaf, intermediate, cross);
  bare = await serve(leaf);
  old = await serve(previous, intermediate);
});

function serve(first: Minted, ...others: readonly Minted[]): Promise<number> {
  const chain = [first.certificate, ...others.map(({ certificate }) => certificate)] as const;
  return serveChain({ chain, key: first.keys.privateKey });
}

const here = (port: number) => `127.0.0.1:${port}`;

async function check(...ports: readonly number[]): Promise<readonly Finding[]> {
  const { served } = await checkPorts(ports, { roots });
  return served.findings;
}

async function judge(intendedLeaf: string, ...ports: readonly number[]): Promise<readonly Finding[]> {
  return (await judgePorts(ports, { roots, intendedLeaf })).findings;
}

describe('inconsistent-addresses', () => {
  it('is nothing of addresses that serve the same', async () => {
    expect(await check(whole, again)).toEqual([]);
  });

  it('is nothing of one address', async () => {
    expect(await check(old)).toEqual([]);
  });

  it('names who serves which leaf', async () => {
    const findings = await check(whole, old, again);
    expect(summarize(findings)).toEqual(['warning inconsistent-addresses']);
    const [finding] = findings;
    expect(finding).not.toHaveProperty('address');
    const [first, second] = finding?.problem.split('; ') ?? [];
    expect(first).toContain(
      `${here(whole)}, ${here(again)}: leaf ${leaf.certificate.fingerprint.slice(0, 12)}`,
    );
    expect(second).toContain(`${here(old)}: leaf ${previous.certificate.fingerprint.slice(0, 12)}`);
  });

  it('names who serves which chain for one leaf', async () => {
    const [finding, ...others] = await check(whole, longer);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ id: 'inconsistent-addresses', severity: 'warning' });
    expect(finding?.problem).toContain(`${here(longer)}: with CN=Intermediate`);
  });

  it('stands beside what is wrong at one of them', async () => {
    expect(summarize(await check(whole, bare))).toEqual([
      'error missing-intermediate',
      'warning inconsistent-addresses',
    ]);
  });

  it('is an error where one address serves another leaf than was meant', async () => {
    const findings = await judge(leaf.certificate.fingerprint, whole, old);
    expect(summarize(findings)).toEqual(['error certificate-drift', 'error inconsistent-addresses']);
    expect(findings[0]).toMatchObject({ address: here(old) });
  });

  it('counts addresses beyond the first four', async () => {
    const same = await Promise.all(Array.from({ length: 6 }, () => serve(leaf, intermediate)));
    const [finding] = await check(old, ...same);
    expect(finding?.problem).toContain('and 2 more: leaf');
  });
});

describe('certificate-drift', () => {
  it('is another leaf than the one that was meant', async () => {
    const findings = await judge(leaf.certificate.fingerprint, old);
    expect(summarize(findings)).toEqual(['error certificate-drift']);
    expect(findings[0]).toMatchObject({ certificate: previous.certificate.fingerprint });
  });

  it('is nothing of the leaf that was meant, whatever its chain', async () => {
    expect(await judge(leaf.certificate.fingerprint, longer)).toEqual([]);
  });
});
