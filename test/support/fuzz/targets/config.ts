import { parseConfig } from '../../../../src/config/load-config.ts';
import { mutateText } from '../text-mutators.ts';
import type { FuzzTarget } from '../target.ts';

/** The file is its owner's: one of hundreds of kilobytes of faults may take its time. */
const MAX_BYTES = 16 * 1024;

const TEXT = `region: cn-hangzhou
cas: { api: guide }
airec:
  instance: ai-rec-prod
  mapping: certificate_info.xlsx
  bind: airec-cli
  environment: { AIREC_HOME: /opt }
trust: { private-networks: true, roots: roots.pem }
endpoints:
  - &first
    domain: rec.example.com
    port: 8443
    certificate:
      bundle: certs/rec.example.com.pem # the leaf, then its intermediates
      key: { env: REC_EXAMPLE_COM_KEY }
    ingress:
      - { type: SLB, instance: lb-ai-rec-01 }
    addresses: ['192.0.2.1', "[2001:db8::1]:443"]
    clients: [chrome, java]
  - <<: *first
    domain: "推荐.example.com"
`;

/** The configuration, as broken as hands and merges leave it. */
export const config: FuzzTarget = {
  name: 'config',
  codes: [
    'CONFIG_SYNTAX',
    'CONFIG_EMPTY',
    'CONFIG_UNKNOWN_KEY',
    'CONFIG_MISSING_KEY',
    'CONFIG_WRONG_TYPE',
    'CONFIG_INVALID_VALUE',
    'CONFIG_DUPLICATE_ENDPOINT',
    'CONFIG_CONTESTED_TARGET',
    'CONFIG_KEY_EXPOSED',
  ],
  cases: 30,
  prepare: () => ({
    generate: (random) => [Buffer.from(mutateText(TEXT, random)).subarray(0, MAX_BYTES)],
    run: ([text = Buffer.alloc(0)]) =>
      parseConfig(text.toString('utf8'), { file: 'airec-https.yml', directory: '/project' }),
  }),
};
