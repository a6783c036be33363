import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse, stringify } from 'yaml';
import { parseConfig } from '../../src/config/load-config.ts';
import { configFileSchema } from '../../src/config/schema.ts';
import { AppErrors } from '../../src/errors/app-error.ts';
import { ROOT } from '../bundle.ts';
import { lintPins, runActionlint } from './lint-workflow.ts';
import { type Block, readBlocks } from './markdown-blocks.ts';

type Mapping = Readonly<Record<string, unknown>>;

const ENDPOINT: Mapping = {
  domain: 'rec.example.com',
  certificate: { bundle: 'a.pem', key: { env: 'A' } },
  ingress: [{ type: 'CLB', instance: 'lb-1' }],
};
const LEAST: Mapping = { region: 'cn-hangzhou', airec: { instance: 'ai-rec-prod' }, endpoints: [ENDPOINT] };
const CONFIG_KEYS = Object.keys(configFileSchema.shape);
const ENDPOINT_KEYS = Object.keys(configFileSchema.shape.endpoints.element.shape);

const examples = globSync('docs/workflows/*.yml', { cwd: ROOT }).map((file) => read(file));
const inputs = Object.keys((parse(read('action.yml')) as { inputs: object }).inputs);

/** What is wrong with the fenced blocks of JSON and YAML in a Markdown text, one line each. */
export async function checkBlocks(file: string, markdown: string): Promise<string[]> {
  const problems: string[] = [];
  for (const block of readBlocks(markdown)) {
    const where = `${file}:${block.line}`;
    try {
      if (block.language === 'json') JSON.parse(block.text);
      if (block.language === 'yaml') problems.push(...(await checkYaml({ file, where, block })));
    } catch (error) {
      problems.push(`${where} ${messageOf(error)}`);
    }
  }
  return problems;
}

interface Checked {
  readonly file: string;
  readonly where: string;
  readonly block: Block;
}

/** Each is a workflow, a configuration, or a part of either. */
async function checkYaml({ file, where, block: { text, line } }: Checked): Promise<string[]> {
  const value: unknown = parse(text);
  if (typeof value !== 'object' || value === null) return [`${where} holds no mapping`];
  const keys = Object.keys(value);
  if (examples.includes(text)) return [];
  if (keys.includes('jobs')) {
    return [...(await runActionlint(file, text, line)), ...lintPins(file, text, line)];
  }
  if (keys.includes('steps')) return checkSteps({ file, text, line });
  if (keys.every((key) => CONFIG_KEYS.includes(key)))
    return checkConfiguration(where, { ...LEAST, ...value });
  if (keys.every((key) => ENDPOINT_KEYS.includes(key))) {
    return checkConfiguration(where, { ...LEAST, endpoints: [{ ...ENDPOINT, ...value }] });
  }
  if (keys.join() === 'with') {
    const given = Object.keys((value as { with: object }).with);
    return given.filter((name) => !inputs.includes(name)).map((name) => `${where} there is no input ${name}`);
  }
  return [`${where} is neither a workflow nor a configuration, nor a part of either`];
}

async function checkSteps({ file, text, line }: { file: string; text: string; line: number }) {
  const indented = text.replaceAll(/^(?=.)/gm, '    ');
  const workflow = `on: push\npermissions: {}\njobs:\n  job:\n    runs-on: ubuntu-24.04\n${indented}`;
  return [...(await runActionlint(file, workflow, line - 5)), ...lintPins(file, text, line)];
}

function checkConfiguration(where: string, value: Mapping): string[] {
  try {
    parseConfig(stringify(value), { file: 'airec-https.yml', directory: '/workspace' });
    return [];
  } catch (error) {
    const errors = error instanceof AppErrors ? error.errors : [error];
    return errors.map((each) => `${where} ${messageOf(each)}`);
  }
}

function read(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8');
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
