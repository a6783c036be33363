import type { ClientName } from '../../config/config.ts';
import { ANDROID } from './android.ts';
import { CHROME } from './chrome.ts';
import { FIREFOX } from './firefox.ts';
import { JAVA } from './java.ts';
import { OPENSSL } from './openssl.ts';
import type { ClientProfile } from './profile.ts';
import type { RefusalCode } from './refusal.ts';

export const PROFILES: Readonly<Record<ClientName, ClientProfile>> = {
  chrome: CHROME,
  firefox: FIREFOX,
  java: JAVA,
  android: ANDROID,
  openssl: OPENSSL,
};

/** What the users of `client` see when it refuses `domain` for this reason: the words to search for and to quote. */
export function wordsOf(client: ClientName, code: RefusalCode, domain: string): string {
  const { words } = PROFILES[client];
  return (words[code] ?? words.otherwise).replace('<domain>', domain);
}
