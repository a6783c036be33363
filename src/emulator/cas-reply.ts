import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { answerBody, refuse, type CasAnswer } from './cas-answer.ts';
import { hits, type Faults } from './faults.ts';

/** What goes back over HTTP. */
export interface Reply {
  /** `OK`, an error code, or what a fault made of it: `HTML`, `HTTP 500`, `LOST` (carried out, unanswered). */
  readonly outcome: string;
  readonly status: number;
  readonly contentType: string;
  /** Undefined: the connection is cut instead. */
  readonly body: string | undefined;
}

/** Sends it, or cuts the connection. */
export function sendReply(response: ServerResponse, reply: Reply): void {
  if (reply.body === undefined) {
    response.socket?.destroy();
    return;
  }
  response.writeHead(reply.status, { 'content-type': reply.contentType });
  response.end(reply.body);
}

/** The reply of a fault that keeps the call from being carried out; undefined when none hits it. */
export function faultyReply(faults: Faults, action: string): Reply | undefined {
  if (faults.take('lose-call', hits(action))) {
    return { outcome: 'NEVER ARRIVED', status: 0, contentType: '', body: undefined };
  }
  if (faults.take('throttle', hits(action))) {
    return answerReply(refuse('Throttling.User', 'Request was denied due to user flow control.'));
  }
  const failure = faults.take('server-error', hits(action));
  if (failure?.code) {
    const refusal = refuse(failure.code, 'The request has failed due to a temporary failure of the server.');
    return answerReply({ ...refusal, status: failure.status });
  }
  if (failure) {
    const body = JSON.stringify({ RequestId: randomUUID().toUpperCase() });
    return {
      outcome: `HTTP ${failure.status}`,
      status: failure.status,
      contentType: 'application/json',
      body,
    };
  }
  if (faults.take('html-body', hits(action))) {
    const body = '<!doctype html><title>airec-https emulator</title><p>Please log in to the proxy.</p>';
    return { outcome: 'HTML', status: 200, contentType: 'text/html', body };
  }
  return undefined;
}

/** An answer as the real service sends it. */
export function answerReply(answer: CasAnswer): Reply {
  return {
    outcome: answer.kind === 'success' ? 'OK' : answer.code,
    status: answer.kind === 'success' ? 200 : answer.status,
    contentType: 'application/json;charset=utf-8',
    body: JSON.stringify(answerBody(answer, randomUUID().toUpperCase())),
  };
}
