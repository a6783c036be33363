import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import * as extensions from './certificate-extensions.ts';
import { certificatePem, issueCertificate } from './issue-certificate.ts';

const DAY_MS = 86_400_000;
/** Clocks of clients may run behind. */
const BACKDATE_MS = 3_600_000;
const LEAF_DAYS = 199;
/** ub-common-name (RFC 5280 appendix A.1). */
const LONGEST_COMMON_NAME = 64;

/** A CA certificate with its key. */
interface Issuer {
  readonly name: string;
  readonly key: KeyObject;
  readonly publicKey: KeyObject;
  readonly der: Buffer;
  readonly pem: string;
  /** caIssuers URL that leads to this certificate. */
  readonly url: string;
}

interface IntermediateRequest {
  readonly url: string;
  readonly slug: string;
  readonly now: Date;
}

/** An intermediate that can issue leaves. */
export type Intermediate = Pick<Issuer, 'name' | 'pem' | 'der' | 'url'>;

export interface LeafRequest {
  /** dNSName entries; the first is the common name too when it is short enough. */
  readonly names: readonly [string, ...string[]];
  /** One alone is enough: the other then lies 199 days away. Neither: valid from an hour ago. */
  readonly notBefore?: Date;
  readonly notAfter?: Date;
  /** RSA keys take their time; `ec`, P-256, by default. */
  readonly keyType?: 'ec' | 'rsa';
  /** Made by `addIntermediate` of the same authority; the first intermediate by default. */
  readonly issuer?: Intermediate;
}

/** All PEM. */
export interface IssuedCertificate {
  readonly leafPem: string;
  /** Leaf, then its intermediate. */
  readonly bundlePem: string;
  /** Leaf, intermediate, root. */
  readonly fullChainPem: string;
  /** PKCS#8. */
  readonly keyPem: string;
}

/** A certification authority that nobody trusts but who takes `rootPem` as an anchor. */
export interface Authority {
  readonly rootPem: string;
  readonly intermediate: Intermediate;
  /** `slug` names it in its AIA path and in its common name. */
  addIntermediate(slug: string): Intermediate;
  issue(request: LeafRequest): IssuedCertificate;
  /** DER of the CA certificate that AIA publishes at `url`; undefined when there is none. */
  published(url: string): Buffer | undefined;
}

/** Makes root and intermediate anew. `aiaBase`: where AIA is served, such as `http://127.0.0.1:8080/aia`. */
export function createAuthority(aiaBase: string, now: () => Date): Authority {
  const root = createRoot(`${aiaBase}/root.cer`, now());
  const issuers = new Map<string, Issuer>([[root.url, root]]);
  function addIntermediate(slug: string): Issuer {
    const issuer = createIntermediate(root, { url: `${aiaBase}/${slug}.cer`, slug, now: now() });
    issuers.set(issuer.url, issuer);
    return issuer;
  }
  const first = addIntermediate('intermediate');
  return {
    rootPem: root.pem,
    intermediate: first,
    addIntermediate,
    issue(request) {
      const issuer = issuers.get(request.issuer?.url ?? first.url) ?? first;
      const { leafPem, keyPem } = issueLeaf(issuer, request, now());
      const bundlePem = leafPem + issuer.pem;
      return { leafPem, bundlePem, fullChainPem: bundlePem + root.pem, keyPem };
    },
    published: (url) => issuers.get(url)?.der,
  };
}

function createRoot(url: string, now: Date): Issuer {
  const name = 'airec-https emulator root';
  const { privateKey, publicKey } = ecKeyPair();
  const der = issueCertificate(
    {
      subject: name,
      issuer: name,
      notBefore: new Date(now.getTime() - DAY_MS),
      notAfter: new Date(now.getTime() + 3650 * DAY_MS),
      publicKey,
      extensions: [
        extensions.certificateAuthority(undefined),
        extensions.keyUsage(extensions.KEY_USAGE.keyCertSign, extensions.KEY_USAGE.cRLSign),
        extensions.subjectKeyIdentifier(publicKey),
      ],
    },
    privateKey,
  );
  return { name, key: privateKey, publicKey, der, pem: certificatePem(der), url };
}

function createIntermediate(root: Issuer, { url, slug, now }: IntermediateRequest): Issuer {
  const name = `airec-https emulator ${slug}`;
  const { privateKey, publicKey } = ecKeyPair();
  const der = issueCertificate(
    {
      subject: name,
      issuer: root.name,
      notBefore: new Date(now.getTime() - DAY_MS),
      notAfter: new Date(now.getTime() + 1095 * DAY_MS),
      publicKey,
      extensions: [
        extensions.certificateAuthority(0),
        extensions.keyUsage(extensions.KEY_USAGE.keyCertSign, extensions.KEY_USAGE.cRLSign),
        extensions.serverAuthentication(),
        extensions.subjectKeyIdentifier(publicKey),
        extensions.authorityKeyIdentifier(root.publicKey),
        extensions.domainValidated(),
        extensions.caIssuers(root.url),
      ],
    },
    root.key,
  );
  return { name, key: privateKey, publicKey, der, pem: certificatePem(der), url };
}

function issueLeaf(issuer: Issuer, request: LeafRequest, now: Date): { leafPem: string; keyPem: string } {
  const rsa = request.keyType === 'rsa';
  const { privateKey, publicKey } = rsa ? generateKeyPairSync('rsa', { modulusLength: 2048 }) : ecKeyPair();
  const [domain] = request.names;
  const subject = domain.length <= LONGEST_COMMON_NAME ? domain : undefined;
  const usage = extensions.KEY_USAGE;
  const der = issueCertificate(
    {
      subject,
      issuer: issuer.name,
      ...validity(request, now),
      publicKey,
      extensions: [
        extensions.endEntity(),
        extensions.keyUsage(usage.digitalSignature, ...(rsa ? [usage.keyEncipherment] : [])),
        extensions.serverAuthentication(),
        extensions.subjectKeyIdentifier(publicKey),
        extensions.authorityKeyIdentifier(issuer.publicKey),
        extensions.subjectAlternativeName(request.names, subject === undefined),
        extensions.domainValidated(),
        extensions.caIssuers(issuer.url),
      ],
    },
    issuer.key,
  );
  const keyPem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  return { leafPem: certificatePem(der), keyPem };
}

/** Both ends are inclusive (RFC 5280 §4.1.2.5), hence the second less. */
function validity(request: LeafRequest, now: Date): { notBefore: Date; notAfter: Date } {
  const spanMs = LEAF_DAYS * DAY_MS - 1000;
  const { notAfter } = request;
  const notBefore =
    request.notBefore ??
    (notAfter ? new Date(notAfter.getTime() - spanMs) : new Date(now.getTime() - BACKDATE_MS));
  return { notBefore, notAfter: notAfter ?? new Date(notBefore.getTime() + spanMs) };
}

function ecKeyPair(): { privateKey: KeyObject; publicKey: KeyObject } {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' });
}
