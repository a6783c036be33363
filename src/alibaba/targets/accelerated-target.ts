import { z } from 'zod';
import { appError } from '../../errors/catalogue.ts';
import type { StoredCertificate } from '../certificate-store.ts';
import { accepted, optional, optionalId } from '../fields.ts';
import type { Binding, IngressTarget, TargetState } from '../ingress-target.ts';
import { type TargetDesk, toldState } from './target-desk.ts';

/** What both tell of a domain; each says in a word of its own whether HTTPS is on. */
const certificateInfo = z.object({
  CertId: optionalId,
  CertName: optional(z.string()),
  CertRegion: optional(z.string()),
  /** `cas`, `upload` and others. */
  CertType: optional(z.string()),
  /** `success`, or why it is not in effect. */
  Status: optional(z.string()),
  ServerCertificateStatus: optional(z.string()),
  SSLProtocol: optional(z.string()),
});
type CertificateInfo = z.infer<typeof certificateInfo>;

const certificateInfos = z.object({
  CertInfos: optional(z.object({ CertInfo: optional(z.array(certificateInfo)) })),
});

/** How CDN and DCDN differ. */
export interface AcceleratorWords {
  readonly product: 'cdn' | 'dcdn';
  readonly title: string;
  /** The actions that set, and that tell what is set. */
  readonly set: string;
  readonly describe: string;
  readonly isOn: (info: CertificateInfo) => boolean;
}

type DomainCertificate = CertificateInfo & { readonly isOn: boolean };

/** States that pass. */
const IN_PROGRESS = /^(checking|applying|configuring|processing)/i;

/** A domain of CDN or DCDN that gets its certificate from CAS. It takes effect minutes after the call. */
export function createAcceleratedTarget(desk: TargetDesk, words: AcceleratorWords): IngressTarget {
  const { config, clients, region, store } = desk;
  const client = clients(words.product, region);
  const name = `${words.title} ${config.instance}`;

  /** Undefined: nothing was ever set. */
  async function readDomain(): Promise<DomainCertificate | undefined> {
    const { CertInfos } = await client.call({
      action: words.describe,
      method: 'POST',
      parameters: { DomainName: config.instance },
      schema: certificateInfos,
      repeat: 'safe',
    });
    const [info] = CertInfos?.CertInfo ?? [];
    return info && { ...info, isOn: words.isOn(info) };
  }

  function stateWith(
    now: DomainCertificate | undefined,
    certificate: StoredCertificate | undefined,
  ): TargetState {
    const isIts =
      certificate !== undefined &&
      now?.isOn === true &&
      now.CertId === certificate.id &&
      (now.CertRegion ?? store.store) === store.store;
    const isOver = !IN_PROGRESS.test(now?.Status ?? 'success');
    const has = now?.CertId ?? now?.CertName ?? 'no certificate';
    return toldState({
      isChanging: !isOver,
      status: isIts ? (isOver ? 'Deployed' : 'Deploying') : undefined,
      said: `${config.instance} has ${has}${now && !now.isOn ? ', and HTTPS is off' : ''}`,
      binding: toBinding(now),
    });
  }

  /** Type, id, name and region together: each alone is refused in some account. */
  async function set(parameters: Binding): Promise<void> {
    await client.call({
      action: words.set,
      method: 'POST',
      parameters: { DomainName: config.instance, ...parameters },
      schema: accepted,
      repeat: {
        recover: async () => {
          const now = toBinding(await readDomain());
          return Object.entries(parameters).every(([key, value]) => now[key] === value) ? {} : undefined;
        },
      },
    });
  }

  return {
    config,
    name,
    needsMaterial: false,
    tellsKey: false,
    writes: [`${words.product}:${words.set}`],
    async read(certificate) {
      const now = await readDomain();
      if (now?.isOn !== true && config.enableHttps !== true) {
        throw appError('TARGET_UNFIT', {
          target: name,
          reason: 'HTTPS is off, and setting a certificate would switch it on',
          help: 'Write `enable-https: true` for this target, or switch HTTPS on in the console.',
        });
      }
      return stateWith(now, certificate);
    },
    readBack: async (certificate) => stateWith(await readDomain(), certificate),
    async bind(certificate) {
      await set({
        SSLProtocol: 'on',
        CertType: 'cas',
        CertId: certificate.id,
        CertName: certificate.name ?? certificate.id,
        CertRegion: store.store,
      });
    },
    // The certificate is the domain's own.
    survey: () => Promise.resolve({ neighbours: [], room: undefined }),
    whyNotRestorable,
    async restore(before) {
      const reason = whyNotRestorable(before);
      if (reason !== undefined) throw appError('RESTORE_IMPOSSIBLE', { target: name, reason });
      await set(before['SSLProtocol'] === 'on' ? before : { SSLProtocol: 'off' });
    },
  };
}

function whyNotRestorable(before: Binding): string | undefined {
  return before['SSLProtocol'] === 'on' && before['CertType'] !== 'cas'
    ? 'its certificate was uploaded there, and the API gives its key to nobody'
    : undefined;
}

function toBinding(now: DomainCertificate | undefined): Binding {
  const { CertId, CertName, CertRegion, CertType, isOn = false } = now ?? {};
  const known = Object.entries({ CertType, CertId, CertName, CertRegion });
  const set = known.flatMap(([key, value]) =>
    value === undefined || value === '' ? [] : [[key, value] as const],
  );
  return { SSLProtocol: isOn ? 'on' : 'off', ...(isOn ? Object.fromEntries(set) : {}) };
}
