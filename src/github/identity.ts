import type { GitHub } from './github.ts';

/** Who the token makes us. */
export interface Identity {
  /** As author of pull requests and comments, such as `github-actions[bot]`. */
  readonly login: string;
  /** False for the token of a job: what it does starts no workflow, so that checks do not run. */
  readonly startsWorkflows: boolean;
}

const JOB_LOGIN = 'github-actions[bot]';
/** Tokens of installations, the one of a job among them. They may not ask for the user, but for the viewer. */
const INSTALLATION_TOKEN = /^ghs_/;

const identities = new WeakMap<GitHub, Promise<Identity>>();

/** Asked once for each opened repository: one call. */
export function identify(github: GitHub): Promise<Identity> {
  const known = identities.get(github);
  if (known) return known;
  const identity = readLogin(github).then((login) => ({ login, startsWorkflows: login !== JOB_LOGIN }));
  identities.set(github, identity);
  // A failure is not kept: the next one who asks may be luckier.
  identity.catch(() => identities.delete(github));
  return identity;
}

function readLogin(github: GitHub): Promise<string> {
  const step = { does: 'Asking GitHub whose the token is', needs: 'contents: read' } as const;
  return github.call(step, async (octokit) => {
    if (!INSTALLATION_TOKEN.test(github.token.reveal())) {
      return (await octokit.rest.users.getAuthenticated()).data.login;
    }
    const { viewer } = await octokit.graphql<{ viewer: { login: string } }>('query { viewer { login } }');
    return viewer.login;
  });
}
