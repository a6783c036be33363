import { describe, expect, it } from 'vitest';
import { parsePrivateKey } from '../../src/certificates/keys/parse-private-key.ts';
import { findSmallestBundle } from '../../src/certificates/paths/smallest-bundle.ts';
import { checkMaterial } from '../../src/deployment/check-material.ts';
import type { Help } from '../../src/endpoints/findings/evidence.ts';
import type { Material } from '../../src/deployment/material.ts';
import type { LeafRequest } from '../../src/emulator/authority.ts';
import { Secret } from '../../src/errors/secret.ts';
import { endpointConfig, issueFull, NOW, trustIn, rootCertificate } from '../support/deployment.ts';

const trust = trustIn(rootCertificate);
const FILE = '/certs/rec.pem';
const KEY_LINE = { file: 'airec-https.yml', line: 8 };

interface Case {
  readonly request?: LeafRequest;
  /** The intermediate is not in the file. */
  readonly leafOnly?: boolean;
  /** What was fetched: the intermediate, when an address is given. */
  readonly help?: Partial<Help>;
  readonly foreignKey?: boolean;
}

function check({ request, leafOnly = false, help, foreignKey = false }: Case) {
  const { leaf, intermediate, keyPem } = issueFull(request);
  const key = parsePrivateKey(new Secret(foreignKey ? issueFull().keyPem : keyPem), 'key');
  const material: Material = {
    file: FILE,
    leaf,
    certificates: leafOnly ? [leaf] : [leaf, intermediate],
    key,
  };
  const candidates = leafOnly && !help?.fetched ? [] : [intermediate];
  const endpoint = endpointConfig();
  const query = { leaf, candidates, clients: endpoint.clients, domain: undefined };
  const smallest = findSmallestBundle({ ...query, terms: { trust, time: NOW } });
  const fetched = help && { intermediates: [], fetched: [], problems: [], ...help };
  return checkMaterial(material, { smallest, help: fetched }, { endpoint, trust, time: NOW });
}

describe('material', () => {
  it('that may be deployed gives no finding', () => {
    expect(check({})).toEqual([]);
  });

  it.each<[string, Case, object]>([
    ['a foreign key', { foreignKey: true }, { id: 'key-mismatch', severity: 'error', location: KEY_LINE }],
    [
      'another name',
      { request: { names: ['www.example.com'] } },
      { id: 'hostname-mismatch', severity: 'error', location: { file: FILE, line: 1 } },
    ],
    [
      'an expired leaf',
      { request: { names: ['rec.example.com'], notAfter: new Date('2026-05-31T12:00:00Z') } },
      { id: 'expired-leaf', severity: 'error', location: { file: FILE, line: 1 } },
    ],
    [
      'a leaf of the future',
      { request: { names: ['rec.example.com'], notBefore: new Date('2026-06-02T12:00:00Z') } },
      { id: 'not-yet-valid', severity: 'error', location: { file: FILE, line: 1 } },
    ],
    [
      'an issuer that could not be found',
      { leafOnly: true, help: { problems: ['http://a.example/i.cer answers 404'] } },
      { id: 'missing-intermediate', severity: 'error', problem: expect.stringContaining('answers 404') },
    ],
    [
      'an issuer that had to be fetched',
      { leafOnly: true, help: { fetched: ['http://a.example/i.cer'] } },
      {
        id: 'incomplete-chain',
        severity: 'warning',
        problem: expect.stringContaining('http://a.example/i.cer'),
      },
    ],
  ])('with %s gives one finding', (_name, given, finding) => {
    expect(check(given)).toEqual([expect.objectContaining(finding)]);
  });

  it('gives every finding at once', () => {
    const findings = check({ foreignKey: true, leafOnly: true, request: { names: ['www.example.com'] } });
    expect(findings.map(({ id }) => id)).toEqual([
      'key-mismatch',
      'missing-intermediate',
      'hostname-mismatch',
    ]);
  });
});
