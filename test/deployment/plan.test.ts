import { describe, expect, it } from 'vitest';
import { type Evidence, planEndpoint, type PlanItem, planItems } from '../../src/deployment/plan.ts';
import {
  endpointConfig,
  endpointVerdict,
  failed,
  guideTargets,
  handshake,
  issueFull,
  SLB,
  storedCertificate,
} from '../support/deployment.ts';

const { leaf, intermediate } = issueFull();
const CDN = { type: 'CDN', instance: 'rec.example.com' } as const;
const ROW = { domain: 'rec.example.com', port: 443, certificateId: 'cert-8a9b2c', protocol: 'HTTPS', row: 2 };
const timedOut = { tls: failed('connect', 'timeout'), accepted: undefined, servesIntended: undefined };
const refused = { tls: failed('connect', 'refused'), accepted: false, servesIntended: undefined };
const other = { servesIntended: false };
const leafOnly = { tls: handshake([leaf]), accepted: false, incompleteAt: leaf };
const bound = (status: 'Deployed' | 'Failed' | 'Deploying') =>
  storedCertificate({ targets: [{ ...SLB, status }] });

/** Everything is so already. */
function evidence(changes: Partial<Evidence> = {}): Evidence {
  const { endpoint = endpointConfig() } = changes;
  const stored = 'stored' in changes ? changes.stored : storedCertificate();
  return {
    endpoint,
    stored,
    targets: guideTargets(endpoint, stored),
    bundleLength: 2,
    intendedLeaf: leaf.fingerprint,
    served: endpointVerdict({ tls: handshake([leaf, intermediate]) }),
    mapped: ROW,
    mappingName: 'certificate_info.xlsx',
    ...changes,
  };
}

/** `do` or `skip` of each item, in order. */
function decisions(changes: Partial<Evidence>): string {
  return planItems(planEndpoint(evidence(changes)))
    .map(({ decision }) => decision)
    .join(' ');
}

describe('the plan', () => {
  it('does nothing when everything is so already', () => {
    expect(decisions({})).toBe('skip skip skip skip');
  });

  it('does everything the first time, and leaves the chain for later', () => {
    expect(decisions({ stored: undefined, mapped: undefined, served: endpointVerdict(refused) })).toBe(
      'do do do skip',
    );
  });

  it.each([
    ['less than the bundle', 1, 'do do skip skip'],
    ['as much as the bundle', 2, 'skip skip skip skip'],
    ['more than the bundle', 3, 'skip skip skip skip'],
    ['it does not tell how much', undefined, 'skip skip skip skip'],
  ])('gives CAS the bundle when it holds less of it: %s', (_held, chainLength, decided) => {
    expect(decisions({ stored: storedCertificate({ chainLength }) })).toBe(decided);
  });

  it('lists its items in the order in which they are carried out', () => {
    const plan = planEndpoint(evidence({ endpoint: endpointConfig({ ingress: [SLB, CDN] }) }));
    expect(planItems(plan).map(({ step, subject }) => `${step} ${subject}`)).toEqual([
      'provision CAS',
      'deploy SLB lb-ai-rec-01',
      'deploy CDN rec.example.com',
      'map certificate_info.xlsx',
      'remediate chain',
    ]);
    expect(plan.deploys.map(({ target }) => target.config)).toEqual([SLB, CDN]);
  });

  it('is the same for the same evidence', () => {
    const same = evidence();
    expect(planEndpoint(same)).toEqual(planEndpoint(same));
  });
});

type Expected = readonly [decision: PlanItem['decision'], says: string];
type Row = readonly [name: string, changes: Partial<Evidence>, expected: Expected];

const request = endpointConfig({ certificate: { kind: 'request', type: 'DV' } });

describe('provisioning', () => {
  it.each<Row>([
    ['what CAS holds', {}, ['skip', 'cert-8a9b2c']],
    ['what CAS does not hold', { stored: undefined }, ['do', 'does not hold']],
    ['what was never requested', { stored: undefined, endpoint: request }, ['do', 'rec.example.com']],
    ['what is being issued', { stored: storedCertificate({ status: 'Issuing' }) }, ['do', 'cert-8a9b2c']],
  ])('judges %s', (_name, changes, [decision, says]) => {
    const { provision } = planEndpoint(evidence(changes));
    expect(provision).toMatchObject({ decision, reason: expect.stringContaining(says) });
  });
});

