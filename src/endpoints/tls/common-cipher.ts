import { createSecureContext, type SecureContext } from 'node:tls';
import { COMMON_SUITES, hasSuite } from '../../certificates/clients/cipher-suites.ts';
import { type TimeLimit, withTimeLimit } from '../network/time-limit.ts';
import type { Handshake } from '../observation.ts';
import { OFFERED_PROTOCOLS } from './client-hello.ts';
import type { ObservedTarget, ObserverTerms, ObserveTls } from './observe-tls.ts';
import { openTls } from './open-tls.ts';

/** OpenSSL's names of the common suites of TLS 1.2. */
const CIPHERS = 'ECDHE+AESGCM:ECDHE+CHACHA20:ECDHE-RSA-AES128-SHA:ECDHE-RSA-AES256-SHA';

/**
 * `observe`, and where it meets a cipher suite that not every client offers, one handshake more that offers the common
 * ones alone: a server that goes by its own order may have them too, and then shuts nobody out.
 */
export function withCommonCipher(observe: ObserveTls, terms: ObserverTerms): ObserveTls {
  const version = { minVersion: 'TLSv1.2', maxVersion: 'TLSv1.2' } as const;
  // Whom to trust does not matter here, and reading the usual roots takes time.
  const context = createSecureContext({ ciphers: CIPHERS, ...version, ca: [] });
  return async (target, signal) => {
    const observation = await observe(target, signal);
    if (observation.kind === 'failure' || !isUncommon(observation)) return observation;
    const commonCipher = await withTimeLimit({ timeoutMs: terms.timeoutMs, signal }, (limit) =>
      askForCommonCipher({ ...target, context, privateNetworks: terms.privateNetworks }, limit),
    );
    return { ...observation, commonCipher };
  };
}

function isUncommon({ protocol, cipher }: Handshake): boolean {
  return protocol === 'TLSv1.2' && !hasSuite(COMMON_SUITES, cipher);
}

async function askForCommonCipher(
  target: ObservedTarget & { readonly context: SecureContext; readonly privateNetworks: boolean },
  limit: TimeLimit,
): Promise<string | undefined> {
  const { ip, port } = target.address;
  const connection = await openTls({ ...target, ip, port, protocols: OFFERED_PROTOCOLS }, limit);
  if (connection.kind !== 'open') return undefined;
  const { standardName } = connection.socket.getCipher();
  connection.close();
  return standardName;
}
