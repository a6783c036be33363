import { describe, expect, it } from 'vitest';
import type { Incident } from '../../src/monitoring/incident.ts';
import type { Block, Message } from '../../src/slack/block.ts';
import { incidentMessage, type MessageSetting } from '../../src/slack/incident-message.ts';
import { mrkdwn, mrkdwnLink } from '../../src/slack/mrkdwn.ts';
import { broken, Simulation } from '../support/monitoring.ts';
import { SETTING } from '../support/slack.ts';

function incidentOf(letters: string): Incident {
  const simulation = new Simulation();
  simulation.series(letters);
  return simulation.only;
}

/** Those of the text, and after them those in small print. */
function linesOf({ blocks }: Message): readonly string[] {
  return blocks.flatMap((block) => {
    if (block.type === 'section') return block.text.text.split('\n');
    return block.type === 'context' ? block.elements.flatMap(({ text }) => text.split('\n')) : [];
  });
}

function show(incident: Incident, setting: Partial<MessageSetting> = {}): readonly string[] {
  return linesOf(incidentMessage({ incident, members: [] }, { ...SETTING, ...setting }));
}

/** What Slack refuses of blocks; empty when it takes them. */
function refusals(blocks: readonly Block[]): readonly string[] {
  const texts = blocks.flatMap((block) => {
    if (block.type === 'section') return [block.text.text.length];
    return block.type === 'context' ? block.elements.map(({ text }) => text.length) : [];
  });
  const labels = blocks.flatMap((block) =>
    block.type === 'actions' ? block.elements.map(({ text }) => text.text.length) : [],
  );
  return [
    ...(blocks.length > 50 ? ['blocks'] : []),
    ...texts.filter((length) => length === 0 || length > 3000).map(() => 'section'),
    ...labels.filter((length) => length > 75).map(() => 'button'),
  ];
}

function kinds(interaction: MessageSetting['interaction'], letters = 'bb'): readonly string[] {
  const told = { incident: incidentOf(letters), members: [] };
  return incidentMessage(told, { ...SETTING, interaction }).blocks.map(({ type }) => type);
}

