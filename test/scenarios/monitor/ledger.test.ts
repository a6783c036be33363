import { copyFile, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readMapping } from '../../../src/airec/mapping-file.ts';
import { ask, closeGitHubs } from '../../support/github.ts';
import { pullRequests, readText, type Watched, watching } from '../../support/scenario/watched.ts';
import { DOMAIN, SLB } from '../../support/scenario/workspace.ts';
import { closeServers } from '../../support/servers.ts';
import { closeSlacks } from '../../support/slack.ts';
import { HEADER, newMappingPath, writeRows } from '../../support/workbooks.ts';

afterAll(async () => {
  await Promise.all([closeServers(), closeGitHubs(), closeSlacks()]);
});

const MAPPING = 'certificate_info.xlsx';
const WRITE = 'SetLoadBalancerHTTPSListenerAttribute';

function credentials({ emulator }: Watched): Record<string, string> {
  const { id, secret } = emulator.accessKey;
  return { ALIBABA_CLOUD_ACCESS_KEY_ID: id, ALIBABA_CLOUD_ACCESS_KEY_SECRET: secret };
}

/** Has the repository, and its checkout, hold this row. */
async function commitRow({ github, workspace }: Watched, row: readonly unknown[]): Promise<void> {
  const file = await writeRows(HEADER, row);
  await copyFile(file, path.join(workspace, MAPPING));
  const content = (await readFile(file)).toString('base64');
  await ask(github, `/contents/${MAPPING}`, { method: 'PUT', body: { message: 'Map', content } });
}

/** The rows of the mapping file on a branch. */
async function rowsOn({ github }: Watched, branch: string): Promise<readonly string[]> {
  const { content } = (await ask(github, `/contents/${MAPPING}?ref=${branch}`)) as { content: string };
  const file = await newMappingPath();
  await writeFile(file, Buffer.from(content, 'base64'));
  const mapping = await readMapping(file, [{ domain: DOMAIN, port: 443 }]);
  return (mapping?.rows ?? []).map(({ domain, certificateId, protocol, port }) =>
    [domain, certificateId, protocol, port].join(' '),
  );
}

describe.concurrent('where a chain was lost', { timeout: 60_000 }, () => {
  it(
    'is at the addresses, when the repository and CAS hold all of it',
    watching(async (watched) => {
      const { place, issued, monitor, checkOut, configure, deploy, slack, github, emulator } = watched;
      await configure({ deadlines: { connection: '2s', propagation: '1s', status: '2s' } });
      place(issued.leafPem);
      for (const edge of [0, 1]) emulator.inject({ kind: 'stale-edge', instanceId: SLB.instance, edge });
      await checkOut(issued.bundlePem);
      const id = (await deploy()).report.endpoints[0]?.certificateId;
      const variables = credentials(watched);
      await monitor({}, { variables });
      const run = await monitor({}, { hours: 0.1, variables });
      const [endpoint] = run.report.endpoints;
      expect(run.report.problems).toEqual([]);
      expect(endpoint?.ledger.map(({ hop, difference }) => [hop, difference !== null])).toEqual([
        ['repository', false],
        ['cas', false],
        ['ingress', false],
        ['mapping', false],
        ['address', true],
        ['address', true],
      ]);
      expect(endpoint?.ledger[1]?.seen).toMatchObject({ certificateId: id, chainLength: 2 });
      expect(readText(await slack.seen())[0]).toMatch(/Cause:\* \S+ has 1 certificate, \S+ has 2/);
      expect(await pullRequests(github)).toEqual([]);
    }),
  );

  it(
    'is at the listener, as the published API tells whoever may read bindings and no key',
    watching(
      async (watched) => {
        const { place, issued, monitor, checkOut, slack, emulator, deploy } = watched;
        place(issued.leafPem);
        await checkOut(issued.bundlePem);
        emulator.inject({ kind: 'server-error', status: 403, code: 'Forbidden.RAM', action: WRITE });
        await deploy();
        emulator.account?.identities[0]?.denied
          .add('yundun-cert:GetUserCertificateDetail')
          .add(`slb:${WRITE}`);
        const seen = emulator.calls.length;
        const variables = credentials(watched);
        await monitor({}, { variables });
        const run = await monitor({}, { hours: 0.1, variables });
        expect(run.report.problems).toEqual([]);
        const ledger = run.report.endpoints[0]?.ledger ?? [];
        expect(ledger.map(({ hop, difference }) => [hop, difference !== null])).toEqual([
          ['repository', false],
          ['cas', false],
          ['ingress', true],
          ['mapping', false],
          ['address', true],
          ['address', true],
        ]);
        expect(ledger[2]?.name).toMatch(/^CLB lb-ai-rec-01:443 \(listener 443 has \S+\)$/);
        expect(readText(await slack.seen())[0]).toContain('CLB lb-ai-rec-01:443');
        const asked = emulator.calls.slice(seen).map(({ action }) => action);
        expect(asked.length).toBeGreaterThan(2);
        expect(asked.filter((action) => !/^(List|Get|Describe)/.test(action))).toEqual([]);
        expect(asked).not.toContain('GetUserCertificateDetail');
      },
      undefined,
      { api: '2020-04-07' },
    ),
  );

  it(
    'is told without the cloud, when it refuses the credentials or there are none',
    watching(async (watched) => {
      const { place, issued, monitor, slack } = watched;
      place(issued.leafPem);
      const variables = { ...credentials(watched), ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'another-secret' };
      const first = await monitor();
      expect(first.report.problems).toEqual([]);
      const [, cas] = first.report.endpoints[0]?.ledger ?? [];
      expect(cas).toMatchObject({ hop: 'cas', seen: 'not looked at' });
      const second = await monitor({}, { hours: 0.1, variables });
      expect(second.report.problems.map(({ code }) => code)).toEqual(['CLOUD_AUTHENTICATION']);
      expect(await slack.seen()).toHaveLength(1);
    }),
  );
});

