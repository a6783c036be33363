import { appError } from '../../errors/catalogue.ts';
import { printable } from '../../errors/printable.ts';

/**
 * A caIssuers URL that may be asked: http (RFC 5280 §4.2.2.1), without user name and password. A relative
 * one, as in a redirect, is taken from `base`.
 *
 * @throws AIA_URL_HTTPS
 * @throws AIA_URL_REFUSED when it is not a URL, of another scheme, or holds credentials
 */
export function parseAiaUrl(text: string, base?: URL): URL {
  if (!URL.canParse(text, base?.href)) {
    throw appError('AIA_URL_REFUSED', { url: printable(text), why: 'it is not a URL' });
  }
  const url = new URL(text, base);
  if (url.username !== '' || url.password !== '') {
    throw appError('AIA_URL_REFUSED', { url: showUrl(url), why: 'it holds a user name or password' });
  }
  if (url.protocol === 'https:') throw appError('AIA_URL_HTTPS', { url: showUrl(url) });
  if (url.protocol !== 'http:') {
    throw appError('AIA_URL_REFUSED', { url: showUrl(url), why: 'its scheme is not http' });
  }
  return url;
}

/** The URL on one line, without credentials and query, for people. */
export function showUrl({ protocol, host, pathname }: URL): string {
  return printable(`${protocol}//${host}${pathname}`);
}