describe('deploying', () => {
  it.each<Row>([
    ['a new certificate', { stored: undefined }, ['do', 'new']],
    ['one that is being issued', { stored: storedCertificate({ status: 'Issuing' }) }, ['do', 'new']],
    [
      'a certificate that is bound nowhere',
      { stored: storedCertificate({ targets: [] }) },
      ['do', 'no deployment'],
    ],
    [
      'a certificate that is bound elsewhere',
      { stored: storedCertificate({ targets: [{ ...CDN, status: 'Deployed' }] }) },
      ['do', 'no deployment'],
    ],
    ['a failed deployment', { stored: bound('Failed') }, ['do', 'Failed']],
    ['a deployment under way', { stored: bound('Deploying') }, ['do', 'Deploying']],
    ['what is deployed and served', { stored: bound('Deployed') }, ['skip', 'every address']],
    ['one stale address', { served: endpointVerdict({}, other) }, ['do', '203.0.113.2:443 does not']],
    [
      'two stale addresses',
      { served: endpointVerdict(other, other) },
      ['do', '203.0.113.1:443, 203.0.113.2:443 do not'],
    ],
    ['an address that refuses', { served: endpointVerdict({}, refused) }, ['do', '203.0.113.2:443']],
    [
      'an address that cannot be looked at, while CAS says Deployed',
      { served: endpointVerdict({}, timedOut) },
      ['skip', 'CAS reports Deployed'],
    ],
    [
      'an address that cannot be looked at, while CAS says nothing of the kind',
      { served: endpointVerdict({}, timedOut), stored: storedCertificate({ status: 'Issued' }) },
      ['do', '203.0.113.2:443'],
    ],
    [
      'no address at all, while CAS says Deployed',
      { served: endpointVerdict() },
      ['skip', 'CAS reports Deployed'],
    ],
    [
      'no address at all, while CAS says Issued',
      { served: endpointVerdict(), stored: storedCertificate({ status: 'Issued' }) },
      ['do', 'CAS reports Issued'],
    ],
    [
      'a leaf that nobody knows, which CAS says is Issued',
      { intendedLeaf: undefined, stored: storedCertificate({ status: 'Issued' }) },
      ['do', 'CAS reports Issued'],
    ],
    [
      'a leaf that nobody knows, which CAS says is Deployed',
      { intendedLeaf: undefined },
      ['skip', 'CAS reports'],
    ],
    [
      'a chain of which CAS holds more than is served',
      { served: endpointVerdict(leafOnly), stored: storedCertificate({ chainLength: 2 }) },
      ['do', 'more of the chain'],
    ],
    [
      'a chain of which CAS holds no more than is served',
      {
        served: endpointVerdict(leafOnly),
        stored: storedCertificate({ chainLength: 1 }),
        bundleLength: undefined,
      },
      ['skip', 'every address'],
    ],
  ])('judges %s', (_name, changes, [decision, says]) => {
    const [deploy] = planEndpoint(evidence(changes)).deploys;
    expect(deploy).toMatchObject({ decision, reason: expect.stringContaining(says) });
  });

  it('judges each target by itself', () => {
    const endpoint = endpointConfig({ ingress: [SLB, CDN] });
    const { deploys } = planEndpoint(evidence({ endpoint, stored: bound('Deployed') }));
    expect(deploys.map(({ decision }) => decision)).toEqual(['skip', 'do']);
  });
});

describe('mapping', () => {
  it.each<Row>([
    ['the row that names it', {}, ['skip', 'cert-8a9b2c']],
    ['no row', { mapped: undefined }, ['do', 'rec.example.com:443']],
    ['a row that names another', { mapped: { ...ROW, certificateId: 'cert-1' } }, ['do', 'cert-1']],
    ['a row while there is no certificate yet', { stored: undefined }, ['do', 'cert-8a9b2c']],
  ])('judges %s', (_name, changes, [decision, says]) => {
    const { map } = planEndpoint(evidence(changes));
    expect(map).toMatchObject({ decision, reason: expect.stringContaining(says) });
  });
});

describe('remediation', () => {
  it.each<Row>([
    ['a complete chain', {}, ['skip', 'complete']],
    ['an incomplete one', { served: endpointVerdict({}, leafOnly) }, ['do', '203.0.113.2:443 serves']],
    ['two', { served: endpointVerdict(leafOnly, leafOnly) }, ['do', '203.0.113.2:443 serve ']],
    [
      'an incomplete one that deploying may mend',
      { served: endpointVerdict(leafOnly), stored: storedCertificate({ chainLength: 2 }) },
      ['skip', 'once the deployment is verified'],
    ],
  ])('judges %s', (_name, changes, [decision, says]) => {
    const { remediate } = planEndpoint(evidence(changes));
    expect(remediate).toMatchObject({ decision, reason: expect.stringContaining(says) });
  });
});
