import pLimit from 'p-limit';
import type { Address, AddressObservation, ObservationFailure, ProbedEndpoint } from './observation.ts';
import { withCommonCipher } from './tls/common-cipher.ts';
import { createTlsObserver, type ObserverTerms, type ObserveTls } from './tls/observe-tls.ts';
import { requestHttp } from './network/request-http.ts';
import { resolveAddresses } from './network/resolve-addresses.ts';

const CONCURRENT_ADDRESSES = 8;

/** What every address of `endpoint` shows, in the order of resolution; a failure when there is no address. */
export type ObserveEndpoint = (
  endpoint: ProbedEndpoint,
) => Promise<readonly AddressObservation[] | ObservationFailure>;

/**
 * An observer of whole endpoints: the name is resolved, then each address gets one TLS handshake and, when
 * that succeeds, the HTTP request of `health`. `createObserver` makes the handshakes: OpenSSL's with its witness, or
 * those of `createTlsProbe`, which are faster and see old protocols.
 */
export function createEndpointObserver(
  terms: ObserverTerms,
  createObserver: (terms: ObserverTerms) => ObserveTls = createTlsObserver,
): ObserveEndpoint {
  const observeTls = withCommonCipher(createObserver(terms), terms);
  const patience = { timeoutMs: terms.timeoutMs };
  return async (endpoint) => {
    const resolution = await resolveAddresses(endpoint, patience);
    if (resolution.kind === 'failure') return resolution;
    const limit = pLimit(CONCURRENT_ADDRESSES);
    return Promise.all(resolution.addresses.map((address) => limit(observeAddress, address)));

    async function observeAddress(address: Address): Promise<AddressObservation> {
      const tls = await observeTls({ domain: endpoint.domain, address });
      if (tls.kind === 'failure' || !endpoint.health) return { address, tls, http: undefined };
      const { path, method } = endpoint.health;
      const { privateNetworks } = terms;
      const target = { domain: endpoint.domain, port: endpoint.port, address, path, method, privateNetworks };
      return { address, tls, http: await requestHttp(target, patience) };
    }
  };
}
