/** An answer of the emulated service: the body of a success, or why it refused. */
export type CasAnswer = Success | Refusal;

export interface Success {
  readonly kind: 'success';
  /** Without RequestId, which every answer gets. */
  readonly body: Readonly<Record<string, unknown>>;
}

export interface Refusal {
  readonly kind: 'refusal';
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

/** Statuses that the code does not tell by its shape. */
const STATUSES: Readonly<Record<string, number>> = {
  UnsupportedHTTPMethod: 405,
  RequestEntityTooLarge: 413,
  'Throttling.User': 429,
  ServiceUnavailable: 503,
};

export function succeed(body: Readonly<Record<string, unknown>>): Success {
  return { kind: 'success', body };
}

export function refuse(code: string, message: string): Refusal {
  const notFound = code.startsWith('NotFound') || code.endsWith('.NotFound');
  return { kind: 'refusal', status: STATUSES[code] ?? (notFound ? 404 : 400), code, message };
}

/** The body as sent, with the fields Alibaba Cloud puts around every answer. */
export function answerBody(answer: CasAnswer, requestId: string): Record<string, unknown> {
  if (answer.kind === 'success') return { RequestId: requestId, ...answer.body };
  return {
    RequestId: requestId,
    HostId: 'airec-https-emulator',
    Code: answer.code,
    Message: answer.message,
    Recommend: 'This is the airec-https emulator, not Alibaba Cloud.',
  };
}
