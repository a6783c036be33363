import type { ClientName } from '../../config/config.ts';
import { likelihood } from '../paths/issuer-hints.ts';
import { ANDROID } from './android.ts';
import { CHROME } from './chrome.ts';
import { FIREFOX } from './firefox.ts';
import { JAVA } from './java.ts';
import { OPENSSL } from './openssl.ts';
import type { ClientProfile } from './profile.ts';
import type { Refusal } from './refusal.ts';

export const PROFILES: Readonly<Record<ClientName, ClientProfile>> = {
  chrome: CHROME,
  firefox: FIREFOX,
  java: JAVA,
  android: ANDROID,
  openssl: OPENSSL,
};

/** What the users of `client` see when it refuses `domain` for this reason: the words to search for and to quote. */
export function wordsOf(client: ClientName, refusal: Refusal, domain: string): string {
  const { words, issuerWords, ...profile } = PROFILES[client];
  const { code } = refusal;
  const ofIssuer = 'certificate' in refusal && refusal.certificate.isCa ? issuerWords?.[code] : undefined;
  const found = narrowerWords(refusal, profile) ?? ofIssuer ?? words[code] ?? words.otherwise;
  return found.replace('<domain>', domain);
}

/** Of the kinds that some clients tell apart within one code. */
function narrowerWords(
  refusal: Refusal,
  { receivedRootWords, excludedNameWords }: Pick<ClientProfile, 'receivedRootWords' | 'excludedNameWords'>,
): string | undefined {
  if (refusal.code === 'unknown-issuer') {
    const { certificate, receivedRoots } = refusal;
    return receivedRoots.some((root) => likelihood(certificate, root) >= 0) ? receivedRootWords : undefined;
  }
  if (refusal.code === 'name-not-permitted' && refusal.subtrees === 'excluded') return excludedNameWords;
  return undefined;
}
