import { afterAll, describe, expect, it } from 'vitest';
import { ask, closeGitHubs, scriptGitHub } from '../../support/github.ts';
import {
  BUNDLE,
  pullRequests,
  readBranch,
  textsOf,
  type Watched,
  watching,
} from '../../support/scenario/watched.ts';
import { leafOf } from '../../support/scenario/material.ts';
import { serve } from '../../support/scenario/served.ts';
import { DOMAIN, SLB } from '../../support/scenario/workspace.ts';
import { closeServers } from '../../support/servers.ts';
import { closeSlacks, type SeenMessage } from '../../support/slack.ts';

afterAll(async () => {
  await Promise.all([closeServers(), closeGitHubs(), closeSlacks()]);
});

const FROM_GITHUB = { RUNNER_ENVIRONMENT: 'github-hosted', RUNNER_OS: 'Linux' };
const REPOSITORY = 'https://github.com/acme/shop';

describe.concurrent('a broken chain', { timeout: 60_000 }, () => {
  it(
    'is told, mended by a pull request, deployed when that is merged, and told to be well',
    watching(async (watched) => {
      const { place, issued, monitor, deploy, checkOut, github, slack, emulator } = watched;
      place(issued.leafPem);
      await monitor({}, { variables: FROM_GITHUB });
      await monitor({}, { hours: 1, variables: FROM_GITHUB });
      expect(await read(watched)).toEqual([
        `🔴 *${DOMAIN}* — certificate chain incomplete`,
        '*Fails for* Firefox `SEC_ERROR_UNKNOWN_ISSUER`, Java `PKIX path building failed`, Android `Trust anchor for certification path not found`, OpenSSL `unable to get local issuer certificate`',
        '*Works for* Chrome (fetches what is missing)',
        `*Cause:* CN=${DOMAIN} ends an incomplete chain: its issuer, CN=airec-https emulator intermediate, is not sent`,
        `<${REPOSITORY}/pull/1|Fix: pull request #1> · <${REPOSITORY}/actions/runs/N|Run> · <${REPOSITORY}/blob/HEAD/docs/monitor.md|What to do>`,
        'Seen on 2 of 2 addresses from github-hosted/Linux, since TIME, by 2 checks',
      ]);

      const merged = (await ask(github, '/pulls/1/merge', { method: 'PUT', body: {} })) as { sha: string };
      await checkOut(await readBranch(github, BUNDLE, 'main'));
      await monitor({}, { hours: 2, variables: FROM_GITHUB });
      const edges = emulator.edges(SLB.instance).map(({ ip, port }) => `${ip}:${port}`);
      const leaf = leafOf(issued.leafPem).slice(0, 12);
      const lost = `${edges[0]} has 1 certificate, ${BUNDLE} has 2`;
      expect((await read(watched))[3]).toBe(`*Cause:* ${lost}`);

      // The emulated GitHub does not list the pull requests of a commit.
      const { apiUrl } = await scriptGitHub(async ({ path }) => {
        if (!path.endsWith(`/commits/${merged.sha}/pulls`)) return undefined;
        return { status: 200, json: await ask(github, '/pulls?state=all') };
      }, github);
      const deployed = await deploy({ variables: { GITHUB_SHA: merged.sha, GITHUB_API_URL: apiUrl } });
      expect(deployed.report.status).toBe('healthy');
      for (const address of emulator.edges(SLB.instance)) {
        const served = await serve({ address, domain: DOMAIN, root: emulator.rootPem });
        expect(served).toMatchObject({ verdict: 'trusted', sent: 2 });
      }

      const comments = (await ask(github, '/issues/1/comments')) as { body: string }[];
      expect(comments.map(({ body }) => body.split('\n\n').slice(1, 4))).toEqual([
        [
          '✅ 1 endpoint healthy: every address serves the intended certificate with a chain that is accepted',
          'Seen in handshakes with every address after the deployment:',
          [
            '| Endpoint | Address | Leaf | Certificates | Clients without help | HTTP |',
            '| --- | --- | --- | --- | --- | --- |',
            ...edges.map(
              (edge) => `| \`${DOMAIN}:443\` | \`${edge}\` | \`${leaf}\` | 2 | ✅\u{A0}accept it | 421 |`,
            ),
          ].join('\n'),
        ],
      ]);
      await monitor({}, { hours: 26, variables: FROM_GITHUB });
      await monitor({}, { hours: 27, variables: FROM_GITHUB });
      expect(await read(watched)).toEqual([
        `🟢 *${DOMAIN}* — certificate chain incomplete: resolved after 1 d 2 h`,
        '*Failed for* Firefox `SEC_ERROR_UNKNOWN_ISSUER`, Java `PKIX path building failed`, Android `Trust anchor for certification path not found`, OpenSSL `unable to get local issuer certificate`',
        `*Cause:* ${lost}`,
        `<${REPOSITORY}/pull/1|Fix: pull request #1> (merged) · <${REPOSITORY}/actions/runs/N|Run> · <${REPOSITORY}/blob/HEAD/docs/monitor.md|What to do>`,
        'Seen on 2 of 2 addresses from github-hosted/Linux, from TIME until TIME',
      ]);
      const [message] = await slack.seen();
      expect((await slack.thread(message?.ts ?? '')).flatMap(linesOf)).toEqual([
        `✏️ Changed: where the chain was lost. Fails for: Firefox, Java, Android, OpenSSL. ${lost}`,
        '✅ Mended, and seen to be good since, after 1 d 2 h',
      ]);
      expect((await pullRequests(github)).map(({ state }) => state)).toEqual(['closed']);
    }),
  );
});

/** The lines of the only message of the channel, without times and numbers of runs. */
async function read({ slack }: Watched): Promise<string[]> {
  const seen = await slack.seen();
  expect(seen).toHaveLength(1);
  return seen.flatMap(linesOf);
}

function linesOf({ blocks }: SeenMessage): string[] {
  const text = (blocks ?? []).flatMap(textsOf).join('\n');
  return text
    .replaceAll(/\d+ \w{3} \d\d:\d\d UTC/g, 'TIME')
    .replaceAll(/runs\/\d+/g, 'runs/N')
    .split('\n');
}
