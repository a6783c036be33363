import { refuse, succeed, type CasAnswer, type Refusal } from '../cas-answer.ts';
import type { CallParameters } from '../cas-call.ts';
import type { CertificateRecord, Cloud } from '../cloud.ts';
import { addCertificate, pollsFor } from '../lifecycle.ts';
import { invalid, isRefusal, required } from '../parameters.ts';
import { hostNames, leafOnly, readCertificates, readPrivateKey } from '../pem-material.ts';

const LONGEST_NAME = 64;
/** A host name of two labels or more, also behind a wildcard label (RFC 1123 §2.1, RFC 6125 §6.4.3). */
const DOMAIN = /^(?=.{1,253}$)(?:\*\.)?(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/i;

type Material = Pick<CertificateRecord, 'name' | 'source' | 'domain' | 'leaf' | 'chainPem' | 'keyPem'>;

/** Two forms: a request for a DV certificate (DomainName, CertType), and an upload (Name, Cert, Key). */
export function createCertificate(cloud: Cloud, parameters: CallParameters): CasAnswer {
  const requested = parameters.has('DomainName') || parameters.has('CertType');
  const material = requested ? issue(cloud, parameters) : readUpload(cloud, parameters);
  if (isRefusal(material)) return material;
  const stripped = cloud.faults.take('leaf-only') !== undefined;
  const chainPem = stripped ? leafOnly(material.leaf) : material.chainPem;
  const polls = requested ? pollsFor(cloud, 'CreateCertificate') : 0;
  const record = addCertificate(cloud, { ...material, chainPem }, polls);
  return succeed({ CertId: record.id });
}

function issue(cloud: Cloud, parameters: CallParameters): Material | Refusal {
  const given = required(parameters, ['DomainName', 'CertType']);
  if (isRefusal(given)) return given;
  if (given.CertType !== 'DV') return invalid('CertType', 'DV');
  if (!DOMAIN.test(given.DomainName)) return invalid('DomainName', 'a host name');
  const domain = given.DomainName.toLowerCase();
  const { bundlePem, keyPem } = cloud.authority.issue({ names: [domain] });
  const chain = readCertificates(bundlePem);
  if (!chain) return refuse('InternalError', 'The issued certificate cannot be read.');
  const name = `${domain}-${cloud.certificates.length + 1}`;
  return { name, source: 'request', domain, leaf: chain[0], chainPem: bundlePem, keyPem };
}

function readUpload(cloud: Cloud, parameters: CallParameters): Material | Refusal {
  const given = required(parameters, ['Name', 'Cert', 'Key']);
  if (isRefusal(given)) return given;
  const { Name: name, Cert: chainPem, Key: keyPem } = given;
  if (name.length > LONGEST_NAME) return invalid('Name', `at most ${LONGEST_NAME} characters`);
  const chain = readCertificates(chainPem);
  if (!chain) return invalid('Cert', 'one or more certificates in PEM');
  const key = readPrivateKey(keyPem);
  if (!key) return refuse('PrivateKeyFormatException', 'Key must be an unencrypted private key in PEM.');
  if (!chain[0].checkPrivateKey(key)) {
    return refuse('NotMatch.CertificateAndPrivateKey', 'Key does not belong to the first certificate.');
  }
  const domain = hostNames(chain[0])[0];
  if (domain === undefined) return invalid('Cert', 'a certificate for a host name');
  if (cloud.certificates.some((other) => other.name === name)) {
    return refuse('NameRepeat', `A certificate with this name exists: ${name}.`);
  }
  return { name, source: 'upload', domain, leaf: chain[0], chainPem, keyPem };
}
