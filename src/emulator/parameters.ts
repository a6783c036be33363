import { refuse, type Refusal } from './cas-answer.ts';
import type { CallParameters } from './cas-call.ts';
import type { CertificateRecord, Cloud } from './cloud.ts';

/** The values of `names`, in their order, or the refusal for the first that is missing. */
export function required<const Names extends readonly string[]>(
  parameters: CallParameters,
  names: Names,
): Record<Names[number], string> | Refusal {
  const missing = names.find((name) => !parameters.get(name));
  if (missing !== undefined) {
    return refuse(`MissingParameter.${missing}`, `${missing} is mandatory for this action.`);
  }
  return Object.fromEntries(names.map((name) => [name, parameters.get(name)])) as Record<
    Names[number],
    string
  >;
}

export function invalid(name: string, expected: string): Refusal {
  return refuse(`InvalidParameter.${name}`, `${name} must be ${expected}.`);
}

export function isRefusal(value: object): value is Refusal {
  return 'kind' in value && value.kind === 'refusal';
}

/** The certificate that CertId names. */
export function findCertificate(cloud: Cloud, parameters: CallParameters): CertificateRecord | Refusal {
  const given = required(parameters, ['CertId']);
  if (isRefusal(given)) return given;
  const record = cloud.certificates.find((candidate) => candidate.id === given.CertId);
  return record ?? refuse('NotFound', `The certificate does not exist: ${given.CertId}.`);
}

/** As `findCertificate`, and issued. */
export function findIssuedCertificate(cloud: Cloud, parameters: CallParameters): CertificateRecord | Refusal {
  const record = findCertificate(cloud, parameters);
  if (isRefusal(record) || record.issuingPolls === undefined) return record;
  return refuse('OperationDenied.StatusNotSupport', 'The certificate is Issuing; it must be issued first.');
}
