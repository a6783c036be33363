import { describe, expect, it } from 'vitest';
import { readSetup } from '../../../src/commands/bot/setup.ts';

const SLACK = { SLACK_BOT_TOKEN: 'xoxb-1-of-a-bot', SLACK_CHANNEL: 'C012AB3CD' };
const SOCKET = { ...SLACK, SLACK_APP_TOKEN: 'xapp-1-of-an-app' };
const STATE = ['--state', 'state.json'];

describe('readSetup', () => {
  it('takes Socket Mode, or signed requests with a port', () => {
    expect(readSetup([...STATE, '--every', '5m'], SOCKET)).toMatchObject({
      everyMs: 300_000,
      port: undefined,
    });
    const http = { ...SLACK, SLACK_SIGNING_SECRET: '0123456789abcdef0123456789abcdef' };
    expect(readSetup(STATE, http)).toMatchObject({ port: 3000, everyMs: undefined });
  });

  it.each([
    ['no token', STATE, { ...SOCKET, SLACK_BOT_TOKEN: '' }, 'SLACK_BOT_TOKEN is missing'],
    ['another token', STATE, { ...SOCKET, SLACK_BOT_TOKEN: 'xoxp-of-a-person' }, 'SLACK_BOT_TOKEN is none'],
    ['no channel', STATE, { ...SOCKET, SLACK_CHANNEL: '#alerts' }, 'SLACK_CHANNEL is "#alerts"'],
    ['no transport', STATE, SLACK, 'no way for Slack'],
    ['both transports', STATE, { ...SOCKET, SLACK_SIGNING_SECRET: 'ab'.repeat(16) }, 'both given'],
    ['no memory', [], SOCKET, 'nowhere to remember'],
    ['half a GitHub', STATE, { ...SOCKET, GITHUB_TOKEN: 'ghs_x' }, 'without GITHUB_REPOSITORY'],
    ['a branch without GitHub', [...STATE, '--branch', 'main'], SOCKET, '--branch is given'],
    ['a port that is none', [...STATE, '--port', '70000'], SOCKET, '--port is "70000"'],
    ['too often', [...STATE, '--every', '5s'], SOCKET, '--every is "5s"'],
  ])('refuses %s', (...[, argv, environment, problem]) => {
    expect(() => readSetup(argv, environment)).toThrow(
      expect.objectContaining({ code: 'USAGE', message: expect.stringContaining(problem) }),
    );
  });
});
