import { completeBundle, type BundleQuery, type BundleResult } from '../../certificates/bundle.ts';
import type { Certificate } from '../../certificates/certificate.ts';
import { printable } from '../../errors/printable.ts';
import { toAppErrors } from '../../errors/render.ts';

/** Intermediates between a leaf and its root; real hierarchies have one or two. */
const MAX_FETCHED_LEVELS = 4;
const MAX_URLS_PER_CERTIFICATE = 3;

/** Gets what an AIA caIssuers URL offers (RFC 5280 §4.2.2.1). */
export type IssuerFetcher = (url: string) => Promise<readonly Certificate[]>;

export interface BundleSearch {
  readonly result: BundleResult;
  /** The URLs whose certificates the search needed, in order; printable. */
  readonly fetched: readonly string[];
  /** Why URLs gave nothing of use; printable. */
  readonly problems: readonly string[];
}

/**
 * Looks for the complete bundle of a leaf: among the candidates at hand first, then by following caIssuers
 * upwards from where the path stops. What is fetched counts only if the path's signatures prove it.
 */
export async function findBundle(query: BundleQuery, fetchIssuers: IssuerFetcher): Promise<BundleSearch> {
  const candidates = [...query.candidates];
  const fetched: string[] = [];
  const problems: string[] = [];
  let result = completeBundle({ ...query, candidates });
  for (let level = 0; level < MAX_FETCHED_LEVELS; level += 1) {
    if (result.kind === 'complete' || result.failure.code !== 'unknown-issuer') break;
    const { certificate } = result.failure;
    const found = await fetchFirst(certificate.caIssuersUrls, fetchIssuers, problems);
    if (!found) break;
    candidates.push(...found.certificates);
    fetched.push(printable(found.url));
    result = completeBundle({ ...query, candidates });
    // The same certificate still lacks its issuer: what came does not fit.
    if (result.kind === 'incomplete' && result.failure.certificate === certificate) {
      problems.push(`${printable(found.url)} does not hold the issuer`);
      break;
    }
  }
  return { result, fetched, problems };
}

async function fetchFirst(
  urls: readonly string[],
  fetchIssuers: IssuerFetcher,
  problems: string[],
): Promise<{ url: string; certificates: readonly Certificate[] } | undefined> {
  for (const url of urls.slice(0, MAX_URLS_PER_CERTIFICATE)) {
    try {
      return { url, certificates: await fetchIssuers(url) };
    } catch (error) {
      problems.push(...toAppErrors(error).map(({ message }) => message));
    }
  }
  if (urls.length === 0) problems.push('the certificate names no place to fetch its issuer from');
  return undefined;
}
