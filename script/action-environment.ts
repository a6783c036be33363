import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { ROOT } from './bundle.ts';

/** A made-up run of the Action: the folder its step works in, and its environment variables. */
export interface ActionRun {
  readonly workspace: string;
  readonly env: NodeJS.ProcessEnv;
}

/** The files through which a step answers its runner, by the variable that names them. */
const COMMAND_FILES = ['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY', 'GITHUB_ENV', 'GITHUB_PATH', 'GITHUB_STATE'];

/**
 * What a runner on Linux gives a step of this Action with no inputs set, below `folder`: an empty
 * workspace, the defaults of action.yml as INPUT_*, and empty files for the answers. Nothing else of this
 * process's environment is passed on.
 */
export async function prepareActionRun(folder: string): Promise<ActionRun> {
  const workspace = path.join(folder, 'workspace');
  const temporary = path.join(folder, 'temp');
  await mkdir(workspace, { recursive: true });
  await mkdir(temporary, { recursive: true });
  const files = COMMAND_FILES.map((name) => [name, path.join(temporary, name)] as const);
  for (const [, file] of files) await writeFile(file, '');
  return {
    workspace,
    env: {
      PATH: process.env.PATH,
      HOME: folder,
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_API_URL: 'http://127.0.0.1:9',
      GITHUB_EVENT_NAME: 'workflow_dispatch',
      GITHUB_REPOSITORY: 'example/example',
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_WORKSPACE: workspace,
      RUNNER_OS: 'Linux',
      RUNNER_TEMP: temporary,
      ...Object.fromEntries(files),
      ...(await readDefaultInputs()),
    },
  };
}

/** The inputs of action.yml as the runner passes them: upper case, hyphens kept; expressions come out empty. */
async function readDefaultInputs(): Promise<Record<string, string>> {
  const action: { inputs: Record<string, { default?: string }> } = parse(
    await readFile(path.join(ROOT, 'action.yml'), 'utf8'),
  );
  return Object.fromEntries(
    Object.entries(action.inputs).map(([name, input]) => {
      const value = input.default ?? '';
      return [`INPUT_${name.toUpperCase()}`, value.startsWith('${{') ? '' : value];
    }),
  );
}
