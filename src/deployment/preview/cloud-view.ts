import type { CertificateReader, StoredCertificate } from '../../alibaba/certificate-store.ts';
import type { CertificateCloud, IngressTarget, TargetState } from '../../alibaba/ingress-target.ts';
import { AppError } from '../../errors/app-error.ts';
import { hasCode } from '../../errors/catalogue.ts';
import { type CloudQuery, findStored, type InspectedTarget, readTargets } from '../read-cloud.ts';

/** What the cloud says of an endpoint. */
export interface CloudView {
  /** `read`: all of it; `none`: it was not asked; `no answer`: not all could be read. */
  readonly kind: 'read' | 'none' | 'no answer';
  readonly store: CertificateReader | undefined;
  readonly stored: StoredCertificate | undefined;
  readonly targets: readonly InspectedTarget[];
  /** Printable lines. */
  readonly said: readonly string[];
  readonly errors: readonly AppError[];
}

export const NOT_ASKED: CloudView = {
  kind: 'none',
  store: undefined,
  stored: undefined,
  targets: [],
  said: [],
  errors: [],
};

/** Reads what CAS and every target hold. What cannot be read is an error of the view and ends nothing else. */
export async function lookIntoCloud(
  query: CloudQuery,
  cloud: CertificateCloud<CertificateReader> | undefined,
): Promise<CloudView> {
  if (!cloud) return NOT_ASKED;
  const view = { ...NOT_ASKED, store: cloud.store };
  try {
    const stored = await findStored(query, cloud.store);
    const targetsOf = (endpoint: Parameters<typeof cloud.targetsOf>[0]) =>
      cloud.targetsOf(endpoint).map(withoutKey);
    const targets = await readTargets(query, stored, { targetsOf });
    const said = [
      stored ? `CAS holds ${stored.id}, ${stored.status}` : 'CAS holds no certificate for it',
      ...targets.map(({ target, before }) => `${target.name}: ${before.said}`),
    ];
    return { ...view, kind: 'read', stored, targets, said };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    // The guide's dialect cannot list: that is no failure of anybody.
    if (hasCode(error, 'CLOUD_UNSUPPORTED')) return { ...view, said: [error.message] };
    return { ...view, kind: 'no answer', errors: [error] };
  }
}

const UNREAD: TargetState = {
  status: undefined,
  isTold: false,
  isChanging: false,
  said: 'not read, for its API would tell the private key too',
  binding: undefined,
};

/** Whoever only looks has no business with a key. */
function withoutKey(target: IngressTarget): IngressTarget {
  return target.tellsKey ? { ...target, read: () => Promise.resolve(UNREAD) } : target;
}
