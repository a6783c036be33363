import type { Blueprint, createDesk, Issued } from './certificate-desk.ts';

const ALWAYS = { notBefore: '20200101000000Z', notAfter: '20490101000000Z' } as const;

/** A private hierarchy for rec.example.com, valid whenever the tests run. */
export function issueHierarchy({ issue }: Pick<ReturnType<typeof createDesk>, 'issue'>) {
  const make = (blueprint: Blueprint): Issued => issue({ ...ALWAYS, ...blueprint });
  const root = make({ kind: 'ca', subject: '/CN=Root' });
  const intermediate = make({ kind: 'ca', subject: '/CN=Intermediate', issuer: root });
  const leaf = make({ kind: 'leaf', subject: '/CN=rec.example.com', issuer: intermediate });
  const stray = make({ kind: 'ca', subject: '/CN=Stray' });
  return { make, root, intermediate, leaf, stray };
}

/** What a server is configured with: the PEM of `chain` in this order, and the key of its first. */
export function serving(chain: readonly [Issued, ...Issued[]]): { cert: string; key: string } {
  return { cert: chain.map(({ pem }) => pem).join(''), key: chain[0].keyPem };
}
