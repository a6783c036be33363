import { copyFile, readFile } from 'node:fs/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { type PlanReport, planReportSchema } from '../../../src/reports/plan/plan-report.ts';
import { closeGitHubs, scriptGitHub } from '../../support/github.ts';
import { onPullRequest } from '../../support/scenario/planning.ts';
import { type ActionResult, type Scenario, scenario } from '../../support/scenario/scenario.ts';
import { DOMAIN } from '../../support/scenario/workspace.ts';
import { closeServers } from '../../support/servers.ts';
import { HEADER, writeRows } from '../../support/workbooks.ts';

afterAll(async () => {
  await Promise.all([closeServers(), closeGitHubs()]);
});

const published = { api: '2020-04-07', instances: [{ type: 'CLB', id: 'lb-1', edges: 2 }] } as const;

async function renew(s: Scenario): Promise<void> {
  const { certificate } = await s.supply(s.emulator.authority.issue({ names: [DOMAIN] }));
  await s.configure({ endpoints: [{ certificate, ingress: [{ type: 'CLB', instance: 'lb-1' }] }] });
}

function serveLeafAlone({ emulator }: Scenario): void {
  const { leafPem: chainPem, keyPem } = emulator.authority.issue({ names: [DOMAIN] });
  emulator.place({ instanceId: 'lb-1', chainPem, keyPem });
}

async function readPlan({ outputs }: ActionResult): Promise<PlanReport> {
  return planReportSchema.parse(JSON.parse(await readFile(outputs['report-path'] ?? '', 'utf8')));
}

/** As the workflow of a pull request from a fork: neither secrets nor a token of the job. */
function withoutSecrets({ variables }: Scenario): void {
  for (const name of [
    'ALIBABA_CLOUD_ACCESS_KEY_ID',
    'ALIBABA_CLOUD_ACCESS_KEY_SECRET',
    'REC_EXAMPLE_COM_KEY',
  ]) {
    variables[name] = '';
  }
}

