import type { Certificate } from '../../certificates/certificate.ts';
import { appError } from '../../errors/catalogue.ts';
import { printable } from '../../errors/printable.ts';
import { showUrl } from './aia-url.ts';
import { fetchIssuers, type FetchTerms } from './fetch-issuers.ts';

/** One URL, redirects included. */
const MAX_FETCH_MS = 4000;
/** Distinct URLs of one run; those of all public authorities together are some hundreds. */
const MAX_URLS = 1000;
/** Time of one run, over all requests that gave nothing: so long may hostile servers hold it up. */
const MAX_WASTED_MS = 60_000;

/**
 * Gets what an AIA caIssuers URL offers (RFC 5280 §4.2.2.1). Nobody has verified it. Whoever asked hears at once when
 * the signal aborts.
 *
 * @throws AIA_…
 */
export type IssuerFetcher = (url: string, signal?: AbortSignal) => Promise<readonly Certificate[]>;

/**
 * A fetcher for one run. Every URL is asked once: answers and failures are kept, requests under way are shared. A run
 * that has wasted a minute on servers without an answer, or asked 1,000 URLs, asks no more.
 *
 * @throws (the fetcher) AIA_GIVEN_UP, and what `fetchIssuers` throws
 */
export function createIssuerFetcher(terms: Omit<FetchTerms, 'signal'>): IssuerFetcher {
  const answers = new Map<string, Promise<readonly Certificate[]>>();
  const timeoutMs = Math.min(terms.timeoutMs, MAX_FETCH_MS);
  let wastedMs = 0;

  async function fetchOnce(url: string): Promise<readonly Certificate[]> {
    if (answers.size >= MAX_URLS) throw givenUp(url, `${MAX_URLS} places have been asked`);
    if (wastedMs >= MAX_WASTED_MS)
      throw givenUp(url, `${MAX_WASTED_MS / 1000} s have gone without an answer`);
    const startedAt = performance.now();
    try {
      return await fetchIssuers(url, { ...terms, timeoutMs });
    } catch (error) {
      wastedMs += performance.now() - startedAt;
      throw error;
    }
  }

  return (url, signal) => {
    const known = answers.get(url);
    const answer = known ?? fetchOnce(url);
    // Beyond the limit nothing more is kept either.
    if (!known && answers.size < MAX_URLS) answers.set(url, answer);
    return signal ? unlessAborted(answer, { url, signal }) : answer;
  };
}

function givenUp(url: string, why: string): Error {
  return appError('AIA_GIVEN_UP', { url: URL.canParse(url) ? showUrl(new URL(url)) : printable(url), why });
}

/** The request goes on for others who may have asked for the same. */
function unlessAborted<Answer>(
  answer: Promise<Answer>,
  { url, signal }: { readonly url: string; readonly signal: AbortSignal },
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(givenUp(url, 'the time for the whole search is over'));
    answer.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort, { once: true });
  });
}
