import { createHash, createPrivateKey, X509Certificate } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAuthority } from '../../src/emulator/authority.ts';
import { startEmulator, type Emulator } from '../../src/emulator/emulator.ts';
import { casClient, type CallCas } from '../support/emulated-cas.ts';
import { certificatesSent } from '../support/openssl-command.ts';

const TARGET = { TargetType: 'SLB', InstanceId: 'lb-ai-rec-01' };
const DAY_MS = 86_400_000;

let emulator: Emulator;
let call: CallCas;
beforeEach(async () => {
  emulator = await startEmulator();
  call = casClient(emulator);
});
afterEach(() => emulator.close());

function upload(name = 'rec', names: [string, ...string[]] = ['rec.example.com'], notAfter?: Date) {
  const issued = emulator.authority.issue({ names, ...(notAfter ? { notAfter } : {}) });
  const parameters = { Name: name, Cert: issued.bundlePem, Key: issued.keyPem };
  return { issued, parameters };
}

async function stored(parameters: Readonly<Record<string, string>>): Promise<string> {
  const { body } = await call('CreateCertificate', parameters);
  return String(body['CertId']);
}

async function statuses(CertId: string, polls: number): Promise<unknown[]> {
  const seen: unknown[] = [];
  for (let poll = 0; poll < polls; poll += 1) {
    seen.push((await call('DescribeCertificateStatus', { CertId }, 'GET')).body['Status']);
  }
  return seen;
}

describe('CreateCertificate', () => {
  it('issues a DV certificate that is Issuing first', async () => {
    const { body } = await call('CreateCertificate', { DomainName: 'rec.example.com', CertType: 'DV' });
    expect(body).toEqual({
      RequestId: expect.any(String),
      CertId: expect.stringMatching(/^cert-[0-9a-f]{6}$/),
    });
    expect(await statuses(String(body['CertId']), 3)).toEqual(['Issuing', 'Issued', 'Issued']);
  });

  it('keeps an upload as it was given', async () => {
    const { issued, parameters } = upload();
    const CertId = await stored(parameters);
    const { body } = await call('DescribeCertificateStatus', { CertId });
    expect(body).toMatchObject({ CertId, Status: 'Issued', DomainName: 'rec.example.com', ChainLength: 2 });
    expect(body['Sha2']).toBe(
      createHash('sha256').update(new X509Certificate(issued.leafPem).raw).digest('hex').toUpperCase(),
    );
    expect(emulator.certificates[0]?.chainPem).toBe(issued.bundlePem);
  });

  it.each<
    [string, (parameters: Readonly<Record<string, string>>) => Readonly<Record<string, string>>, string]
  >([
    ['no domain', () => ({ CertType: 'DV' }), 'MissingParameter.DomainName'],
    ['another type', () => ({ DomainName: 'rec.example.com', CertType: 'EV' }), 'InvalidParameter.CertType'],
    ['an address', () => ({ DomainName: '192.0.2.1', CertType: 'DV' }), 'InvalidParameter.DomainName'],
    [
      'a name with a newline',
      () => ({ DomainName: 'a.com\n', CertType: 'DV' }),
      'InvalidParameter.DomainName',
    ],
    ['nothing', () => ({}), 'MissingParameter.Name'],
    ['no key', ({ Name = '', Cert = '' }) => ({ Name, Cert }), 'MissingParameter.Key'],
    ['a long name', (given) => ({ ...given, Name: 'n'.repeat(65) }), 'InvalidParameter.Name'],
    ['no PEM', (given) => ({ ...given, Cert: 'certificate' }), 'InvalidParameter.Cert'],
    [
      'broken PEM',
      (given) => ({ ...given, Cert: given['Cert']?.replace('MII', 'AAA') ?? '' }),
      'InvalidParameter.Cert',
    ],
    ['a broken key', (given) => ({ ...given, Key: 'key' }), 'PrivateKeyFormatException'],
    [
      'an encrypted key',
      (given) => ({ ...given, Key: encrypted(given['Key'] ?? '') }),
      'PrivateKeyFormatException',
    ],
    [
      'another key',
      (given) => ({ ...given, Key: emulator.authority.issue({ names: ['a.example'] }).keyPem }),
      'NotMatch.CertificateAndPrivateKey',
    ],
    [
      'the intermediate first',
      (given) => ({ ...given, Cert: emulator.authority.intermediate.pem + given['Cert'] }),
      'NotMatch.CertificateAndPrivateKey',
    ],
  ])('refuses %s', async (_, change, code) => {
    const reply = await call('CreateCertificate', change(upload().parameters));
    expect(reply).toMatchObject({ code, status: 400 });
    expect(emulator.certificates).toEqual([]);
  });

  it('refuses a name twice, even with the same material', async () => {
    const { parameters } = upload();
    await stored(parameters);
    expect(await call('CreateCertificate', parameters)).toMatchObject({ code: 'NameRepeat' });
    expect(emulator.certificates).toHaveLength(1);
  });

  it('records what was asked without key material', async () => {
    const { parameters } = upload();
    await stored(parameters);
    expect(emulator.calls).toEqual([
      {
        action: 'CreateCertificate',
        method: 'POST',
        parameters: { Name: 'rec', Cert: parameters.Cert },
        rawUrl: '/',
        outcome: 'OK',
      },
    ]);
    expect(JSON.stringify([emulator.calls, emulator.certificates])).not.toContain('PRIVATE KEY');
  });
});

