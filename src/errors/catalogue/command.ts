import type { ErrorEntry } from '../app-error.ts';

export const commandErrors = {
  USAGE: ({ problem, help }: { problem: string; help: string }) => ({
    category: 'configuration',
    problem,
    help,
  }),
  DEMO_WENT_WRONG: ({ first, second }: { first: string; second: string }) => ({
    category: 'internal',
    problem: `The demo did not come out as it is told: first run ${first}; second run ${second}`,
    help: 'This is a defect of airec-https, or something on this machine closes loopback connections.',
  }),
  KEY_VARIABLE_MISSING: ({ name }: { name: string }) => ({
    category: 'configuration',
    problem: `The environment variable ${name}, which should hold the private key, is not set or empty`,
    help: `Set it in the step: "env: { ${name}: \${{ secrets.${name} }} }". Secrets are empty in workflows of forks and of Dependabot.`,
  }),
  FILE_UNREADABLE: ({ file, reason }: { file: string; reason: string }) => ({
    category: 'configuration',
    problem: `${file} cannot be read: ${reason}`,
    help: 'Check the path, which is relative to the configuration file, and that the workflow checks the file out.',
  }),
  REPORT_NOT_WRITABLE: ({ file, reason }: { file: string; reason: string }) => ({
    category: 'configuration',
    problem: `The report cannot be written to ${file}: ${reason}`,
    help: 'Name a file in a folder that exists and that this user may write to.',
  }),
  ROLLBACK_REPORT_UNREADABLE: ({ file, reason }: { file: string; reason: string }) => ({
    category: 'configuration',
    problem: `${file} is no report of a deployment: ${reason}`,
    help: 'Name the file that `deploy --report FILE`, or the Action as report-path, wrote.',
  }),
  ROLLBACK_NOTHING: ({ file }: { file: string }) => ({
    category: 'configuration',
    problem: `${file} tells of nothing that can be undone`,
    help: 'That deployment changed no target, put back itself what was there, or spoke the calls of the guide, which do not tell what was bound.',
  }),
  ROLLBACK_SUPERSEDED: ({ endpoint, leaf }: { endpoint: string; leaf: string }) => ({
    category: 'configuration',
    problem: `${endpoint} serves ${leaf}, which that deployment neither deployed nor replaced`,
    help: 'Something has been deployed since. Undo the newest deployment by its own report, or add --force.',
  }),
  ROLLBACK_ENDPOINT_UNKNOWN: ({ endpoint }: { endpoint: string }) => ({
    category: 'configuration',
    problem: `The report tells of ${endpoint}, which the configuration does not have`,
    help: 'Use the configuration of that deployment, such as that of its commit.',
  }),
  PAGE_REPORT_INVALID: ({ file, reason }: { file: string; reason: string }) => ({
    category: 'configuration',
    problem: `${file} is no report of the monitor: ${reason}`,
    help: 'Name the file that `monitor --json` printed, or that the Action with `command: monitor` wrote as report-path.',
  }),
  PAGE_STATE_INVALID: ({ file, reason }: { file: string; reason: string }) => ({
    category: 'configuration',
    problem: `${file} is no state of the monitor: ${reason}`,
    help: 'Name state.json of the branch airec-https-state, or the file of `monitor --state`; without --state the page has no history.',
  }),
  PAGE_INPUT_TOO_LARGE: ({ file, bytes, limit }: { file: string; bytes: number; limit: number }) => ({
    category: 'configuration',
    problem: `${file} has ${bytes} bytes, and at most ${limit} are read`,
    help: 'Name a file that the monitor wrote.',
  }),
  PAGE_FOLDER_FOREIGN: ({ folder, mark }: { folder: string; mark: string }) => ({
    category: 'configuration',
    problem: `${folder} holds files, and no ${mark} to say that they are of a status page`,
    help: 'Name an empty folder, a new one, or one that this command wrote: what is in others is not written over.',
  }),
  PAGE_NOT_WRITABLE: ({ folder, reason }: { folder: string; reason: string }) => ({
    category: 'configuration',
    problem: `The status page cannot be written to ${folder}: ${reason}`,
    help: 'Name a folder that this user may write to.',
  }),
  MONITOR_STATE_NEWER: ({ version }: { version: number }) => ({
    category: 'configuration',
    problem: `The kept state of the monitor has version ${version}, which a newer airec-https wrote`,
    help: 'Use that version of airec-https, or delete the branch airec-https-state (or the file) to begin anew.',
  }),
  MONITOR_STATE_NOT_WRITABLE: ({ file, reason }: { file: string; reason: string }) => ({
    category: 'configuration',
    problem: `The state of the monitor cannot be written to ${file}: ${reason}`,
    help: 'Name a file in a folder that exists and that this user may write to.',
  }),
  MONITOR_SHARDS_ABSENT: () => ({
    category: 'remote',
    problem: 'There is no file of a shard, so that nothing was seen of any endpoint',
    help: 'Name the folder with the files airec-https-shard-….json, and see why the jobs of the shards left none.',
  }),
  MONITOR_SHARD_INVALID: ({ file, reason }: { file: string; reason: string }) => ({
    category: 'remote',
    problem: `${file} is not used: ${reason}`,
    help: 'Have every job check out the same commit and use the same version of airec-https, and collect the files of one run in an empty folder.',
  }),
  MONITOR_SHARD_MISSING: ({
    number,
    count,
    endpoints,
  }: {
    number: number;
    count: number;
    endpoints: number;
  }) => ({
    category: 'remote',
    problem: `Shard ${number} of ${count} is missing: nobody looked at its ${endpoints} ${endpoints === 1 ? 'endpoint' : 'endpoints'}`,
    help: 'See why the job of that shard ended without its file, and run it again.',
  }),
  ISSUE_FAILED: ({ id }: { id: string }) => ({
    category: 'remote',
    problem: `CAS failed to issue ${id}`,
    help: 'Look at the order in the CAS console: most often the validation record in DNS is missing or wrong.',
  }),
  ISSUE_LATE: ({ id, seconds }: { id: string; seconds: number }) => ({
    category: 'remote',
    retryable: true,
    problem: `CAS has not issued ${id} within ${seconds} s`,
    help: 'Run again later: the order is found again, not repeated. Raise deadlines.status if issuing takes longer for you.',
  }),
} satisfies Record<string, (details: never) => ErrorEntry>;
