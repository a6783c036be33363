import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ROOT } from '../../../script/bundle.ts';
import { closeGitHubs } from '../../support/github.ts';
import { BRANCH, ROLE, startIdTokens, trusting } from '../../support/scenario/id-token.ts';
import { readText, watching } from '../../support/scenario/watched.ts';
import { closeServers } from '../../support/servers.ts';
import { closeSlacks } from '../../support/slack.ts';

afterAll(async () => {
  await Promise.all([closeServers(), closeGitHubs(), closeSlacks()]);
});

interface Step {
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
}

/** The step of an example that runs this Action. */
async function ourStep(file: string, job: string): Promise<Step> {
  const text = await readFile(path.join(ROOT, 'docs/workflows', file), 'utf8');
  const { jobs } = parse(text) as { jobs: Record<string, { steps: readonly Step[] }> };
  const step = jobs[job]?.steps.find(({ uses }) => uses?.includes('airec-https@'));
  if (!step) throw new Error(`${file} has no step of ours in ${job}`);
  return step;
}

describe.concurrent('the examples', { timeout: 60_000 }, () => {
  it(
    'deploy, with nothing but what they name, and monitor what was deployed',
    watching(
      async ({ checkOut, issued, deploy, monitor, slack }) => {
        await checkOut(issued.bundlePem);
        const step = await ourStep('deploy.yml', 'deploy');
        expect(step.with).toMatchObject({ command: 'deploy', 'role-to-assume': ROLE });
        expect(step.env).toEqual({ REC_EXAMPLE_COM_KEY: '${{ secrets.REC_EXAMPLE_COM_KEY }}' });
        const job = await startIdTokens(BRANCH);
        const none = { ALIBABA_CLOUD_ACCESS_KEY_ID: '', ALIBABA_CLOUD_ACCESS_KEY_SECRET: '' };
        const variables = { ...none, ...job.variables, REC_KEY: issued.keyPem };
        const deployed = await deploy({ variables }, step.with);
        job.close();
        expect(deployed.outputs).toMatchObject({ status: 'healthy', changed: 'true' });

        const { with: inputs = {} } = await ourStep('monitor.yml', 'monitor');
        expect(inputs['slack-bot-token']).toBe('${{ secrets.SLACK_BOT_TOKEN }}');
        const { 'slack-bot-token': _token, 'slack-channel': _channel, ...others } = inputs;
        const run = await monitor(others);
        expect([run.exitCode, run.outputs['status'], run.report.problems]).toEqual([0, 'healthy', []]);
        expect(readText(await slack.seen())).toEqual([]);
      },
      undefined,
      { api: '2020-04-07', account: trusting(BRANCH) },
    ),
  );
});
