import { succeed, type CasAnswer } from '../cas-answer.ts';
import type { CallParameters } from '../cas-call.ts';
import type { Cloud } from '../cloud.ts';
import { findInstance, TARGET_TYPES } from '../ingress.ts';
import { startDeployment } from '../lifecycle.ts';
import { findIssuedCertificate, invalid, isRefusal, required } from '../parameters.ts';

/** Starts binding a certificate to an instance; its edges change when the status becomes Deployed. */
export function deployCertificate(cloud: Cloud, parameters: CallParameters): CasAnswer {
  const given = required(parameters, ['CertId', 'TargetType', 'InstanceId']);
  if (isRefusal(given)) return given;
  const type = TARGET_TYPES.find((candidate) => candidate === given.TargetType);
  if (!type) return invalid('TargetType', `one of ${TARGET_TYPES.join(', ')}`);
  const record = findIssuedCertificate(cloud, parameters);
  if (isRefusal(record)) return record;
  const instance = findInstance(cloud.instances, type, given.InstanceId);
  if (isRefusal(instance)) return instance;
  startDeployment(cloud, record, instance);
  return succeed({ Status: 'Deploying' });
}
