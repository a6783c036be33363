import { z } from 'zod';
import { readDetail } from '../cas/certificate-detail.ts';
import type { StoredCertificate } from '../certificate-store.ts';
import { optional, optionalId } from '../fields.ts';
import type { Binding, IngressTarget, Surroundings, TargetState } from '../ingress-target.ts';
import type { RpcClient } from '../rpc/rpc-client.ts';
import type { RpcParameters } from '../rpc/rpc-parameters.ts';
import { findListener, type ListedCertificates, listListenerCertificates } from './listener-lookup.ts';
import { neighboursOf } from './neighbours.ts';
import { identifierOf, type TargetDesk, toldState } from './target-desk.ts';

/** How ALB and NLB differ in words. */
export interface ListenerWords {
  readonly product: 'alb' | 'nlb';
  readonly title: string;
  /** Parameters of ListListenerCertificates that ask for server certificates alone. */
  readonly serverOnly: RpcParameters;
  /** Parameters that name the default certificate, or additional ones. */
  readonly defaultCertificate: (identifier: string) => RpcParameters;
  readonly additional: (identifiers: readonly string[]) => RpcParameters;
  /** The action that takes additional ones away; the products spell it differently. */
  readonly dissociate: string;
  /** How many additional ones a listener takes by default. */
  readonly mostAdditional: number;
  /** How a change that was accepted has ended. */
  readonly readJob: (client: RpcClient, jobId: string) => Promise<JobEnd>;
}

export interface JobEnd {
  readonly isFailed: boolean;
  /** Of the service. */
  readonly reason: string | undefined;
}

const ASSOCIATE = 'AssociateAdditionalCertificatesWithListener';

const job = z.object({ JobId: optionalId });
const listenerAttribute = z.object({ ListenerStatus: optional(z.string()) });

/**
 * A TLS listener of ALB or NLB: its default certificate, or, with `sni`, an additional one. Changes are asynchronous: the
 * listener is Configuring, and refuses others, until it is Running again.
 */
