import type { ClientName } from '../config/config.ts';

const CLIENT_WORDS = {
  chrome: 'Chrome',
  firefox: 'Firefox',
  java: 'Java',
  android: 'Android',
  openssl: 'OpenSSL',
} satisfies Record<ClientName, string>;

/** `Java`: the client as people call it. */
export function clientWords({ client }: { readonly client: ClientName }): string {
  return CLIENT_WORDS[client];
}
