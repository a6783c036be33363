import { appError } from '../../errors/catalogue.ts';
import type { StoredCertificate } from '../certificate-store.ts';
import { accepted } from '../fields.ts';
import type { Binding, IngressTarget, TargetState } from '../ingress-target.ts';
import type { RpcClient } from '../rpc/rpc-client.ts';
import { type TargetDesk, toldState } from './target-desk.ts';

/** How CDN and DCDN differ. */
export interface AcceleratorWords {
  readonly product: 'cdn' | 'dcdn';
  readonly title: string;
  /** The action that sets. */
  readonly set: string;
  /** What is set; undefined: nothing ever was. */
  readonly read: (client: RpcClient, domain: string) => Promise<DomainCertificate | undefined>;
}

/** In the words of Describe…DomainCertificateInfo. */
export interface DomainCertificate {
  readonly CertId: string | undefined;
  readonly CertName: string | undefined;
  readonly CertRegion: string | undefined;
  /** `cas`, `upload` and others. */
  readonly CertType: string | undefined;
  /** `success`, or why it is not in effect. */
  readonly Status: string | undefined;
  /** Whether HTTPS is switched on. */
  readonly isOn: boolean;
}

/** States that pass. */
const IN_PROGRESS = /^(checking|applying|configuring|processing)/i;

/** A domain of CDN or DCDN that gets its certificate from CAS. It takes effect minutes after the call. */
export function createAcceleratedTarget(desk: TargetDesk, words: AcceleratorWords): IngressTarget {
  const { config, clients, region, store } = desk;
  const client = clients(words.product, region);
  const name = `${words.title} ${config.instance}`;
  const readDomain = () => words.read(client, config.instance);

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
    async restore(before) {
      if (before['SSLProtocol'] === 'on' && before['CertType'] !== 'cas') {
        const reason = 'its certificate was uploaded there, and the API gives its key to nobody';
        throw appError('RESTORE_IMPOSSIBLE', { target: name, reason });
      }
      await set(before['SSLProtocol'] === 'on' ? before : { SSLProtocol: 'off' });
    },
  };
}

function toBinding(now: DomainCertificate | undefined): Binding {
  const { CertId, CertName, CertRegion, CertType, isOn = false } = now ?? {};
  const known = Object.entries({ CertType, CertId, CertName, CertRegion });
  const set = known.flatMap(([key, value]) =>
    value === undefined || value === '' ? [] : [[key, value] as const],
  );
  return { SSLProtocol: isOn ? 'on' : 'off', ...(isOn ? Object.fromEntries(set) : {}) };
}
