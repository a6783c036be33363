import { describe, expect, it } from 'vitest';
import type { Config } from '../../src/config/config.ts';
import { parseConfig } from '../../src/config/load-config.ts';
import { toAppErrors } from '../../src/errors/render.ts';

const MINIMAL = `region: cn-hangzhou
airec: { instance: ai-rec-prod }
endpoints:
  - domain: rec.example.com
    certificate: { bundle: certs/rec.pem, key: { env: REC_KEY } }
    ingress: [{ type: SLB, instance: lb-ai-rec-01 }]
`;

function parse(text: string): Config {
  return parseConfig(text, { file: 'conf/airec-https.yml', directory: '/repo/conf' });
}

/** `CODE line:column` of every problem. */
function problemsOf(text: string): string[] {
  try {
    parse(text);
    return [];
  } catch (error) {
    return toAppErrors(error).map(
      ({ code, location }) => `${code} ${String(location?.line)}:${String(location?.column)}`,
    );
  }
}

function rendered(text: string): string {
  try {
    parse(text);
    return '';
  } catch (error) {
    return toAppErrors(error)
      .map((problem) => `${problem.message} ${problem.help}`)
      .join('\n');
  }
}

/** The minimal configuration with its endpoint's certificate replaced. */
function withCertificate(certificate: string): string {
  return MINIMAL.replace(/certificate: .*/, `certificate: ${certificate}`);
}