describe('DeployCertificate', () => {
  it('changes the edges when the status becomes Deployed, not before', async () => {
    const { issued, parameters } = upload();
    const CertId = await stored(parameters);
    const [edge] = emulator.edges('lb-ai-rec-01');
    if (!edge) throw new Error('no edge');
    expect((await call('DeployCertificate', { CertId, ...TARGET })).body).toMatchObject({
      Status: 'Deploying',
    });
    expect(await statuses(CertId, 2)).toEqual(['Deploying', 'Deploying']);
    expect(await certificatesSent(edge, 'rec.example.com')).toEqual([]);
    expect(await statuses(CertId, 1)).toEqual(['Deployed']);
    for (const address of emulator.edges('lb-ai-rec-01')) {
      expect((await certificatesSent(address, 'rec.example.com')).join('')).toBe(issued.bundlePem);
    }
  });

  it('takes over from the certificate that was bound for the same domain', async () => {
    const older = await stored(upload('older').parameters);
    const newer = await stored(upload('newer').parameters);
    for (const CertId of [older, newer]) {
      await call('DeployCertificate', { CertId, ...TARGET });
      expect(await statuses(CertId, 3)).toContain('Deployed');
    }
    expect((await call('DescribeCertificateStatus', { CertId: older })).body).toMatchObject({
      Status: 'Issued',
      Deployments: [],
    });
  });

  it.each<[string, Readonly<Record<string, string>>, string, number]>([
    ['an unknown certificate', { CertId: 'cert-000000', ...TARGET }, 'NotFound', 404],
    [
      'an unknown type',
      { TargetType: 'ECS', InstanceId: 'lb-ai-rec-01' },
      'InvalidParameter.TargetType',
      400,
    ],
    ['an unknown SLB', { TargetType: 'SLB', InstanceId: 'lb-x' }, 'InvalidLoadBalancerId.NotFound', 404],
    ['an SLB as CDN', { TargetType: 'CDN', InstanceId: 'lb-ai-rec-01' }, 'InvalidDomain.NotFound', 404],
    ['an unknown gateway', { TargetType: 'API_GATEWAY', InstanceId: 'g' }, 'NotFoundApiGroup', 404],
    ['no instance', { TargetType: 'SLB' }, 'MissingParameter.InstanceId', 400],
  ])('refuses %s', async (...[, parameters, code, status]) => {
    const CertId = await stored(upload().parameters);
    expect(await call('DeployCertificate', { CertId, ...parameters })).toMatchObject({ code, status });
  });

  it('refuses a certificate that is still Issuing', async () => {
    const CertId = await stored({ DomainName: 'rec.example.com', CertType: 'DV' });
    const reply = await call('DeployCertificate', { CertId, ...TARGET });
    expect(reply).toMatchObject({ code: 'OperationDenied.StatusNotSupport' });
  });
});