describe('incidentMessage', () => {
  it('says what is wrong, for whom, why and what to do, and in small print where', () => {
    expect(show(incidentOf('bb'))).toEqual([
      '🔴 *rec.example.com* — certificate chain incomplete',
      '*Fails for* Java `PKIX path building failed`',
      '*Works for* Chrome (fetches what is missing)',
      '*Cause:* the issuer is not sent',
      '<https://github.com/acme/shop/actions/runs/7|Run> · <https://github.com/acme/shop/blob/main/docs/slack.md|What to do> · owner <!subteam^S012AB3CD>',
      'Seen on 1 of 1 address from test, since 1 Jun 13:00 UTC, by 2 checks',
      'React with 👀 to acknowledge, with 💤 to snooze for 24 h, with 🔇 until the certificate changes',
    ]);
  });

  it('says what notifications and screen readers say without signs of formatting', () => {
    const message = incidentMessage({ incident: incidentOf('bb'), members: [] }, SETTING);
    expect(message.text).toBe(
      '🔴 rec.example.com — certificate chain incomplete\nFails for Java PKIX path building failed\nWorks for Chrome (fetches what is missing)',
    );
  });

  it('names clients that see the same words together', () => {
    const { facts, ...incident } = incidentOf('bb');
    const refused = [
      { client: 'java', error: 'PKIX path building failed' },
      { client: 'openssl', error: null },
      { client: 'android', error: 'PKIX path building failed' },
    ] as const;
    expect(show({ ...incident, facts: { ...facts, refused, lucky: [] } })[1]).toBe(
      '*Fails for* Java, Android `PKIX path building failed`, OpenSSL',
    );
  });

  it.each([
    [
      'sun.security.validator.ValidatorException: PKIX path building failed: sun.security.provider.certpath.SunCertPathBuilderException: unable to find valid certification path to requested target',
      'PKIX path building failed',
    ],
    [
      'java.security.cert.CertPathValidatorException: Trust anchor for certification path not found.',
      'Trust anchor for certification path not found',
    ],
    [
      'PKIX path validation failed: java.security.cert.CertPathValidatorException: validity check failed',
      'PKIX path validation failed: validity check failed',
    ],
    ['java.net.SocketException', 'java.net.SocketException'],
    ['unable to get local issuer certificate', 'unable to get local issuer certificate'],
    ['x'.repeat(200), `${'x'.repeat(79)}…`],
  ])('shortens what a client says to what people search for: %s', (error, shown) => {
    const { facts, ...incident } = incidentOf('bb');
    const refused = [{ client: 'java', error }] as const;
    expect(show({ ...incident, facts: { ...facts, refused } })[1]).toContain(`Java \`${shown}\``);
  });

  it('opens the fix by a button where there is one', () => {
    const { links, ...incident } = incidentOf('bb');
    const pullRequest = { number: 12, state: 'open' } as const;
    const told = { incident: { ...incident, links: { ...links, pullRequest } }, members: [] };
    const { blocks } = incidentMessage(told, { ...SETTING, interaction: 'buttons' });
    const pressed = blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []));
    expect(pressed.map(({ action_id: id, url }) => url ?? id)).toEqual([
      'acknowledge',
      'snooze',
      'check-now',
      'https://github.com/acme/shop/pull/12',
    ]);
  });

  it('turns green, says for how long, and calls nobody', () => {
    const lines = show(incidentOf('bbgg'));
    expect(lines[0]).toBe('🟢 *rec.example.com* — certificate chain incomplete: resolved after 2 h');
    expect(lines.join('\n')).not.toMatch(/subteam|React/);
  });

  it('calls nobody for what will break only', () => {
    const lines = show({ ...incidentOf('bb'), severity: 'warn' });
    expect(lines[0]).toMatch(/^🟠/);
    expect(lines.join('\n')).not.toContain('subteam');
  });

  it('links the pull request that mends it', () => {
    const incident = incidentOf('bb');
    const links = { ...incident.links, pullRequest: { number: 128, state: 'open' as const } };
    expect(show({ ...incident, links })[4]).toMatch(
      /^<https:\/\/github\.com\/acme\/shop\/pull\/128\|Fix: pull request #128> · /,
    );
  });

  it('links those of the incidents of a group, each once', () => {
    const incident = incidentOf('bb');
    const members = [7, 3, 7, 9, 11].map((number) => {
      const state = number === 3 ? ('merged' as const) : ('open' as const);
      return { ...incident, links: { ...incident.links, pullRequest: { number, state } } };
    });
    const setting = { ...SETTING, repositoryUrl: undefined };
    const { blocks } = incidentMessage({ incident, members }, setting);
    expect(JSON.stringify(blocks)).toContain('Fix: pull request #3 (merged), #7, #9 and 1 more · ');
  });

  it('says who looks after it instead of how to', () => {
    const acknowledgement = { by: '<@U012AB3CD>', at: '2026-06-01T14:00:00.000Z' };
    expect(show({ ...incidentOf('bb'), acknowledgement }).at(-1)).toBe('👀 acknowledged by <@U012AB3CD>');
  });

  it('has buttons where a bot runs, and no other block', () => {
    expect(kinds('buttons')).toEqual(['section', 'context', 'actions']);
    expect(kinds('buttons', 'bbgg')).toEqual(['section', 'context']);
    expect(kinds('reactions')).toEqual(['section', 'context']);
    expect(kinds('none')).toEqual(['section', 'context']);
  });

  it('tells thirty endpoints in one message', () => {
    const simulation = new Simulation();
    const all = Array.from({ length: 30 }, (_, index) => broken({ domain: `r${index}.example.com` }));
    simulation.run(all);
    simulation.run(all);
    expect(simulation.events).toHaveLength(1);
    const [event] = simulation.events;
    if (!event) throw new Error('nothing happened');
    const message = incidentMessage(event, SETTING);
    const lines = linesOf(message);
    expect(lines[0]).toBe('🔴 *30 endpoints* — certificate chain incomplete');
    expect(lines[1]).toMatch(/^r0\.example\.com, .* and 24 more$/);
    expect(lines.length).toBeLessThanOrEqual(8);
    expect(refusals(message.blocks)).toEqual([]);
  });

  it('holds against hostile texts of any length', () => {
    const evil = '<!channel> *bold* `code` <https://evil.example|PR> &amp; \u202Egnp\n'.repeat(200);
    const incident = incidentOf('bb');
    const message = incidentMessage(
      {
        incident: {
          ...incident,
          endpoint: evil,
          facts: {
            ...incident.facts,
            vantage: evil,
            origin: evil,
            refused: (['java', 'android', 'openssl', 'firefox', 'chrome'] as const).map((client) => ({
              client,
              error: evil,
            })),
          },
          acknowledgement: { by: evil, at: '2026-06-01T14:00:00.000Z' },
        },
        members: [],
      },
      SETTING,
    );
    const text = linesOf(message).join('\n');
    expect(refusals(message.blocks)).toEqual([]);
    expect(linesOf(message).length).toBeLessThanOrEqual(8);
    expect(`${text}${message.text}`).not.toMatch(/<!channel>|<https:\/\/evil|\u202E/);
  });
});

describe('mrkdwn', () => {
  it.each([
    ['a < b & c > d', 'a &lt; b &amp; c &gt; d'],
    ['CN=*.example.com', 'CN=∗.example.com'],
    ['a\nb', 'a\\u{a}b'],
  ])('shows %j literally', (text, expected) => {
    expect(mrkdwn(text)).toBe(expected);
  });

  it('cuts between signs, never inside of an entity', () => {
    expect(mrkdwn('<<<<', 10)).toBe('&lt;&lt;…');
    expect(mrkdwn('🔴🔴🔴', 5)).toBe('🔴🔴…');
  });

  it.each([
    ['https://a.example/?a=1&b=2', '<https://a.example/?a=1&amp;b=2|x>'],
    ['https://a.example/|y>z', '<https://a.example/%7Cy%3Ez|x>'],
    ['javascript:alert(1)', 'x'],
    ['nowhere', 'x'],
  ])('links to %s', (url, expected) => {
    expect(mrkdwnLink(url, 'x')).toBe(expected);
  });
});
