import { afterAll, describe, expect, it } from 'vitest';
import { toPem } from '../../../src/certificates/pem.ts';
import { requestHttp } from '../../../src/endpoints/network/request-http.ts';
import { createTlsObserver } from '../../../src/endpoints/tls/observe-tls.ts';
import { ROOT } from '../../support/defective-chains.ts';
import { authority, server } from '../../support/minted-hierarchy.ts';
import { newKeys } from '../../support/minter.ts';
import { serveCase } from '../../support/served-case.ts';
import { closeServers } from '../../support/servers.ts';

afterAll(closeServers);

const DOMAIN = 'rec.example.com';

describe('an intermediate on secp256k1', () => {
  const koblitz = authority('Koblitz', ROOT, { keys: newKeys('secp256k1') });

  // Node 24 dies of making an object of such a certificate, which it does for every peer whose chain it has accepted.
  it('does no harm to whoever looks at the server', async () => {
    const port = await serveCase([server(koblitz), koblitz]);
    const address = { ip: '127.0.0.1', port, source: 'pin' } as const;
    const trustAnchors = [toPem([ROOT.certificate])];
    const observe = createTlsObserver({ trustAnchors, privateNetworks: true, timeoutMs: 5000 });
    expect(await observe({ domain: DOMAIN, address })).toMatchObject({ kind: 'handshake' });
    const target = {
      domain: DOMAIN,
      port,
      address,
      method: 'GET',
      path: '/',
      privateNetworks: true,
    } as const;
    expect(await requestHttp(target, { timeoutMs: 5000 })).toMatchObject({ kind: 'response', status: 200 });
  });
});
