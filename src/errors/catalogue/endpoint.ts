import type { ErrorEntry } from '../app-error.ts';

export const endpointErrors = {
  TLS_HANDSHAKE_UNREADABLE: ({ detail }: { detail: string }) => ({
    category: 'remote',
    problem: `The server's handshake breaks the TLS protocol: ${detail}`,
    help: 'Check that the address terminates TLS itself and runs a maintained TLS library.',
  }),
  CERTIFICATE_LIST_MALFORMED: ({ detail }: { detail: string }) => ({
    category: 'certificate',
    problem: `The server's Certificate message is malformed: ${detail}`,
    help: 'Check what the ingress was given: PEM certificates, the leaf first, 20 at most.',
  }),
  AIA_URL_REFUSED: ({ url, why }: { url: string; why: string }) => ({
    category: 'certificate',
    problem: `The issuer's certificate is not fetched from ${url}: ${why}`,
    help: 'Add the intermediate certificates to the bundle by hand; a private CA needs trust.private-networks.',
  }),
  AIA_URL_HTTPS: ({ url }: { url: string }) => ({
    category: 'certificate',
    problem: `The issuer's certificate is not fetched from ${url}: only http is, because verifying https may need the very certificate that is missing`,
    help: 'Add the intermediate certificates to the bundle by hand.',
  }),
  AIA_UNREACHABLE: ({ url, why }: { url: string; why: string }) => ({
    category: 'network',
    problem: `The issuer's certificate could not be fetched from ${url}: ${why}`,
    help: 'Run again later, or add the intermediate certificates to the bundle by hand.',
    retryable: true,
  }),
  AIA_HTTP_STATUS: ({ url, status }: { url: string; status: number }) => ({
    category: 'remote',
    problem: `${url} answers with HTTP ${status} instead of 200`,
    help: 'Add the intermediate certificates to the bundle by hand, and tell the CA.',
    retryable: status >= 500 || status === 429,
  }),
  AIA_ANSWER_INVALID: ({ url, why }: { url: string; why: string }) => ({
    category: 'remote',
    problem: `${url} does not answer with the issuer's certificate: ${why}`,
    help: 'Add the intermediate certificates to the bundle by hand, and tell the CA.',
  }),
  AIA_TOO_LARGE: ({ url, limit }: { url: string; limit: number }) => ({
    category: 'remote',
    problem: `${url} answers with more than ${limit} bytes, which no issuer's certificate needs`,
    help: 'Add the intermediate certificates to the bundle by hand, and tell the CA.',
  }),
  AIA_GIVEN_UP: ({ url, why }: { url: string; why: string }) => ({
    category: 'network',
    problem: `The issuer's certificate is not fetched from ${url}: ${why}`,
    help: 'Add the intermediate certificates to the bundle by hand, or check fewer endpoints at a time.',
    retryable: true,
  }),
  SWEEP_THREAD_FAILED: ({ why }: { why: string }) => ({
    category: 'internal',
    problem: `A thread that should check endpoints did not start: ${why}`,
    help: 'Check that the files of airec-https are complete and that memory is left, then run again.',
  }),
} satisfies Record<string, (details: never) => ErrorEntry>;
