import type { Certificate } from '../../certificates/certificate.ts';
import { isSignedBy } from '../../certificates/keys/signature.ts';
import { printable } from '../../errors/printable.ts';
import { toAppErrors } from '../../errors/render.ts';
import type { IssuerFetcher } from '../network/issuer-fetcher.ts';

const MAX_URLS = 3;
/** How long an address may keep us waiting before the next one is asked as well. */
const HEAD_START_MS = 1000;

export interface IssuerQuestion {
  /** Whose issuer is looked for. */
  readonly certificate: Certificate;
  readonly fetchIssuers: IssuerFetcher;
  /** When it aborts, what is not there yet is not waited for. */
  readonly signal: AbortSignal;
}

export interface FetchedIssuers {
  /** Printable. */
  readonly url: string;
  /** All that was answered, at least one of which signed the certificate in question. */
  readonly certificates: readonly Certificate[];
}

export interface IssuerAnswer {
  /** Undefined when no address has the issuer. */
  readonly answer: FetchedIssuers | undefined;
  /** Why addresses gave nothing of use; printable. */
  readonly problems: readonly string[];
}

/**
 * The issuer of a certificate from the addresses it names, at most three: the next one is asked when one fails, has
 * something else, or is silent for a second. Fetches do not throw here.
 */
export async function fetchIssuerOf(question: IssuerQuestion): Promise<IssuerAnswer> {
  const urls = question.certificate.caIssuersUrls.slice(0, MAX_URLS);
  const problems: string[] = [];
  const attempts: Promise<FetchedIssuers | undefined>[] = [];
  if (urls.length === 0) problems.push('the certificate names no place to fetch its issuer from');
  for (const url of urls) {
    attempts.push(attempt(url, question, problems));
    const answer = await firstFound(attempts, attempts.length < urls.length ? HEAD_START_MS : undefined);
    if (answer) return { answer, problems: [...problems] };
  }
  return { answer: undefined, problems };
}

async function attempt(
  url: string,
  { certificate, fetchIssuers, signal }: IssuerQuestion,
  problems: string[],
): Promise<FetchedIssuers | undefined> {
  try {
    const certificates = await fetchIssuers(url, signal);
    if (certificates.some((each) => isSignedBy(certificate, each)))
      return { url: printable(url), certificates };
    problems.push(`${printable(url)} does not hold the issuer`);
  } catch (error) {
    problems.push(...toAppErrors(error).map(({ message }) => message));
  }
  return undefined;
}

/** The first that is found; undefined when all fail, or none has come within `patienceMs`. */
function firstFound<Found>(
  attempts: readonly Promise<Found | undefined>[],
  patienceMs: number | undefined,
): Promise<Found | undefined> {
  return new Promise((resolve) => {
    const timer = patienceMs === undefined ? undefined : setTimeout(() => resolve(undefined), patienceMs);
    const settle = (found: Found | undefined): void => {
      clearTimeout(timer);
      resolve(found);
    };
    for (const each of attempts) void each.then((found) => found && settle(found));
    void Promise.all(attempts).then(() => settle(undefined));
  });
}