describe.concurrent('a mapping file that is not right', { timeout: 60_000 }, () => {
  it(
    'is corrected by a pull request that keeps its id, and the alert turns green when it is merged',
    watching(async (watched) => {
      const { place, issued, monitor, checkOut, github, slack, workspace } = watched;
      place(issued.bundlePem);
      await checkOut(issued.bundlePem);
      await commitRow(watched, [`${DOMAIN}.`, 'cert-of-theirs', 'https', 443]);
      await monitor();
      const run = await monitor({}, { hours: 1 });
      expect([run.exitCode, run.outputs['status'], run.report.problems]).toEqual([0, 'degraded', []]);
      const [opened, ...others] = await pullRequests(github);
      expect([others, opened?.title]).toEqual([[], `fix(mapping): correct the row of ${DOMAIN}`]);
      expect(await rowsOn(watched, opened?.head.ref ?? '')).toEqual([`${DOMAIN} cert-of-theirs HTTPS 443`]);
      expect(opened?.body).toContain('No certificate id is guessed');
      expect(opened?.body).not.toContain(workspace);
      const [alert = ''] = readText(await slack.seen());
      expect(alert).toContain(`🟠 *${DOMAIN}* — AIRec mapping file not right`);
      expect(alert).not.toContain(workspace);

      // The same again: nothing is written a second time.
      const again = await monitor({}, { hours: 2 });
      expect(again.outputs['pull-request-operation']).toBe('none');
      await ask(github, `/pulls/${opened?.number}/merge`, { method: 'PUT', body: {} });
      const { content } = (await ask(github, `/contents/${MAPPING}`)) as { content: string };
      await writeFile(path.join(workspace, MAPPING), Buffer.from(content, 'base64'));
      await monitor({}, { hours: 3 });
      await monitor({}, { hours: 4 });
      expect(readText(await slack.seen())[0]).toContain('🟢');
    }),
  );

  it(
    'gets the id that is deployed where CAS tells it, and none is guessed without',
    watching(async (watched) => {
      const { issued, monitor, checkOut, deploy, github, slack } = watched;
      await checkOut(issued.bundlePem);
      const { report } = await deploy();
      const id = report.endpoints[0]?.certificateId ?? '';
      await commitRow(watched, [DOMAIN, 'cert-of-old', 'HTTPS', 443]);
      await monitor();
      await monitor();
      expect(await pullRequests(github)).toEqual([]);
      const variables = credentials(watched);
      await monitor({}, { variables });
      const run = await monitor({}, { variables });
      expect(run.report.problems).toEqual([]);
      const [opened] = await pullRequests(github);
      expect(await rowsOn(watched, opened?.head.ref ?? '')).toEqual([`${DOMAIN} ${id} HTTPS 443`]);
      expect(opened?.body).toContain('CAS says that they are deployed');
      // Not being able to look is no proof that it is right.
      const refused = { ...variables, ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'another-secret' };
      for (let count = 0; count < 3; count += 1) await monitor({}, { variables: refused });
      expect(readText(await slack.seen())[0]).toContain('🟠');
      expect((await pullRequests(github)).map(({ state }) => state)).toEqual(['open']);
    }),
  );
});