describe('DiagnoseCertificate', () => {
  const CHECK = { CheckType: 'chain_validation', Client: 'chrome' };

  it.each<[string, (leaf: string) => readonly string[], 'passed' | 'failed']>([
    ['leaf and intermediate', (leaf) => [leaf, emulator.authority.intermediate.pem], 'passed'],
    ['the root too', (leaf) => [leaf, emulator.authority.intermediate.pem, emulator.rootPem], 'passed'],
    ['the leaf alone', (leaf) => [leaf], 'failed'],
    ['leaf and root', (leaf) => [leaf, emulator.rootPem], 'failed'],
    ['a wrong intermediate', (leaf) => [leaf, emulator.authority.addIntermediate('other').pem], 'failed'],
    ['an impostor of the intermediate', (leaf) => [leaf, impostor()], 'failed'],
  ])('validates %s', async (_, chain, result) => {
    const { issued, parameters } = upload();
    const CertId = await stored({ ...parameters, Cert: chain(issued.leafPem).join('') });
    const { body } = await call('DiagnoseCertificate', { CertId, ...CHECK });
    const problem = {
      Code: 'ERR_CERT_AUTHORITY_INVALID',
      Message: 'missing intermediate: CN=airec-https emulator intermediate',
    };
    expect(body).toMatchObject({ CertId, Result: result, Problems: result === 'failed' ? [problem] : [] });
  });

  it('finds an expired leaf', async () => {
    const { parameters } = upload('old', ['rec.example.com'], new Date(Date.now() - DAY_MS));
    const { body } = await call('DiagnoseCertificate', { CertId: await stored(parameters), ...CHECK });
    expect(body).toMatchObject({ Result: 'failed', Problems: [{ Code: 'ERR_CERT_DATE_INVALID' }] });
  });

  it.each([
    [{ ...CHECK, CheckType: 'everything' }, 'InvalidParameter.CheckType'],
    [{ ...CHECK, Client: 'netscape' }, 'InvalidParameter.Client'],
  ])('refuses %o', async (parameters, code) => {
    const CertId = await stored(upload().parameters);
    expect(await call('DiagnoseCertificate', { CertId, ...parameters })).toMatchObject({ code });
  });
});

describe('UpdateCertificate', () => {
  it('replaces the stored chain, which is served after the next deployment only', async () => {
    const { issued, parameters } = upload();
    const CertId = await stored({ ...parameters, Cert: issued.leafPem });
    const [edge] = emulator.edges('lb-ai-rec-01');
    if (!edge) throw new Error('no edge');
    await call('DeployCertificate', { CertId, ...TARGET });
    await statuses(CertId, 3);
    const reply = await call('UpdateCertificate', { CertId, PEMChain: issued.fullChainPem }, 'PUT');
    expect(reply.body).toEqual({ RequestId: expect.any(String), CertId });
    expect(await statuses(CertId, 1)).toEqual(['Issued']);
    expect((await certificatesSent(edge, 'rec.example.com')).join('')).toBe(issued.leafPem);
    await call('DeployCertificate', { CertId, ...TARGET });
    expect(await statuses(CertId, 3)).toEqual(['Deploying', 'Deploying', 'Deployed']);
    expect((await certificatesSent(edge, 'rec.example.com')).join('')).toBe(issued.fullChainPem);
  });

  it.each<[string, string, string]>([
    ['no PEM', 'chain', 'InvalidParameter.PEMChain'],
    ['a leaf with another key', impostor(), 'NotMatch.CertificateAndPrivateKey'],
  ])('refuses %s', async (_, PEMChain, code) => {
    const CertId = await stored(upload().parameters);
    expect(await call('UpdateCertificate', { CertId, PEMChain }, 'PUT')).toMatchObject({ code });
  });
});

/** Same name as the emulator's intermediate, another key. */
function impostor(): string {
  return createAuthority('http://127.0.0.1:9/aia', () => new Date()).intermediate.pem;
}

function encrypted(keyPem: string): string {
  return createPrivateKey(keyPem)
    .export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'pass' })
    .toString();
}
