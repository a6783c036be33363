import type { IncomingMessage } from 'node:http';
import { refuse, type Refusal } from './cas-answer.ts';

/** The guide's calls, and the published read that finds certificates. */
export type CasAction =
  | 'CreateCertificate'
  | 'DeployCertificate'
  | 'DescribeCertificateStatus'
  | 'DiagnoseCertificate'
  | 'UpdateCertificate'
  | 'ListUserCertificateOrder';

/** Decoded parameters of a call; each name once. */
export type CallParameters = ReadonlyMap<string, string>;

/** One call as it came in. */
export interface CasCall {
  readonly method: string;
  /** Origin form, as received. */
  readonly rawUrl: string;
  /** As far as they could be read. */
  readonly parameters: CallParameters;
  /** Why it cannot be looked at any further. */
  readonly refusal: Refusal | undefined;
}

const MAX_BODY_BYTES = 1_048_576;

/** Reads query and form body into one set of parameters. */
export async function readCall(request: IncomingMessage): Promise<CasCall> {
  const method = request.method ?? '';
  const rawUrl = request.url ?? '';
  const body = await readBody(request);
  const query = new URLSearchParams(rawUrl.slice(rawUrl.indexOf('?') + 1 || rawUrl.length));
  const form = isForm(request.headers['content-type']) ? new URLSearchParams(body) : new URLSearchParams();
  const parameters = new Map([...query, ...form]);
  const refusal =
    checkTransport(method, body, request.headers['content-type']) ??
    checkUrl(query) ??
    (parameters.size === query.size + form.size
      ? undefined
      : refuse('InvalidParameter', 'A parameter occurs more than once.'));
  return { method, rawUrl, parameters, refusal };
}

function checkTransport(
  method: string,
  body: string | undefined,
  contentType: string | undefined,
): Refusal | undefined {
  if (!['GET', 'POST', 'PUT'].includes(method)) {
    return refuse('UnsupportedHTTPMethod', `This HTTP method is not supported: ${method}.`);
  }
  if (body === undefined) {
    return refuse('RequestEntityTooLarge', `The body is larger than ${MAX_BODY_BYTES} bytes.`);
  }
  if (body !== '' && !isForm(contentType)) {
    return refuse('UnsupportedContentType', 'The body must be application/x-www-form-urlencoded.');
  }
  return undefined;
}

/** URLs end up in logs of every proxy on the way. The real service would take the key. */
function checkUrl(query: URLSearchParams): Refusal | undefined {
  if (!query.has('Key') && ![...query.values()].some((value) => value.includes('PRIVATE KEY'))) {
    return undefined;
  }
  return refuse('InvalidParameter.Key', 'A PRIVATE KEY CAME IN A URL. Key material belongs in a POST body.');
}

/** UTF-8 text of the body; undefined when it is longer than allowed. */
export async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    // The rest is read and dropped, so that the peer can finish and see the answer.
    if (size <= MAX_BODY_BYTES) chunks.push(chunk);
  }
  return size > MAX_BODY_BYTES ? undefined : Buffer.concat(chunks).toString('utf8');
}

function isForm(contentType: string | undefined): boolean {
  return contentType?.split(';')[0]?.trim().toLowerCase() === 'application/x-www-form-urlencoded';
}
