import { type CasAnswer, refuse, type Refusal, succeed } from '../../cas-answer.ts';
import { type Action, type ApiCall, isRefusal, list, needAll } from '../api.ts';
import { type Bindings, type Bound, change, type Front, poll } from '../front.ts';
import { findByIdentifier, frontsOf } from '../state.ts';

/** How ALB and NLB differ. */
export interface ListenerWords {
  readonly product: 'alb' | 'nlb';
  readonly protocol: 'HTTPS' | 'TCPSSL';
  /** The parameter that asks for the kind of certificate; each product refuses the other's. */
  readonly kindParameter: 'CertificateType' | 'CertType';
  readonly defaultOf: (call: ApiCall) => readonly string[];
  readonly additionalOf: (call: ApiCall) => readonly string[];
  readonly mostAdditional: number;
}

function find(call: ApiCall, { product }: ListenerWords): Front | Refusal {
  const given = needAll(call, ['ListenerId']);
  if (isRefusal(given)) return given;
  const front = frontsOf(call.state, product).find(
    ({ listenerId, region }) => listenerId === given.ListenerId && region === call.region,
  );
  return front ?? refuse('ResourceNotFound.Listener', 'The specified listener does not exist.');
}

/** ListListeners. */
export function listListeners(words: ListenerWords): Action {
  return (call) => {
    const balancers = list(call, 'LoadBalancerIds');
    const listeners = list(call, 'ListenerIds');
    const found = frontsOf(call.state, words.product).filter(
      ({ id, listenerId, region }) =>
        region === call.region &&
        (balancers.length === 0 || balancers.includes(id)) &&
        (listeners.length === 0 || listeners.includes(listenerId)),
    );
    if (balancers.length > 0 && found.length === 0) {
      return refuse('ResourceNotFound.LoadBalancer', 'The specified load balancer does not exist.');
    }
    return succeed({
      TotalCount: found.length,
      Listeners: found.map((front) => ({
        ListenerId: front.listenerId,
        ListenerPort: front.port,
        ListenerProtocol: words.protocol,
        ListenerStatus: statusOf(front),
        LoadBalancerId: front.id,
      })),
    });
  };
}

function statusOf(front: Front): string {
  return front.pending ? 'Configuring' : 'Running';
}

/** GetListenerAttribute: one look. */
export function getListenerAttribute(words: ListenerWords): Action {
  return (call) => {
    const front = find(call, words);
    if (isRefusal(front)) return front;
    poll(front, call.state.faults);
    const { fallback } = front.bindings;
    const ref = fallback ? [fallback.ref] : [];
    return succeed({
      ListenerId: front.listenerId,
      ListenerPort: front.port,
      ListenerProtocol: words.protocol,
      ListenerStatus: statusOf(front),
      LoadBalancerId: front.id,
      ...(words.product === 'alb'
        ? { Certificates: ref.map((CertificateId) => ({ CertificateId })) }
        : { CertificateIds: ref }),
    });
  };
}

/** ListListenerCertificates. */
export function listListenerCertificates(words: ListenerWords): Action {
  return (call) => {
    const foreign = words.kindParameter === 'CertType' ? 'CertificateType' : 'CertType';
    if (call.parameters.has(foreign))
      return refuse(`InvalidParameter.${foreign}`, `${foreign} is unknown here.`);
    const front = find(call, words);
    if (isRefusal(front)) return front;
    const { fallback, additional } = front.bindings;
    const row = (bound: Bound, IsDefault: boolean) => ({
      CertificateId: bound.ref,
      IsDefault,
      Status: 'Associated',
      [words.kindParameter]: 'Server',
    });
    return succeed({
      Certificates: [
        ...(fallback ? [row(fallback, true)] : []),
        ...additional.map((bound) => row(bound, false)),
      ],
    });
  };
}

function boundOf(call: ApiCall, identifier: string): Bound | Refusal {
  const found = findByIdentifier(call.state, identifier);
  if (!found)
    return refuse('ResourceNotFound.Certificate', `The specified certificate does not exist: ${identifier}.`);
  return {
    ref: identifier,
    name: found.name,
    leaf: found.leaf,
    chainPem: found.chainPem,
    keyPem: found.keyPem,
  };
}

function write(call: ApiCall, front: Front, to: Bindings): CasAnswer {
  if (front.pending) return refuse('ResourceInConfiguring.Listener', 'The listener is being configured.');
  const { faults, polls } = call.state;
  return succeed({ JobId: change(front, to, { faults, polls, action: call.action }) });
}

/** UpdateListenerAttribute. */
export function updateListenerAttribute(words: ListenerWords): Action {
  return (call) => {
    const front = find(call, words);
    if (isRefusal(front)) return front;
    const [identifier, ...more] = words.defaultOf(call);
    if (identifier === undefined || more.length > 0)
      return refuse('MissingParameter.Certificates', 'One certificate is mandatory.');
    const bound = boundOf(call, identifier);
    if (isRefusal(bound)) return bound;
    return write(call, front, { ...front.bindings, fallback: bound });
  };
}

/** AssociateAdditionalCertificatesWithListener. */
export function associate(words: ListenerWords): Action {
  return (call) => {
    const front = find(call, words);
    if (isRefusal(front)) return front;
    const { additional } = front.bindings;
    const added: Bound[] = [];
    for (const identifier of words.additionalOf(call)) {
      const bound = boundOf(call, identifier);
      if (isRefusal(bound)) return bound;
      if (additional.some(({ ref }) => ref === identifier)) {
        return refuse('ResourceAlreadyAssociated.Certificate', 'The certificate is associated already.');
      }
      added.push(bound);
    }
    if (added.length === 0) return refuse('MissingParameter.Certificates', 'A certificate is mandatory.');
    if (additional.length + added.length > words.mostAdditional) {
      return refuse('QuotaExceeded.AdditionalCertificates', 'The listener has too many certificates.');
    }
    return write(call, front, { ...front.bindings, additional: [...additional, ...added] });
  };
}

/** Its counterpart, which each product spells in its own way. */
export function dissociate(words: ListenerWords): Action {
  return (call) => {
    const front = find(call, words);
    if (isRefusal(front)) return front;
    const gone = words.additionalOf(call);
    const { additional } = front.bindings;
    if (gone.some((identifier) => !additional.some(({ ref }) => ref === identifier))) {
      return refuse('ResourceNotAssociated.Certificate', 'The certificate is not associated.');
    }
    return write(call, front, {
      ...front.bindings,
      additional: additional.filter(({ ref }) => !gone.includes(ref)),
    });
  };
}

/** How a job stands. */
export function jobStatus(
  call: ApiCall,
  { product }: ListenerWords,
  jobId: string,
): 'Processing' | 'Succeeded' | 'Failed' | undefined {
  for (const front of frontsOf(call.state, product)) {
    if (front.pending?.jobId === jobId) return 'Processing';
    const end = front.jobs.get(jobId);
    if (end) return end;
  }
  return undefined;
}
