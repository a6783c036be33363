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

/** The same for a name out of a report; one that is not known stays as it is. */
export function clientNameWords(name: string): string {
  const words: Readonly<Record<string, string>> = CLIENT_WORDS;
  return (Object.hasOwn(words, name) ? words[name] : undefined) ?? name;
}
