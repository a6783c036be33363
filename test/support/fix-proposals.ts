import { proposeFix, type FixProposal } from '../../src/github/fix-pull-request.ts';
import { ask, openAt, startGitHub } from './github.ts';

export const KEY = '0123456789abcdef'.repeat(4);
export const TOPIC = { what: 'rec.example.com', key: KEY, base: 'main' };
export const BRANCH = 'airec-https/fix-rec-example-com-01234567';
export const WORKBOOK = Buffer.from([0x00, 0xff, 0xfe, 0x0d, 0x0a]);

export function proposal(changes: Partial<FixProposal> = {}): FixProposal {
  return {
    ...TOPIC,
    title: 'fix(certs): complete chain for rec.example.com',
    body: '## What is wrong\n\nThe intermediate is missing.',
    files: [
      { path: 'certs/rec.pem', bytes: Buffer.from('chain\n') },
      { path: 'certificate_info.xlsx', bytes: WORKBOOK },
    ],
    labels: ['certificates', 'severity:critical'],
    ...changes,
  };
}

export interface Pull {
  readonly number: number;
  readonly state: string;
  readonly title: string;
  readonly body: string;
  readonly html_url: string;
  readonly user: { readonly login: string };
  readonly head: { readonly ref: string };
  readonly base: { readonly ref: string };
  readonly labels: readonly { readonly name: string }[];
}

export async function pulls(apiUrl: string): Promise<readonly Pull[]> {
  return (await ask(apiUrl, '/pulls?state=all')) as Pull[];
}

export async function headOf(apiUrl: string, branch = BRANCH): Promise<string> {
  return ((await ask(apiUrl, `/git/ref/heads/${branch}`)) as { object: { sha: string } }).object.sha;
}

export async function bytesAt(apiUrl: string, path: string, ref = BRANCH): Promise<Buffer> {
  const { content } = (await ask(apiUrl, `/contents/${path}?ref=${ref}`)) as { content: string };
  return Buffer.from(content, 'base64');
}

export async function comments(apiUrl: string, number: number): Promise<readonly string[]> {
  const all = (await ask(apiUrl, `/issues/${number}/comments`)) as { body: string }[];
  return all.map(({ body }) => body);
}

/** A person pushes a file to a branch. */
export async function push(apiUrl: string, path: string, branch: string): Promise<void> {
  const content = Buffer.from('by hand\n').toString('base64');
  await ask(apiUrl, `/contents/${path}`, { method: 'PUT', body: { message: 'By hand', content, branch } });
}

export async function patch(apiUrl: string, number: number, body: object): Promise<void> {
  await ask(apiUrl, `/pulls/${number}`, { method: 'PATCH', body });
}

export async function opened(): Promise<{ apiUrl: string; number: number }> {
  const apiUrl = await startGitHub();
  const { number = 0 } = await proposeFix(openAt(apiUrl), proposal());
  return { apiUrl, number };
}
