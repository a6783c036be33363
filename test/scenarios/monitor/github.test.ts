import { afterAll, describe, expect, it } from 'vitest';
import { closeGitHubs, scriptGitHub } from '../../support/github.ts';
import { pullRequests, watching } from '../../support/scenario/watched.ts';
import { closeServers } from '../../support/servers.ts';
import { closeSlacks } from '../../support/slack.ts';

afterAll(async () => {
  await Promise.all([closeServers(), closeGitHubs(), closeSlacks()]);
});

describe.concurrent('an unwell GitHub', { timeout: 60_000 }, () => {
  it(
    'that says the pull request is there already does not lose the alert',
    watching(async ({ place, issued, monitor, slack, github }) => {
      place(issued.leafPem);
      await monitor();
      const { apiUrl } = await scriptGitHub(
        ({ method, path }) =>
          method === 'POST' && path.endsWith('/pulls')
            ? {
                status: 422,
                json: {
                  message: 'Validation Failed',
                  errors: [{ message: 'A pull request already exists for acme:x.' }],
                },
              }
            : undefined,
        github,
      );
      await monitor({}, { hours: 1, githubApi: apiUrl });
      expect(await slack.seen()).toHaveLength(1);
      const next = await monitor({}, { hours: 2 });
      expect(next.report.problems).toEqual([]);
      expect((await pullRequests(github)).map(({ state }) => state)).toEqual(['open']);
    }),
  );

  it(
    'that limits writing for a second is waited for',
    watching(async ({ place, issued, monitor, slack, github }) => {
      place(issued.leafPem);
      await monitor();
      let limited = 0;
      const { apiUrl } = await scriptGitHub(({ method, path }) => {
        if (method !== 'POST' || !path.endsWith('/pulls') || limited > 0) return undefined;
        limited += 1;
        return {
          status: 403,
          json: { message: 'You have exceeded a secondary rate limit.' },
          headers: { 'retry-after': '1' },
        };
      }, github);
      const run = await monitor({}, { hours: 1, githubApi: apiUrl });
      expect([limited, run.report.problems]).toEqual([1, []]);
      expect(await pullRequests(github)).toHaveLength(1);
      expect(await slack.seen()).toHaveLength(1);
    }),
  );

  it(
    'where the branch of a fix was moved underneath tells all the same, and proposes in the next run',
    watching(async ({ place, issued, monitor, slack, github }) => {
      place(issued.leafPem);
      await monitor();
      let moved = 0;
      const { apiUrl } = await scriptGitHub(({ method, path, body }) => {
        const isFix = JSON.stringify(body ?? {}).includes('refs/heads/airec-https/fix-');
        if (method !== 'POST' || !path.endsWith('/git/refs') || !isFix || moved > 0) return undefined;
        moved += 1;
        return { status: 422, json: { message: 'Reference already exists' } };
      }, github);
      const run = await monitor({}, { hours: 1, githubApi: apiUrl });
      expect([moved, run.report.problems]).toEqual([1, []]);
      expect(await slack.seen()).toHaveLength(1);
      const next = await monitor({}, { hours: 2 });
      expect(next.report.problems).toEqual([]);
      expect((await pullRequests(github)).map(({ state }) => state)).toEqual(['open']);
    }),
  );

  it(
    'where the state was moved underneath is asked again',
    watching(async ({ place, issued, monitor, slack, github }) => {
      place(issued.leafPem);
      await monitor();
      let moved = 0;
      const { apiUrl } = await scriptGitHub(({ method, path }) => {
        if (method !== 'PUT' || !path.endsWith('/contents/state.json') || moved > 0) return undefined;
        moved += 1;
        return { status: 409, json: { message: 'state.json does not match 0123456789abcdef' } };
      }, github);
      const run = await monitor({}, { hours: 1, githubApi: apiUrl });
      expect([moved, run.report.problems]).toEqual([1, []]);
      expect(await slack.seen()).toHaveLength(1);
    }),
  );
});
