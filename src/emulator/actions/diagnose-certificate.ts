import { X509Certificate } from 'node:crypto';
import { succeed, type CasAnswer } from '../cas-answer.ts';
import type { CallParameters } from '../cas-call.ts';
import { diagnoseChain } from '../chain-diagnosis.ts';
import type { Cloud } from '../cloud.ts';
import { findIssuedCertificate, invalid, isRefusal, required } from '../parameters.ts';
import { readCertificates } from '../pem-material.ts';

/** Validates the chain as stored, against the emulator's own root. */
export function diagnoseCertificate(cloud: Cloud, parameters: CallParameters): CasAnswer {
  const given = required(parameters, ['CertId', 'CheckType', 'Client']);
  if (isRefusal(given)) return given;
  if (given.CheckType !== 'chain_validation') return invalid('CheckType', 'chain_validation');
  if (given.Client !== 'chrome') return invalid('Client', 'chrome');
  const record = findIssuedCertificate(cloud, parameters);
  if (isRefusal(record)) return record;
  const chain = readCertificates(record.chainPem) ?? [record.leaf];
  const problems = diagnoseChain(chain, new X509Certificate(cloud.authority.rootPem), cloud.now());
  return succeed({
    CertId: record.id,
    Result: problems.length === 0 ? 'passed' : 'failed',
    Problems: problems,
  });
}
