// Makes the files of a draft release: npm run release -- v1.2.3 FOLDER. It needs git and uploads nothing; the workflow does.
import path from 'node:path';
import { ROOT } from './bundle.ts';
import { prepareRelease } from './support/prepare-release.ts';

const [tag, folder] = process.argv.slice(2);
if (tag === undefined || folder === undefined) throw new Error('usage: npm run release -- TAG FOLDER');
try {
  const { assets, filesOfDist, packages } = await prepareRelease(ROOT, tag, path.resolve(folder));
  console.log(`dist: ${filesOfDist} files, equal byte for byte to a clean rebuild`);
  console.log(`SBOM: ${packages} packages`);
  console.log([...assets, 'notes.md'].map((name) => `wrote ${path.join(folder, name)}`).join('\n'));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
