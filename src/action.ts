import { exitCodeOfErrors } from './commands/exit-code.ts';
import { readInputs } from './commands/inputs.ts';
import { VERSION } from './commands/version.ts';
import { renderError, toAppErrors } from './errors/render.ts';
import { log, maskSecrets, showAnnotations } from './github/action-output.ts';
import { annotateErrors } from './reports/annotations.ts';

try {
  maskSecrets();
  const inputs = readInputs(process.env);
  log(`airec-https ${VERSION}: ${inputs.command} with ${inputs.configFile}`);
  // Loaded when it is run: the first line appears at once.
  const { run } = await import('./commands/deploy-action.ts');
  process.exitCode = await run(inputs);
} catch (error) {
  const errors = toAppErrors(error);
  for (const each of errors) log(renderError(each));
  showAnnotations(annotateErrors(errors));
  process.exitCode = exitCodeOfErrors(errors);
}
