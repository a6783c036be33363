import { refuse, succeed, type CasAnswer } from '../cas-answer.ts';
import type { CallParameters } from '../cas-call.ts';
import type { Cloud } from '../cloud.ts';
import { findIssuedCertificate, invalid, isRefusal, required } from '../parameters.ts';
import { readCertificates, readPrivateKey } from '../pem-material.ts';

/**
 * Replaces the stored chain. It is then Issued and bound to nothing, while listeners go on serving what
 * they served: the new chain has to be deployed.
 */
export function updateCertificate(cloud: Cloud, parameters: CallParameters): CasAnswer {
  const given = required(parameters, ['CertId', 'PEMChain']);
  if (isRefusal(given)) return given;
  const record = findIssuedCertificate(cloud, parameters);
  if (isRefusal(record)) return record;
  const chain = readCertificates(given.PEMChain);
  if (!chain) return invalid('PEMChain', 'one or more certificates in PEM');
  const key = readPrivateKey(record.keyPem);
  if (!key || !chain[0].checkPrivateKey(key)) {
    return refuse(
      'NotMatch.CertificateAndPrivateKey',
      'The first certificate has another key than the stored one.',
    );
  }
  record.leaf = chain[0];
  record.chainPem = given.PEMChain;
  record.deployments = [];
  return succeed({ CertId: record.id });
}
