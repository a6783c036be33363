import { describe, expect, it } from 'vitest';
import { brokenConnection, connectFailure } from '../../../src/endpoints/network/failure.ts';
import type { TimeLimit } from '../../../src/endpoints/network/time-limit.ts';

const running: TimeLimit = { signal: new AbortController().signal, elapsedMs: () => 12 };
const over: TimeLimit = { signal: AbortSignal.abort(), elapsedMs: () => 12 };

function withProperties(message: string, properties: object): Error {
  return Object.assign(new Error(message), properties);
}

describe('connectFailure', () => {
  it.each([
    ['ECONNREFUSED', 'refused'],
    ['ECONNRESET', 'reset'],
    ['ETIMEDOUT', 'timeout'],
    ['EHOSTUNREACH', 'unreachable'],
    ['ENETUNREACH', 'unreachable'],
    ['EADDRNOTAVAIL', 'unreachable'],
  ])('makes of %s: %s', (code, reason) => {
    const found = connectFailure(running, withProperties('connect', { code }));
    expect(found).toEqual({ kind: 'failure', stage: 'connect', reason, detail: code, durationMs: 12 });
  });

  it('is a timeout when the time is over, whatever the error', () => {
    const found = connectFailure(over, withProperties('connect', { code: 'ECONNREFUSED' }));
    expect(found).toMatchObject({ stage: 'connect', reason: 'timeout' });
  });
});

describe('brokenConnection', () => {
  it.each([
    [{ code: 'ECONNRESET', syscall: 'read' }, 'reset', 'ECONNRESET'],
    [{ code: 'EPIPE', syscall: 'write' }, 'reset', 'EPIPE'],
    [{ code: 'ECONNRESET' }, 'closed', 'FIN'],
    [
      { code: 'ERR_SSL_UNSUPPORTED_PROTOCOL', reason: 'unsupported protocol' },
      'tls-error',
      'unsupported protocol',
    ],
  ])('reads %o', (properties, reason, detail) => {
    const found = brokenConnection(running, 'tls', withProperties('broken', properties));
    expect(found).toMatchObject({ stage: 'tls', reason, detail });
  });

  it.each([
    [112, 'unrecognized_name'],
    [70, 'protocol_version'],
    [250, 'alert_250'],
  ])('names the alert %i', (number, detail) => {
    const error = withProperties(`error:0A000458:SSL routines::x:SSL alert number ${number}`, {
      code: 'ERR_SSL_X',
    });
    expect(brokenConnection(running, 'http', error)).toMatchObject({
      stage: 'tls',
      reason: 'tls-alert',
      detail,
    });
  });

  it('tells a parser of HTTP from one of TLS', () => {
    const http = withProperties('Parse Error', { code: 'HPE_INVALID_CONSTANT', reason: 'Expected HTTP/' });
    const tls = withProperties('bad record mac', {
      code: 'ERR_SSL_BAD_RECORD_MAC',
      reason: 'bad record mac',
    });
    expect(brokenConnection(running, 'http', http).reason).toBe('http-error');
    expect(brokenConnection(running, 'http', tls).reason).toBe('tls-error');
  });
});
