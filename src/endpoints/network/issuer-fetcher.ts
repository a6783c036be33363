import type { Certificate } from '../../certificates/certificate.ts';
import { appError } from '../../errors/catalogue.ts';
import { printable } from '../../errors/printable.ts';
import { showUrl } from './aia-url.ts';
import { fetchIssuers, type FetchTerms } from './fetch-issuers.ts';

/** One URL, redirects included. */
const MAX_FETCH_MS = 3500;
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

/** A request under way or answered, and who waits for it. */
interface Question {
  readonly answer: Promise<readonly Certificate[]>;
  /** Ends the request. */
  readonly controller: AbortController;
  waiting: number;
}

/**
 * A fetcher for one run. Every URL is asked once: answers and failures are kept, requests under way are shared, and ended
 * when nobody waits for them any more. A run that has wasted a minute on servers without an answer, or asked 1,000 URLs,
 * asks no more.
 *
 * @throws (the fetcher) AIA_GIVEN_UP, and what `fetchIssuers` throws
 */
export function createIssuerFetcher(terms: Omit<FetchTerms, 'signal'>): IssuerFetcher {
  const questions = new Map<string, Question>();
  const timeoutMs = Math.min(terms.timeoutMs, MAX_FETCH_MS);
  let wastedMs = 0;

  async function fetchOnce(url: string, signal: AbortSignal): Promise<readonly Certificate[]> {
    if (questions.size >= MAX_URLS) throw givenUp(url, `${MAX_URLS} places have been asked`);
    if (wastedMs >= MAX_WASTED_MS)
      throw givenUp(url, `${MAX_WASTED_MS / 1000} s have gone without an answer`);
    const startedAt = performance.now();
    try {
      return await fetchIssuers(url, { ...terms, timeoutMs, signal });
    } catch (error) {
      wastedMs += performance.now() - startedAt;
      throw error;
    }
  }

  return (url, signal) => {
    const known = questions.get(url);
    if (known) return waitFor(known, { url, signal });
    const controller = new AbortController();
    const question = { answer: fetchOnce(url, controller.signal), controller, waiting: 0 };
    // Beyond the limit nothing more is kept either.
    if (questions.size < MAX_URLS) questions.set(url, question);
    return waitFor(question, { url, signal });
  };
}

function givenUp(url: string, why: string): Error {
  const shown = URL.canParse(url) ? showUrl(new URL(url)) : printable(url);
  return appError('AIA_GIVEN_UP', { url: shown, why });
}

/** The answer, until the signal aborts; the request goes on for others who wait for it. */
function waitFor(
  question: Question,
  { url, signal }: { readonly url: string; readonly signal: AbortSignal | undefined },
): Promise<readonly Certificate[]> {
  question.waiting += 1;
  if (!signal) return question.answer;
  return new Promise((resolve, reject) => {
    const abort = (): void => {
      const reason = givenUp(url, 'the time for the whole search is over');
      question.waiting -= 1;
      if (question.waiting === 0) question.controller.abort(reason);
      reject(reason);
    };
    question.answer.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort, { once: true });
  });
}