describe.concurrent('a plan on a pull request', { timeout: 60_000 }, () => {
  it(
    'is one comment, which is made once, updated in place, and says in the end that nothing is left to do',
    scenario(async (s) => {
      await renew(s);
      const pull = await onPullRequest(s);
      const first = await pull.plan();
      expect([first.exitCode, first.outputs['status'], first.outputs['changed']]).toEqual([
        0,
        'planned',
        'false',
      ]);
      const [comment = ''] = await pull.comments();
      expect(comment).toContain('rec.example.com:443');
      expect(first.summary).toContain('```mermaid');

      await pull.plan();
      expect(await pull.comments()).toEqual([comment]);

      await renew(s);
      await pull.plan();
      const [updated = '', ...others] = await pull.comments();
      expect([updated === comment, others]).toEqual([false, []]);

      expect((await s.terminal('deploy')).exitCode).toBe(0);
      const last = await pull.plan();
      expect(last.outputs['status']).toBe('unchanged');
      expect(await pull.comments()).toHaveLength(1);
      expect((await pull.comments())[0]).toContain('Nothing to do');
    }, published),
  );

  it(
    'says nothing where nothing changes',
    scenario(async (s) => {
      await renew(s);
      expect((await s.terminal('deploy')).exitCode).toBe(0);
      const pull = await onPullRequest(s);
      const run = await pull.plan();
      expect([run.exitCode, run.outputs['status'], run.annotations]).toEqual([0, 'unchanged', []]);
      expect(await pull.comments()).toEqual([]);
    }, published),
  );

  it(
    'needs no secret: files and addresses are told, as for the pull requests of Dependabot',
    scenario(async (s) => {
      serveLeafAlone(s);
      await renew(s);
      withoutSecrets(s);
      const run = await (await onPullRequest(s)).plan();
      expect([run.exitCode, run.outputs['status'], run.annotations]).toEqual([0, 'open', []]);
      const { access, errors, endpoints } = await readPlan(run);
      expect([access.cloud, errors, s.newCalls()]).toEqual(['none', [], []]);
      const { before, after } = endpoints[0]?.clients ?? {};
      expect(
        Object.entries(before ?? {}).map(([client, view]) => [client, view.accepts, view.byLuck]),
      ).toEqual([
        ['chrome', true, true],
        ['firefox', false, false],
        ['java', false, false],
        ['android', false, false],
        ['openssl', false, false],
      ]);
      expect(Object.values(after ?? {}).map(({ accepts }) => accepts)).toEqual([
        true,
        true,
        true,
        true,
        true,
      ]);
    }, published),
  );

  it(
    'from a fork is told in the job summary: a comment that is refused fails nothing, and its configuration opens no private network',
    scenario(async (s) => {
      serveLeafAlone(s);
      await renew(s);
      withoutSecrets(s);
      const refusal = { status: 403, json: { message: 'Resource not accessible by integration' } };
      const inFront = async (githubApi: string) =>
        (await scriptGitHub(({ method }) => (method === 'GET' ? undefined : refusal), githubApi)).apiUrl;
      const pull = await onPullRequest(s, { inFront, from: 'stranger/shop' });
      const run = await pull.plan({
        'role-to-assume': 'acs:ram::1234567890123456:role/airec-https-monitor',
        'oidc-provider-arn': 'acs:ram::1234567890123456:oidc-provider/github',
      });
      expect([run.exitCode, run.outputs['status']]).toEqual([0, 'open']);
      const { access, errors, endpoints } = await readPlan(run);
      expect([access.cloud, errors]).toEqual(['none', []]);
      expect(endpoints[0]?.addresses.map(({ leaf, accepted }) => [leaf, accepted])).toEqual([
        [undefined, null],
        [undefined, null],
      ]);
      const { after } = endpoints[0]?.clients ?? {};
      expect(Object.values(after ?? {}).every(({ accepts }) => accepts)).toBe(true);
      expect(run.summary).toContain('rec.example.com:443');
      expect([await pull.comments(), s.newCalls()]).toEqual([[], []]);
    }, published),
  );

  it(
    'marks the lines that have to be edited',
    scenario(async (s) => {
      await renew(s);
      const pem = await readFile(`${s.workspace}/certs/rec.example.com.pem`, 'utf8');
      await s.write('certs/rec.example.com.pem', `# a note\n${pem.replace(/^MII/m, '!!!')}`);
      await copyFile(await writeRows(HEADER, ['REC.example.com', '1', 'HTTPS', 443]), s.mappingFile);
      await s.write('certificate_info.tsv', `${HEADER.join('\t')}\nREC.example.com\t1\tHTTPS\t443\n`);
      const pull = await onPullRequest(s);
      const run = await pull.plan();
      expect([run.exitCode, run.outputs['status']]).toEqual([1, 'blocked']);
      const places = run.annotations.map(({ level, place }) => `${level} ${place}`);
      expect(places).toEqual([
        'error certificate_info.tsv:2',
        expect.stringMatching(/^error certs\/rec\.example\.com\.pem:\d+/),
      ]);
      expect((await pull.comments())[0]).toContain('certs/rec.example.com.pem');
      expect(s.newCalls().filter((line) => !/^(Get|List|Describe)/.test(line))).toEqual([]);
    }, published),
  );

  it(
    'for a role that may not read says which permission is missing, and all that it can tell all the same',
    scenario(
      async (s) => {
        await renew(s);
        const pull = await onPullRequest(s);
        const run = await pull.plan();
        expect([run.exitCode, run.outputs['status']]).toEqual([2, 'undetermined']);
        const [endpoint] = (await readPlan(run)).endpoints;
        expect(endpoint?.errors.map(({ code }) => code)).toEqual(['CLOUD_PERMISSION']);
        expect(endpoint?.errors[0]?.help).toContain('slb:DescribeLoadBalancerHTTPSListenerAttribute');
        expect(endpoint?.items.map(({ decision }) => decision)).toEqual(['open', 'do', 'do']);
        expect(endpoint?.rehearsal?.clients.every(({ accepts }) => accepts)).toBe(true);
        expect(await pull.comments()).toHaveLength(1);
      },
      { ...published, account: { denied: ['slb:DescribeLoadBalancerHTTPSListenerAttribute'] } },
    ),
  );
});
