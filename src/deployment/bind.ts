import { basename } from 'node:path';
import { type BindResult, bindArguments, runBindCommand } from '../airec/bind-command.ts';
import { updateMapping } from '../airec/mapping-file.ts';
import type { MappingEntry } from '../airec/mapping.ts';
import type { Finding } from '../endpoints/finding.ts';
import type { World } from './world.ts';

/**
 * Brings the workbook and its text twin in step with `entries`, one for every endpoint whose certificate id
 * is known. Returns whether the workbook was written.
 */
export async function writeMapping(
  entries: readonly MappingEntry[],
  { config, steps }: World,
): Promise<boolean> {
  const name = basename(config.airec.mapping);
  const heading = { name: 'map', title: `Write ${name}`, endpoint: undefined } as const;
  return steps.run(heading, async (step) => {
    for (const { domain, certificateId, port } of entries) {
      step.asked(
        ['Domain', domain, 'CertificateID', certificateId, 'Protocol', 'HTTPS', 'Port', port].join(' '),
      );
    }
    const { changed, tsvPath } = await updateMapping(config.airec.mapping, entries);
    if (changed) step.observed(`written, and ${basename(tsvPath)} beside it`);
    else step.skipped('unchanged, not rewritten');
    return changed;
  });
}

/**
 * Runs the bind command on the workbook. Its exit code 0 proves nothing, the verification does; anything
 * else is a finding. `because` says why it must run; undefined: it need not.
 *
 * @throws BIND_COMMAND_NOT_FOUND
 */
export async function bind(
  because: string | undefined,
  { config, steps }: World,
): Promise<Finding | undefined> {
  const { bind: command, instance, mapping, environment } = config.airec;
  const heading = { name: 'bind', title: `Bind to AIRec ${instance}`, endpoint: undefined } as const;
  return steps.run(heading, async (step) => {
    if (command === 'none') {
      step.skipped('airec.bind is none: apply the mapping yourself');
      return undefined;
    }
    if (because === undefined) {
      step.skipped('nothing changed');
      return undefined;
    }
    step.observed(because);
    const request = {
      command,
      instance,
      mappingPath: mapping,
      region: config.region,
      timeoutMs: config.deadlines.bindMs,
      environment,
    };
    step.asked(bindArguments(request).join(' '));
    const result = await runBindCommand(request);
    for (const line of result.output) step.observed(line);
    const failure = describeFailure(result);
    if (failure) step.found(failure.problem);
    return failure;
  });
}

function describeFailure(result: BindResult): Finding | undefined {
  if (result.kind === 'exited' && result.code === 0) return undefined;
  const how = describeEnd(result);
  return {
    id: 'bind-failed',
    severity: 'error',
    problem: `the bind command ${how}`,
    help: 'Read its output above; run it by hand with the same arguments to see what it wants.',
  };
}

function describeEnd(result: BindResult): string {
  switch (result.kind) {
    case 'exited':
      return `exited with ${result.code}`;
    case 'timeout':
      return 'did not end before deadlines.bind';
    case 'killed':
      return `was killed by ${result.signal}`;
  }
}
