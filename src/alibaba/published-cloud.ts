import type { Config, EndpointConfig, IngressConfig } from '../config/config.ts';
import { readCallerIdentity } from './caller-identity.ts';
import { createCasReader, createCasStore } from './cas/cas-store.ts';
import type { CertificateReader, CertificateStore } from './certificate-store.ts';
import type { CertificateCloud, IngressTarget } from './ingress-target.ts';
import { casStoreOf } from '../config/cas-store.ts';
import { createProductClients, type CloudAccess } from './product-clients.ts';
import { CAS_API } from './products.ts';
import { createRpcClient } from './rpc/rpc-client.ts';
import { createAlbTarget } from './targets/alb.ts';
import { createApiGatewayTarget } from './targets/api-gateway.ts';
import { createApigTarget } from './targets/apig.ts';
import { createCasJobTarget } from './targets/cas-job-target.ts';
import { createCdnTarget } from './targets/cdn.ts';
import { createClbTarget } from './targets/clb.ts';
import { createDcdnTarget } from './targets/dcdn.ts';
import { createNlbTarget } from './targets/nlb.ts';
import type { TargetDesk } from './targets/target-desk.ts';

export interface PublishedCloudOptions extends CloudAccess {
  readonly config: Pick<Config, 'region' | 'cas' | 'cloudEndpoints'>;
}

const MAKERS: Readonly<Record<IngressConfig['type'], (desk: TargetDesk) => IngressTarget>> = {
  SLB: createClbTarget,
  CLB: createClbTarget,
  ALB: createAlbTarget,
  NLB: createNlbTarget,
  CDN: createCdnTarget,
  DCDN: createDcdnTarget,
  API_GATEWAY: createApiGatewayTarget,
  APIG: createApigTarget,
};

/**
 * The published API: certificates in CAS 2020-04-07, bindings by each product's own. Every method throws the CLOUD_*
 * errors of `RpcClient.call`, and CREDENTIALS_NOT_RENEWED.
 */
export function createPublishedCloud(options: PublishedCloudOptions): CertificateCloud<CertificateStore> {
  const { store, dns, ...rest } = connect(options);
  const tell = (line: string) => options.onAttempt?.(line);
  return { ...rest, store: createCasStore({ cas: store, dns, tell }) };
}

/** The same for whoever only looks; no call that it makes is given a key. */
export function createPublishedReader(options: PublishedCloudOptions): CertificateCloud<CertificateReader> {
  const { store, targetsOf, identify } = connect(options);
  return { targetsOf, identify, store: createCasReader(store) };
}

function connect(options: PublishedCloudOptions) {
  const { config } = options;
  const clients = createProductClients(config.cloudEndpoints, options);
  const home = casStoreOf(config.region);
  const cas = createRpcClient({
    ...options,
    endpoint: config.cas.endpoint,
    apiVersion: CAS_API.version,
    ramPrefix: CAS_API.ramPrefix,
    place: `store ${home}`,
  });
  const store = { client: cas, store: home };
  function targetsOf(
    endpoint: Pick<EndpointConfig, 'domain' | 'port' | 'ingress'>,
  ): readonly IngressTarget[] {
    return endpoint.ingress.map((target) => {
      const { domain, port } = endpoint;
      const region = target.region ?? config.region;
      const desk: TargetDesk = {
        config: target,
        domain,
        region,
        port: target.port ?? port,
        clients,
        contacts: config.cas.contacts,
        store,
      };
      const product = MAKERS[target.type](desk);
      return target.via === 'cas-job' ? createCasJobTarget(desk, product) : product;
    });
  }
  const identify = () => readCallerIdentity(clients('sts', config.region));
  return { store, dns: clients('alidns', config.region), targetsOf, identify };
}
