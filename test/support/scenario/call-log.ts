import type { RecordedCall } from '../../../src/emulator/cas-service.ts';

const WRITES = ['Create', 'Deploy', 'Update'];

/**
 * Calls in a form that is quick to read and state: `List CERT`, `Create upload`, `Create DV`, `Status #1`,
 * `Deploy #1 SLB lb-1`, `Diagnose #1`, `Update #1`, with ` → Throttling.User` and the like when it was not OK,
 * and ` ×3` for the same three times in a row. `ids`, oldest first, gives the numbers.
 */
export function formatCalls(calls: readonly RecordedCall[], ids: readonly string[]): readonly string[] {
  const lines: { text: string; times: number }[] = [];
  for (const call of calls) {
    const text = `${describe(call, ids)}${call.outcome === 'OK' ? '' : ` → ${call.outcome}`}`;
    const last = lines.at(-1);
    if (last?.text === text) last.times += 1;
    else lines.push({ text, times: 1 });
  }
  return lines.map(({ text, times }) => (times === 1 ? text : `${text} ×${times}`));
}

/** Those that change something. */
export function writesOf(lines: readonly string[]): readonly string[] {
  return lines.filter((line) => WRITES.some((word) => line.startsWith(word)));
}

function describe({ action, parameters }: RecordedCall, ids: readonly string[]): string {
  const id = nameOf(parameters['CertId'] ?? '', ids);
  switch (action) {
    case 'ListUserCertificateOrder':
      return `List ${parameters['OrderType']}`;
    case 'CreateCertificate':
      return `Create ${parameters['CertType'] ?? 'upload'}`;
    case 'DescribeCertificateStatus':
      return `Status ${id}`;
    case 'DeployCertificate':
      return `Deploy ${id} ${parameters['TargetType']} ${parameters['InstanceId']}`;
    case 'DiagnoseCertificate':
      return `Diagnose ${id}`;
    case 'UpdateCertificate':
      return `Update ${id}`;
    default:
      return action;
  }
}

/** `#1` for the first certificate of the store. */
export function nameOf(id: string, ids: readonly string[]): string {
  const index = ids.indexOf(id);
  return index === -1 ? id : `#${index + 1}`;
}