describe('parseConfig', () => {
  it('fills in every default', () => {
    expect(parse(MINIMAL)).toEqual({
      file: 'conf/airec-https.yml',
      region: 'cn-hangzhou',
      cas: { api: '2020-04-07', endpoint: 'https://cas.aliyuncs.com', contacts: [], retention: undefined },
      cloudEndpoints: {},
      airec: {
        instance: 'ai-rec-prod',
        mapping: '/repo/conf/certificate_info.xlsx',
        bind: ['airec-cli'],
        environment: [],
      },
      endpoints: [
        {
          domain: 'rec.example.com',
          port: 443,
          certificate: { kind: 'bundle', bundle: '/repo/conf/certs/rec.pem', key: { env: 'REC_KEY' } },
          ingress: [{ type: 'SLB', instance: 'lb-ai-rec-01' }],
          health: { path: '/api/v1/recommend', method: 'HEAD', accept: [200, 401, 404] },
          clients: ['chrome', 'firefox', 'java', 'android', 'openssl'],
          addresses: [],
          locations: {
            domain: { file: 'conf/airec-https.yml', line: 4, column: 5 },
            certificate: { file: 'conf/airec-https.yml', line: 5, column: 5 },
          },
        },
      ],
      trust: { roots: [], clients: new Map(), privateNetworks: false },
      deadlines: {
        callMs: 60_000,
        statusMs: 600_000,
        propagationMs: 900_000,
        bindMs: 120_000,
        connectionMs: 10_000,
      },
      monitor: {
        openAfter: 2,
        resolveAfter: 2,
        remindDays: 1,
        group: 5,
        unknownAfter: 6,
        historyDays: 90,
        digest: 'monday',
        vantage: undefined,
      },
      slack: { mention: undefined, users: [], channels: [], buttons: false },
    });
  });

  it('reads everything that can be said', () => {
    const config = parse(`region: ap-southeast-1
cas: { api: guide, endpoint: "http://127.0.0.1:8080" }
airec:
  instance: ai-rec-prod
  mapping: /srv/map.xlsx
  bind: [./bin/airec-cli, --profile, prod]
  environment: [AIREC_TOKEN]
endpoints:
  - domain: rec.example.com
    port: 8443
    certificate: { request: { type: DV } }
    ingress: [{ type: CDN, instance: rec.example.com }, { type: API_GATEWAY, instance: gw-1 }]
    health: { path: "/ping?deep=1", method: GET, accept: [204] }
    clients: [java]
    addresses: ["203.0.113.7:8443", 2001:db8::1]
  - { domain: rec.example.com, certificate: { cas-id: cert-8a9b2c }, ingress: [{ type: SLB, instance: lb-1 }] }
trust: { roots: [roots/lab.pem], clients: { openssl: [/etc/ca.pem], java: [a.pem, b.pem] }, private-networks: true }
deadlines: { call: 5s, status: 1m, propagation: 1h, bind: 10s, connection: 250ms }
monitor: { open-after: 1, resolve-after: 3, remind-days: 7, group: 10, unknown-after: 24, history-days: 30, digest: never, vantage: office-hangzhou }
slack: { mention: S012AB3CD, users: [U012AB3CD], channels: [C012AB3CD, G012AB3CD], buttons: true }
`);
    expect(config.cas.endpoint).toBe('http://127.0.0.1:8080');
    expect(config.airec).toEqual({
      instance: 'ai-rec-prod',
      mapping: '/srv/map.xlsx',
      bind: ['/repo/conf/bin/airec-cli', '--profile', 'prod'],
      environment: ['AIREC_TOKEN'],
    });
    expect(config.endpoints[0]).toMatchObject({
      port: 8443,
      certificate: { kind: 'request', type: 'DV' },
      health: { path: '/ping?deep=1', method: 'GET', accept: [204] },
      clients: ['java'],
      addresses: [{ ip: '203.0.113.7', port: 8443 }, { ip: '2001:db8::1' }],
    });
    expect(config.endpoints[1]?.certificate).toEqual({ kind: 'cas-id', casId: 'cert-8a9b2c' });
    expect(config.trust).toEqual({
      roots: ['/repo/conf/roots/lab.pem'],
      clients: new Map([
        ['java', ['/repo/conf/a.pem', '/repo/conf/b.pem']],
        ['openssl', ['/etc/ca.pem']],
      ]),
      privateNetworks: true,
    });
    expect(config.deadlines.connectionMs).toBe(250);
    expect(config.monitor).toEqual({
      openAfter: 1,
      resolveAfter: 3,
      remindDays: 7,
      group: 10,
      unknownAfter: 24,
      historyDays: 30,
      digest: 'never',
      vantage: 'office-hangzhou',
    });
    expect(config.slack).toEqual({
      mention: '<!subteam^S012AB3CD>',
      users: ['U012AB3CD'],
      channels: ['C012AB3CD', 'G012AB3CD'],
      buttons: true,
    });
  });

  it('takes a key from a file beside the configuration', () => {
    const [endpoint] = parse(withCertificate('{ bundle: a.pem, key: { file: keys/a.key } }')).endpoints;
    expect(endpoint?.certificate).toMatchObject({ key: { file: '/repo/conf/keys/a.key' } });
  });

  it.each([
    ['eu-central-1', 'https://cas.ap-southeast-1.aliyuncs.com'],
    ['cn-shanghai', 'https://cas.aliyuncs.com'],
  ])('asks for %s at %s', (region, endpoint) => {
    expect(parse(MINIMAL.replace('cn-hangzhou', region)).cas.endpoint).toBe(endpoint);
  });

  it('leaves a bare command to PATH and none alone', () => {
    expect(parse(MINIMAL.replace('ai-rec-prod', 'a, bind: none')).airec.bind).toBe('none');
    expect(parse(MINIMAL.replace('ai-rec-prod', 'a, bind: tool')).airec.bind).toEqual(['tool']);
  });

  it('follows a few aliases', () => {
    const text = `${MINIMAL}  - { domain: b.example.com, certificate: { cas-id: x }, ingress: &i [{ type: SLB, instance: l }] }
  - { domain: c.example.com, certificate: { cas-id: x }, ingress: *i }
`;
    expect(parse(text).endpoints[2]?.ingress).toEqual([{ type: 'SLB', instance: 'l' }]);
  });
});

