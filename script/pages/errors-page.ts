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
import type { ErrorCode } from '../../src/errors/catalogue.ts';
import { ERROR_GUIDE_ZH } from '../support/error-guide-zh.ts';
import { type Area, ERROR_WORDS } from '../support/error-words.ts';
import type { Language } from './language.ts';
import { markdownTable } from './markdown.ts';

type Describe = (details: never) => ErrorEntry;

/** In the order of the page. */
const AREAS: Readonly<Record<Area, Readonly<Record<string, Describe>>>> = {
  configuration: configurationErrors,
  certificates: certificateErrors,
  cloud: cloudErrors,
  airec: airecErrors,
  endpoints: endpointErrors,
  commands: commandErrors,
  github: githubErrors,
  slack: slackErrors,
};

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

/** docs/errors.md, or its twin: every code of the catalogue. */
export function errorsPage(language: Language): string {
  const words = ERROR_WORDS[language];
  const categories = Object.entries(words.categories).map(([category, meaning]) => [
    category,
    meaning,
    String(exitCodeOfErrors([{ category: category as ErrorCategory }])),
  ]);
  const areas = Object.entries(AREAS).map(([area, errors]) => {
    const entries = Object.entries(errors).map(([code, describe]) => section(code, describe, language));
    return `## ${words.areas[area as Area]}\n\n${entries.join('\n')}`;
  });
  return `${words.begin}

${markdownTable([words.heading, ...categories])}

${words.aboutRetries}

${areas.join('\n')}`;
}

function section(code: string, describe: Describe, language: Language): string {
  const words = ERROR_WORDS[language];
  const entry = describeWith(code, describe);
  const { category } = entry;
  const [problem, help] =
    language === 'zh' ? ERROR_GUIDE_ZH[code as ErrorCode] : [sentence(entry.problem), sentence(entry.help)];
  const facts = [
    category,
    words[isRetryable(code, describe)],
    words.exitCode(exitCodeOfErrors([{ category }])),
  ];
  return `### ${code}\n\n${problem}\n\n→ ${help}\n\n${facts.join(' · ')}\n`;
}

function isRetryable(code: string, describe: Describe): 'retryable' | 'final' | 'either' {
  const answers = [404, 503].map((status) => describeWith(code, describe, { status }).retryable ?? false);
  if (new Set(answers).size > 1) return 'either';
  return answers[0] ? 'retryable' : 'final';
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
