import { describe, expect, it } from 'vitest';
import type { Refusal } from '../../src/certificates/clients/refusal.ts';
import { CLIENT_NAMES, type ClientName } from '../../src/config/config.ts';
import { judgeClients } from '../../src/endpoints/client-verdicts.ts';
import type { Finding } from '../../src/endpoints/finding.ts';
import type { ServedTo } from '../../src/endpoints/findings/evidence.ts';
import { addressVerdict, endpointVerdict, failed, issueFull } from '../support/deployment.ts';

const { leaf } = issueFull();
const DOMAIN = 'rec.example.com';
const missing: Refusal = {
  code: 'unknown-issuer',
  certificate: leaf,
  issuer: leaf.issuer,
  caIssuersUrls: leaf.caIssuersUrls,
  receivedRoots: [],
};

function servedTo(client: ClientName, refusals: readonly Refusal[], byLuck = false): ServedTo {
  return { client, judgement: { accepts: refusals.length === 0, refusals, path: [leaf] }, byLuck };
}

const closed: Finding = { id: 'connection-refused', severity: 'error', problem: 'closed', help: 'open it' };
const well = addressVerdict({ clients: CLIENT_NAMES.map((client) => servedTo(client, [])) });
const bare = addressVerdict({
  accepted: false,
  clients: CLIENT_NAMES.map((client) => servedTo(client, [missing], client === 'chrome')),
});
const shut = addressVerdict({ tls: failed('connect', 'refused'), accepted: false, findings: [closed] });
const unseen = addressVerdict({ accepted: undefined });

describe('clients', () => {
  it('accept what every address serves well', () => {
    const verdicts = judgeClients(endpointVerdict(well, well), CLIENT_NAMES, DOMAIN);
    expect(verdicts.map(({ accepts, byLuck }) => [accepts, byLuck])).toEqual(
      CLIENT_NAMES.map(() => [true, false]),
    );
  });

  it('refuse what one address serves badly, in their own words, unless they are lucky', () => {
    expect(judgeClients(endpointVerdict(well, bare), ['chrome', 'java'], DOMAIN)).toEqual([
      { client: 'chrome', accepts: true, byLuck: true, error: 'NET::ERR_CERT_AUTHORITY_INVALID' },
      { client: 'java', accepts: false, byLuck: false, error: expect.stringMatching(/^PKIX path building/) },
    ]);
  });

  it('refuse an address that does not answer, in words of their own or for the problem itself', () => {
    expect(judgeClients(endpointVerdict(shut), ['chrome', 'android'], DOMAIN)).toEqual([
      { client: 'chrome', accepts: false, byLuck: false, error: 'ERR_CONNECTION_REFUSED' },
      { client: 'android', accepts: false, byLuck: false, error: 'closed' },
    ]);
  });

  it('are not judged by what could not be seen', () => {
    expect(judgeClients(endpointVerdict(well, unseen), ['chrome'], DOMAIN)).toMatchObject([
      { accepts: undefined, byLuck: false },
    ]);
    expect(judgeClients(endpointVerdict(), ['chrome'], DOMAIN)).toMatchObject([{ accepts: undefined }]);
  });
});
