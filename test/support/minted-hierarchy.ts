import { createServer } from 'node:http';
import { implicit, objectIdentifier, sequence } from '../../src/emulator/der-writer.ts';
import { type Deviation, extension, type Minted, mint, name, validity } from './minter.ts';
import { listen } from './servers.ts';

/** Valid whenever the tests run, and due for renewal in none of them. */
const ALWAYS = validity('2020-01-01', '2049-12-31');
const CA_ISSUERS = '1.3.6.1.5.5.7.48.2';
const AIA = '1.3.6.1.5.5.7.1.1';

/** A CA's certificate; without an issuer, a root. */
export function authority(commonName: string, issuer?: Minted, deviation: Deviation = {}): Minted {
  const own = { kind: 'ca', subject: name(commonName), validity: ALWAYS } as const;
  return mint({ ...own, ...(issuer ? { issuer } : {}), ...deviation });
}

/** Another certificate for the name and the key of `subject`, by another CA. */
export function crossSign(subject: Minted, issuer: Minted, deviation: Deviation = {}): Minted {
  return mint({
    kind: 'ca',
    subject: subject.subject,
    keys: subject.keys,
    issuer,
    validity: ALWAYS,
    ...deviation,
  });
}

/** A server's certificate for rec.example.com; without an issuer, it signs itself. */
export function server(issuer?: Minted, deviation: Deviation = {}): Minted {
  return mint({ ...(issuer ? { issuer } : {}), validity: ALWAYS, ...deviation });
}

/** authorityInfoAccess with these caIssuers, as an extension by its OID. */
export function issuersAt(...urls: readonly string[]): Readonly<Record<string, Buffer>> {
  const descriptions = urls.map((url) =>
    sequence(objectIdentifier(CA_ISSUERS), implicit(6, Buffer.from(url))),
  );
  return { [AIA]: extension(AIA, sequence(...descriptions)) };
}

/** An HTTP server on loopback that publishes certificates; what it does not have is not found. */
export async function publish(certificates: ReadonlyMap<string, Minted>): Promise<string> {
  const { port } = await listen(
    createServer(({ url = '' }, response) => {
      const found = certificates.get(url);
      response.writeHead(found ? 200 : 404).end(found?.certificate.der);
    }),
  );
  return `http://127.0.0.1:${port}`;
}
