import { describe, expect, it } from 'vitest';
import { CLIENT_NAMES } from '../../src/config/config.ts';
import { judgeClients } from '../../src/endpoints/client-verdicts.ts';
import type { Finding } from '../../src/endpoints/finding.ts';
import { addressVerdict, endpointVerdict, issueFull } from '../support/deployment.ts';

const { leaf } = issueFull();
const missing: Finding = {
  id: 'missing-intermediate',
  severity: 'error',
  problem: 'the issuer is not sent',
  help: 'send it',
  clientWords: ['chrome: NET::ERR_CERT_AUTHORITY_INVALID', 'java: PKIX path building failed'],
};
const mismatch: Finding = {
  id: 'hostname-mismatch',
  severity: 'error',
  problem: 'other name',
  help: 'rename',
};
const well = addressVerdict({ accepted: true });
const bare = addressVerdict({ accepted: false, incompleteAt: leaf, findings: [missing] });
const misnamed = addressVerdict({ accepted: false, incompleteAt: leaf, findings: [missing, mismatch] });
const unseen = addressVerdict({ accepted: undefined });

describe('clients', () => {
  it('accept what every address serves well', () => {
    const verdicts = judgeClients(endpointVerdict(well, well), CLIENT_NAMES, false);
    expect(verdicts.map(({ accepts, byLuck }) => [accepts, byLuck])).toEqual(
      CLIENT_NAMES.map(() => [true, false]),
    );
  });

  it('refuse what one address serves badly, in their own words', () => {
    expect(judgeClients(endpointVerdict(well, bare), ['chrome', 'java', 'openssl'], false)).toEqual([
      { client: 'chrome', accepts: false, byLuck: false, error: 'NET::ERR_CERT_AUTHORITY_INVALID' },
      { client: 'java', accepts: false, byLuck: false, error: 'PKIX path building failed' },
      { client: 'openssl', accepts: false, byLuck: false, error: 'the issuer is not sent' },
    ]);
  });

  it('are lucky when they fetch the one thing that is missing', () => {
    expect(judgeClients(endpointVerdict(bare), ['chrome', 'java'], true)).toMatchObject([
      { client: 'chrome', accepts: true, byLuck: true, error: 'NET::ERR_CERT_AUTHORITY_INVALID' },
      { client: 'java', accepts: false, byLuck: false },
    ]);
  });

  it('are not lucky when something else is wrong too', () => {
    expect(judgeClients(endpointVerdict(misnamed), ['chrome'], true)).toMatchObject([
      { accepts: false, byLuck: false },
    ]);
  });

  it('are not judged by what could not be seen', () => {
    expect(judgeClients(endpointVerdict(well, unseen), ['chrome'], false)).toMatchObject([
      { accepts: undefined, byLuck: false },
    ]);
    expect(judgeClients(endpointVerdict(), ['chrome'], false)).toMatchObject([{ accepts: undefined }]);
  });
});
