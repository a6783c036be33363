import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/config/load-config.ts';
import { toAppErrors } from '../../src/errors/render.ts';

/** The problems of a configuration with these endpoints, as code and line. */
function problemsOf(endpoints: string, cas = 'cas: { api: 2020-04-07 }'): readonly string[] {
  const text = `region: cn-hangzhou\n${cas}\nairec: { instance: a, bind: none }\nendpoints:\n${endpoints}`;
  try {
    parseConfig(text, { file: 'airec-https.yml', directory: '/w' });
    return [];
  } catch (error) {
    return toAppErrors(error).map(({ code, location }) => `${code} ${String(location?.line)}`);
  }
}

const endpoint = (domain: string, certificate: string, ingress: string): string =>
  `  - { domain: ${domain}.example.com, certificate: { ${certificate} }, ingress: [{ ${ingress} }] }\n`;

const LISTENER = 'type: CLB, instance: lb-1';

const sharing = (certificate: string): string =>
  endpoint('a', certificate, LISTENER) + endpoint('b', certificate, LISTENER);

describe('targets of a configuration', () => {
  it.each([
    ['two certificates for one listener', LISTENER, LISTENER, ['CONFIG_CONTESTED_TARGET 6']],
    ['the same under its other name', LISTENER, 'type: SLB, instance: lb-1', ['CONFIG_CONTESTED_TARGET 6']],
    ['one of them for its domain alone', LISTENER, `${LISTENER}, sni: true`, []],
    ['another port', LISTENER, `${LISTENER}, port: 8443`, []],
    ['another region', LISTENER, `${LISTENER}, region: cn-beijing`, []],
  ])('with %s', (_name, ...[one, other, problems]) => {
    expect(problemsOf(endpoint('a', 'cas-id: 1', one) + endpoint('b', 'cas-id: 2', other))).toEqual(problems);
  });

  it('may be one for two names of the same certificate, and not for two requests', () => {
    expect(problemsOf(sharing('cas-id: 1'))).toEqual([]);
    expect(problemsOf(sharing('request: { type: DV }'))).toEqual(['CONFIG_CONTESTED_TARGET 6']);
  });

  it.each([
    ['a product that the guide does not know', 'type: ALB, instance: alb-1'],
    ['a key that the guide does not know', 'type: SLB, instance: lb-1, sni: true'],
  ])('are refused with %s', (_name, ingress) => {
    expect(problemsOf(endpoint('a', 'cas-id: x', ingress), 'cas: { api: guide }')).toEqual([
      'CONFIG_INVALID_VALUE 5',
    ]);
  });

  it('that need a key are refused without one', () => {
    expect(problemsOf(endpoint('a', 'cas-id: 1', 'type: API_GATEWAY, instance: g'))).toEqual([
      'CONFIG_INVALID_VALUE 5',
    ]);
  });
});
