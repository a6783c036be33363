import { exitCodeOfErrors } from '../../src/commands/exit-code.ts';
import type { ErrorCategory, ErrorEntry } from '../../src/errors/app-error.ts';
import { airecErrors } from '../../src/errors/catalogue/airec.ts';
import { certificateErrors } from '../../src/errors/catalogue/certificate.ts';
import { cloudErrors } from '../../src/errors/catalogue/cloud.ts';
import { commandErrors } from '../../src/errors/catalogue/command.ts';
import { configurationErrors } from '../../src/errors/catalogue/configuration.ts';
import { endpointErrors } from '../../src/errors/catalogue/endpoint.ts';
import { githubErrors } from '../../src/errors/catalogue/github.ts';
import { slackErrors } from '../../src/errors/catalogue/slack.ts';
import { markdownTable } from './markdown.ts';

type Describe = (details: never) => ErrorEntry;

const AREAS: readonly (readonly [title: string, errors: Readonly<Record<string, Describe>>])[] = [
  ['The configuration file', configurationErrors],
  ['Certificates and keys', certificateErrors],
  ['Alibaba Cloud', cloudErrors],
  ['The mapping file and the bind command', airecErrors],
  ['Endpoints', endpointErrors],
  ['Commands, the monitor and the status page', commandErrors],
  ['GitHub', githubErrors],
  ['Slack', slackErrors],
];

/** Values for the sentences that do more with one than show it. */
const EXAMPLES: Readonly<Record<string, object>> = {
  CLOUD_AUTHENTICATION: { cure: 'key' },
  CLOUD_PERMISSION: { permission: 'slb:SetLoadBalancerHTTPSListenerAttribute' },
  CONFIG_INVALID_VALUE: {
    problem: 'A value is not one that its key may have, and the message says why',
    help: 'See [the key](configuration.md), and what the message says.',
  },
  CONFIG_SYNTAX: {
    problem:
      'The file is not YAML as it is read here: tabs, a key twice, aliases that cannot be followed, several documents',
    help: 'See the line and column of the message.',
  },
  CONFIG_WRONG_TYPE: { help: 'See [the key](configuration.md).' },
  CREDENTIALS_MISSING: { missing: ['ALIBABA_CLOUD_ACCESS_KEY_ID'], tried: [] },
  GITHUB_PERMISSION: { missing: 'contents: write' },
  KEY_VARIABLE_MISSING: { name: 'REC_EXAMPLE_COM_KEY' },
  MAPPING_DOMAIN_NOT_EXACT: { help: 'Write the domain exactly as the configuration has it.' },
  MAPPING_HEADER: {
    help: 'Name the columns Domain, CertificateID, Protocol and Port, each once, in one row.',
  },
  PEM_WRONG_FORMAT: { format: 'DER', source: 'FILE' },
  TARGET_UNFIT: { help: 'See [the target](alibaba-cloud.md#targets), and what the message says.' },
  USAGE: {
    problem:
      'A command, an option, an input or a variable is not as it should be, and the message says which',
    help: 'See `airec-https --help`, or [the inputs](github.md#inputs).',
  },
};

const MEANINGS: Readonly<Record<ErrorCategory, string>> = {
  configuration: 'something that you wrote or named has to be corrected',
  authentication: 'credentials are missing, refused or out of date',
  permission: 'credentials are good, and not allowed to do this',
  quota: 'an account may use no more of it',
  remote: 'a service answered otherwise than it should',
  network: 'there was no answer',
  certificate: 'a certificate, a chain or a key is not what it should be',
  internal: 'a defect of airec-https: please report it',
};

/** docs/errors.md: every code of the catalogue. */
export function errorsPage(): string {
  const categories = Object.entries(MEANINGS).map(([category, meaning]) => [
    category,
    meaning,
    String(exitCodeOfErrors([{ category: category as ErrorCategory }])),
  ]);
  const areas = AREAS.map(([title, errors]) => {
    const entries = Object.entries(errors).map(([code, describe]) => section(code, describe));
    return `## ${title}\n\n${entries.join('\n')}`;
  });
  return `# Errors

What keeps airec-https from doing its job. A certificate or an endpoint that is not as it should be is no error but a
[finding](findings.md). The codes are stable. What is in italics differs from case to case.

\`\`\`text
There is no configuration file at airec-https.yml [CONFIG_NOT_FOUND]
  → Create airec-https.yml as the README shows, or name another file with config (Action) or --config (terminal).
\`\`\`

The exit code is that of a run which the error ended before anything was changed. A deployment that had begun ends with 3, or
with 1 when there is a finding too, or when the error is about certificates.

${markdownTable([['category', 'whose move it is', 'exit code'], ...categories])}

"Retryable" says that the same may succeed later without anybody changing anything.

${areas.join('\n')}`;
}

function section(code: string, describe: Describe): string {
  const { category, problem, help } = describeWith(code, describe);
  const retryable = isRetryable(code, describe);
  const exitCode = exitCodeOfErrors([{ category }]);
  return `### ${code}

${sentence(problem)}

→ ${sentence(help)}

${category} · ${retryable} · exit code ${exitCode}
`;
}

function isRetryable(code: string, describe: Describe): string {
  const answers = [404, 503].map((status) => describeWith(code, describe, { status }).retryable ?? false);
  if (new Set(answers).size > 1) return 'retryable or not, as the service says';
  return answers[0] ? 'retryable' : 'not retryable';
}

function describeWith(code: string, describe: Describe, more: object = {}): ErrorEntry {
  const given = new Map<string, unknown>(Object.entries({ ...more, ...EXAMPLES[code] }));
  const details = new Proxy(
    {},
    { get: (_target, name) => given.get(String(name)) ?? `_${inWords(String(name))}_` },
  );
  return describe(details as never);
}

/** `firstLine` as `first line`. */
function inWords(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** With a full stop, and nothing that Markdown takes for a tag. */
function sentence(text: string): string {
  const escaped = text.replaceAll('<', '&lt;');
  return /[.?!"]$/.test(escaped) ? escaped : `${escaped}.`;
}
