import { exitCodeOfErrors } from './commands/exit-code.ts';
import { type ActionInputs, readInputs } from './commands/inputs.ts';
import { VERSION } from './commands/version.ts';
import { renderError, toAppErrors } from './errors/render.ts';
import { log, maskSecrets, showAnnotations } from './github/runner.ts';
import { annotateErrors } from './reports/annotations.ts';

/** Loaded when it is run: the first line appears at once. */
const RUNNERS = {
  deploy: () => import('./commands/deploy/action.ts'),
  plan: () => import('./commands/plan/action.ts'),
  monitor: () => import('./commands/monitor/action.ts'),
} satisfies Record<ActionInputs['command'], unknown>;

try {
  maskSecrets();
  const inputs = readInputs(process.env);
  log(`airec-https ${VERSION}: ${inputs.command} with ${inputs.configFile}`);
  const { run } = await RUNNERS[inputs.command]();
  process.exitCode = await run(inputs);
} catch (error) {
  const errors = toAppErrors(error);
  for (const each of errors) log(renderError(each));
  showAnnotations(annotateErrors(errors));
  process.exitCode = exitCodeOfErrors(errors);
}