export function createListenerTarget(desk: TargetDesk, words: ListenerWords): IngressTarget {
  const { config, domain, port, region, clients, store } = desk;
  const client = clients(words.product, region);
  const name = `${words.title} ${config.instance}${config.instance.startsWith('lsn-') ? '' : `:${port}`}`;
  const isAdditional = config.sni === true;
  let listenerId: string | undefined;
  let lastJob: string | undefined;

  async function listener(): Promise<RpcParameters> {
    listenerId ??= await findListener(client, { instance: config.instance, port, product: words.product });
    return { ListenerId: listenerId, ...(words.product === 'nlb' ? { RegionId: region } : {}) };
  }

  async function readAll(): Promise<readonly ListedCertificates[]> {
    return listListenerCertificates(client, { ...(await listener()), ...words.serverOnly });
  }

  async function readListed(): Promise<readonly ListedCertificates[]> {
    return (await readAll()).filter(({ isDefault }) => isDefault !== isAdditional);
  }

  async function readStatus(): Promise<string> {
    const { ListenerStatus = 'Running' } = await client.call({
      action: 'GetListenerAttribute',
      method: 'POST',
      parameters: await listener(),
      schema: listenerAttribute,
      repeat: 'safe',
    });
    return ListenerStatus;
  }

  async function stateOf(certificate: StoredCertificate | undefined): Promise<TargetState> {
    const status = await readStatus();
    const listed = await readListed();
    const identifier = certificate && identifierOf(certificate);
    const own = listed.find((each) => each.id === identifier);
    const isSettled = status === 'Running' && (own === undefined || own.status === 'Associated');
    const which = listed.map((each) => each.id).join(', ') || 'no certificate';
    const kind = isAdditional ? 'additionally ' : '';
    return toldState({
      isChanging: status !== 'Running',
      status: own ? (isSettled ? 'Deployed' : 'Deploying') : undefined,
      said: `listener ${listenerId ?? ''} has ${kind}${which}${status === 'Running' ? '' : ` and is ${status}`}`,
      binding: {
        CertificateIds: listed
          .map((each) => each.id)
          .toSorted()
          .join(','),
      },
    });
  }

  /** What was read, unless the change itself is reported to have failed. */
  async function readBack(certificate: StoredCertificate): Promise<TargetState> {
    const state = await stateOf(certificate);
    if (state.status === 'Deployed' || lastJob === undefined) return state;
    const { isFailed, reason } = await words.readJob(client, lastJob);
    if (!isFailed) return { ...state, status: state.status ?? 'Deploying' };
    return {
      ...state,
      status: 'Failed',
      said: `job ${lastJob} failed${reason === undefined ? '' : `: ${reason}`}`,
    };
  }

  async function change(
    action: string,
    parameters: RpcParameters,
    isDone: () => Promise<boolean>,
  ): Promise<void> {
    const { JobId } = await client.call({
      action,
      method: 'POST',
      parameters: { ...(await listener()), ...parameters },
      schema: job,
      repeat: { recover: async () => ((await isDone()) ? { JobId: undefined } : undefined) },
    });
    lastJob = JobId;
  }

  async function setDefault(identifier: string): Promise<void> {
    const isDone = async () => (await readListed()).some((each) => each.id === identifier);
    await change('UpdateListenerAttribute', words.defaultCertificate(identifier), isDone);
  }

  async function associate(identifier: string): Promise<void> {
    const isDone = async () => (await readListed()).some((each) => each.id === identifier);
    if (await isDone()) return;
    await change(ASSOCIATE, words.additional([identifier]), isDone);
  }

  async function dissociate(identifiers: readonly string[]): Promise<void> {
    if (identifiers.length === 0) return;
    const isDone = async () => !(await readListed()).some((each) => identifiers.includes(each.id));
    await change(words.dissociate, words.additional(identifiers), isDone);
  }

  /** Additional certificates that would answer for the domain beside the new one. */
  async function rivalsOf(identifier: string): Promise<readonly string[]> {
    const rivals: string[] = [];
    for (const { id: other } of await readListed()) {
      if (other === identifier) continue;
      const detail = await readDetail(store, other);
      if (detail.domain !== undefined && detail.domain.toLowerCase() === domain) rivals.push(other);
    }
    return rivals;
  }

  async function survey(): Promise<Surroundings> {
    const all = await readAll();
    const additional = all.filter(({ isDefault }) => !isDefault);
    const room = { what: 'additional certificates', used: additional.length, most: words.mostAdditional };
    if (isAdditional) return { neighbours: [], room };
    const shared = await namesOf(all.filter(({ isDefault }) => isDefault));
    return {
      neighbours: neighboursOf(domain, { shared, owned: await namesOf(additional) }),
      room: undefined,
    };
  }

  async function namesOf(listed: readonly ListedCertificates[]): Promise<readonly string[]> {
    const names: string[] = [];
    for (const each of listed) names.push(...(await readDetail(store, each.id)).names);
    return names;
  }

  return {
    config,
    name,
    needsMaterial: false,
    tellsKey: false,
    writes: (isAdditional ? [ASSOCIATE, words.dissociate] : ['UpdateListenerAttribute']).map(
      (action) => `${words.product}:${action}`,
    ),
    read: stateOf,
    readBack,
    survey,
    whyNotRestorable: (before) =>
      isAdditional || before['CertificateIds'] ? undefined : 'it had no certificate',
    async bind(certificate) {
      const identifier = identifierOf(certificate);
      if (!isAdditional) return setDefault(identifier);
      await associate(identifier);
      // Both at once would leave the choice to the product. The new one is there before the old one goes.
      await dissociate(await rivalsOf(identifier));
    },
    async restore(before: Binding) {
      const previous = (before['CertificateIds'] ?? '').split(',').filter(Boolean);
      if (!isAdditional) {
        for (const identifier of previous) await setDefault(identifier);
        return;
      }
      const present = (await readListed()).map((each) => each.id);
      for (const identifier of previous) if (!present.includes(identifier)) await associate(identifier);
      await dissociate(present.filter((identifier) => !previous.includes(identifier)));
    },
  };
}