describe('problems of a configuration', () => {
  it('are reported all at once, in the order of the file', () => {
    const text = `reigon: cn-hangzhou
cas: { api: 2020-06-30 }
airec: { instance: 12345678901234567890, mapping: map.xls }
endpoints:
  - domain: REC.example.com
    port: "443"
    certficate: { cas-id: x }
    ingress: []
  - domain: rec.example.com
    certificate: { cas-id: x }
    ingress: [{ type: slb, instance: lb-1 }]
  - domain: rec.example.com
    certificate: { cas-id: x }
    ingress: [{ type: SLB, instance: lb-1 }]
trust: { private-networks: on }
deadlines: { call: 60 }
`;
    expect(problemsOf(text)).toEqual([
      'CONFIG_MISSING_KEY 1:1',
      'CONFIG_UNKNOWN_KEY 1:1',
      'CONFIG_INVALID_VALUE 2:13',
      'CONFIG_WRONG_TYPE 3:20',
      'CONFIG_INVALID_VALUE 3:51',
      'CONFIG_MISSING_KEY 5:5',
      'CONFIG_INVALID_VALUE 5:13',
      'CONFIG_WRONG_TYPE 6:11',
      'CONFIG_UNKNOWN_KEY 7:5',
      'CONFIG_INVALID_VALUE 8:14',
      'CONFIG_INVALID_VALUE 11:23',
      'CONFIG_DUPLICATE_ENDPOINT 12:5',
      'CONFIG_WRONG_TYPE 15:28',
      'CONFIG_WRONG_TYPE 16:20',
    ]);
    const remedies = rendered(text);
    for (const part of [
      'region?',
      '"12345678901234567890"',
      'rec.example.com.',
      '443 without',
      'certificate?',
      'SLB?',
      '30s',
    ])
      expect(remedies).toContain(part);
  });

  it('name the client that was meant, and every file of its trust that cannot be one', () => {
    const text = `${MINIMAL}trust:
  clients:
    jva: [java.pem]
    java: java.pem
    chrome: []
    firefox: [a.pem, a.pem]
    android: [~/b.pem]
`;
    expect(problemsOf(text)).toEqual([
      'CONFIG_UNKNOWN_KEY 9:5',
      'CONFIG_WRONG_TYPE 10:11',
      'CONFIG_INVALID_VALUE 11:13',
      'CONFIG_INVALID_VALUE 12:14',
      'CONFIG_INVALID_VALUE 13:15',
    ]);
    expect(rendered(text)).toContain('mean java?');
  });

  it.each([
    ['an empty file', '', 'CONFIG_EMPTY 1:1'],
    ['comments alone', '# nothing\n', 'CONFIG_EMPTY 1:1'],
    ['a list', '- a\n', 'CONFIG_WRONG_TYPE 1:1'],
    ['a scalar', 'null\n', 'CONFIG_WRONG_TYPE 1:1'],
    ['a repeated key', `${MINIMAL}region: x\n`, 'CONFIG_SYNTAX 7:1'],
    ['two documents', `${MINIMAL}---\na: 1\n`, 'CONFIG_SYNTAX 7:1'],
    ['a tag', `${MINIMAL}trust: !foo {}\n`, 'CONFIG_SYNTAX 7:8'],
    ['an unknown alias', `${MINIMAL}trust: *nowhere\n`, 'CONFIG_SYNTAX 1:1'],
    ['an empty value', MINIMAL.replace('cn-hangzhou', ''), 'CONFIG_WRONG_TYPE 1:1'],
    ['an empty section', `${MINIMAL}trust:\n`, 'CONFIG_WRONG_TYPE 7:1'],
    ['a prototype key', `${MINIMAL}__proto__: { region: x }\n`, 'CONFIG_UNKNOWN_KEY 7:1'],
    ['a merge key', `${MINIMAL}<<: {}\n`, 'CONFIG_UNKNOWN_KEY 7:1'],
    [
      'an http endpoint',
      `${MINIMAL}cas: { endpoint: "http://cas.example.com" }\n`,
      'CONFIG_INVALID_VALUE 7:18',
    ],
    [
      'an endpoint with a path',
      `${MINIMAL}cas: { endpoint: "https://a.example/x" }\n`,
      'CONFIG_INVALID_VALUE 7:18',
    ],
    [
      'a deceptive loopback',
      `${MINIMAL}cas: { endpoint: "http://127.0.0.1.example.com" }\n`,
      'CONFIG_INVALID_VALUE 7:18',
    ],
    ['no endpoint', MINIMAL.replace(/endpoints:[\s\S]*/, 'endpoints: []\n'), 'CONFIG_INVALID_VALUE 3:12'],
    ['a command line', MINIMAL.replace('ai-rec-prod', 'a, bind: airec-cli --x'), 'CONFIG_INVALID_VALUE 2:29'],
    ['no command', MINIMAL.replace('ai-rec-prod', 'a, bind: []'), 'CONFIG_MISSING_KEY 2:23'],
    ['a user by name', `${MINIMAL}slack: { users: ["@ann"] }\n`, 'CONFIG_INVALID_VALUE 7:18'],
    ['a channel by name', `${MINIMAL}slack: { channels: ["#ops"] }\n`, 'CONFIG_INVALID_VALUE 7:21'],
    ['a mention by name', `${MINIMAL}slack: { mention: "@here" }\n`, 'CONFIG_INVALID_VALUE 7:19'],
    ['a vantage with a space', `${MINIMAL}monitor: { vantage: "the office" }\n`, 'CONFIG_INVALID_VALUE 7:21'],
    ['an option as instance', MINIMAL.replace('ai-rec-prod', '--help'), 'CONFIG_INVALID_VALUE 2:20'],
    [
      'an exposed key',
      MINIMAL.replace('ai-rec-prod', 'a, environment: [REC_KEY]'),
      'CONFIG_KEY_EXPOSED 2:37',
    ],
    [
      'a key without a bundle',
      withCertificate('{ cas-id: x, key: { env: K } }'),
      'CONFIG_INVALID_VALUE 5:18',
    ],
    ['a bundle without a key', withCertificate('{ bundle: x }'), 'CONFIG_INVALID_VALUE 5:18'],
    ['two sources', withCertificate('{ cas-id: x, request: { type: DV } }'), 'CONFIG_INVALID_VALUE 5:18'],
    ['a home folder', withCertificate('{ bundle: ~/a.pem, key: { env: K } }'), 'CONFIG_INVALID_VALUE 5:28'],
    [
      'an expression',
      withCertificate('{ bundle: a, key: { env: "${{ secrets.K }}" } }'),
      'CONFIG_INVALID_VALUE 5:43',
    ],
    [
      'the same ingress twice',
      MINIMAL.replace(/ingress: .*/, 'ingress: [{ type: SLB, instance: l }, { type: SLB, instance: l }]'),
      'CONFIG_INVALID_VALUE 6:14',
    ],
  ])('%s', (_, text, problem) => {
    expect(problemsOf(text)).toEqual([problem]);
  });

  it('name a tab as such', () => {
    expect(problemsOf('airec:\n\tinstance: x\n')).toEqual(['CONFIG_SYNTAX 2:1']);
  });

  it('bound aliases that multiply and nesting that never ends', () => {
    const bomb = [
      'a: &a [x, x]',
      ...Array.from(
        'bcdefgh',
        (name, index) => `${name}: &${name} [${`*${'abcdefgh'.charAt(index)},`.repeat(9)}]`,
      ),
    ];
    expect(problemsOf(`${bomb.join('\n')}\n`)).toEqual(['CONFIG_SYNTAX 1:1']);
    expect(problemsOf('['.repeat(100_000))).toHaveLength(1);
  });

  it('never repeat a private key that was pasted into the file', () => {
    const pasted = withCertificate(
      '{ bundle: a, key: { env: "-----BEGIN PRIVATE KEY----- MC4CAQAwBQYDK2VwBCIEIAbC" } }',
    );
    expect(problemsOf(pasted)).toEqual(['CONFIG_INVALID_VALUE 5:43']);
    expect(rendered(pasted)).not.toContain('MC4CAQ');
  });
});
