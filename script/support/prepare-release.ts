import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { bundle, ENTRIES, listFiles } from '../bundle.ts';
import { differences } from './compare-folders.ts';
import { releaseNotes } from './release-notes.ts';
import { sbom, type LockedPackage } from './sbom.ts';

/** What the Action runs, and what belongs to it wherever it is copied to. */
const SHIPPED = ['action.yml', 'dist', 'LICENSE', 'README.md'];
/** In a workflow its own, elsewhere the placeholder of the documents. */
const REPOSITORY = process.env.GITHUB_REPOSITORY ?? 'OWNER/airec-https';
const GZIP_OS = 9;
const GZIP_OS_UNKNOWN = 255;

export interface PreparedRelease {
  /** Names of the files in the folder, in the order in which they are shown. */
  readonly assets: readonly string[];
  readonly filesOfDist: number;
  readonly packages: number;
}

/**
 * Writes what a draft release carries into `folder`: the archive of what the Action runs at `tag`, its SBOM, their hashes, and
 * `notes.md`. dist/ is rebuilt from these sources elsewhere and compared, byte for byte, with what is in the archive. The same
 * tag gives the same bytes with the same Node: another one may compress the tar, which is the same, in another way.
 *
 * @throws Error when the tag is not the version of its package.json or not what is checked out, when dist/ is not what the
 * sources give, or when CHANGELOG.md has no section for the version.
 */
export async function prepareRelease(
  repository: string,
  tag: string,
  folder: string,
): Promise<PreparedRelease> {
  const git = (...args: readonly string[]) =>
    execFileSync('git', args, { cwd: repository, maxBuffer: 256 * 1024 * 1024 });
  const show = (file: string) => git('show', `${tag}:${file}`).toString();
  const { version } = JSON.parse(show('package.json')) as { version: string };
  if (tag !== `v${version}`) throw new Error(`The tag is ${tag}, and package.json says ${version}`);
  refuseOtherSources(git, tag);
  const notes = releaseNotes(show('CHANGELOG.md'), version, `https://github.com/${REPOSITORY}/blob/${tag}`);
  // Modes by the tag, whatever the user's configuration says.
  const archiving = ['-c', 'tar.umask=0022', 'archive', '--format=tar', `--prefix=airec-https-${version}/`];
  const tar = git(...archiving, tag, '--', ...SHIPPED);
  const { bundled, filesOfDist } = await rebuildAndCompare(tar, `airec-https-${version}`);

  const archive = { name: `airec-https-${tag}.tar.gz`, bytes: gzip(tar) };
  const { packages } = JSON.parse(show('package-lock.json')) as { packages: Record<string, LockedPackage> };
  const date = new Date(git('show', '-s', '--format=%cI', `${tag}^{commit}`).toString().trim());
  const bill = await sbom({ version, date, archive, bundled }, packages);
  const assets = new Map<string, Buffer>([
    [archive.name, archive.bytes],
    [`airec-https-${tag}.cdx.json`, Buffer.from(bill)],
  ]);
  const sums = [...assets].map(([name, bytes]) => `${sha256(bytes)}  ${name}\n`).join('');
  assets.set('SHA256SUMS', Buffer.from(sums));

  await mkdir(folder, { recursive: true });
  for (const [name, bytes] of assets) await writeFile(path.join(folder, name), bytes);
  await writeFile(path.join(folder, 'notes.md'), notes);
  return { assets: [...assets.keys()], filesOfDist, packages: JSON.parse(bill).components.length };
}

/** The rebuild takes the work tree: it has to be the tag's. */
function refuseOtherSources(git: (...args: readonly string[]) => Buffer, tag: string): void {
  const commit = (name: string) => git('rev-parse', '--verify', `${name}^{commit}`).toString().trim();
  if (commit('HEAD') !== commit(tag)) throw new Error(`${tag} is not what is checked out`);
  const changed = git('status', '--porcelain', '--untracked-files=no').toString().trim();
  if (changed !== '') throw new Error(`Files differ from the commit:\n${changed}`);
}

async function rebuildAndCompare(tar: Buffer, prefix: string) {
  const temporary = await mkdtemp(path.join(tmpdir(), 'airec-https-release-'));
  try {
    execFileSync('tar', ['-x', '-C', temporary], { input: tar });
    const shipped = path.join(temporary, prefix, 'dist');
    const rebuilt = path.join(temporary, 'rebuilt');
    const bundled = await bundle(ENTRIES, rebuilt);
    const problems = await differences(shipped, rebuilt);
    if (problems.length > 0) {
      throw new Error(`dist/ is not what the sources give:\n${problems.join('\n')}`);
    }
    return { bundled, filesOfDist: (await listFiles(shipped)).length };
  } finally {
    await rm(temporary, { recursive: true });
  }
}

/** Without the system in the header; Node writes no time. */
function gzip(bytes: Buffer): Buffer {
  const compressed = gzipSync(bytes, { level: 9 });
  compressed[GZIP_OS] = GZIP_OS_UNKNOWN;
  return compressed;
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
