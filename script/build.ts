// Builds dist/, which is committed: the Action runs from a checkout, where nothing is installed.
import path from 'node:path';
import { bundle, ENTRIES, listFiles, ROOT } from './bundle.ts';

const folder = path.join(ROOT, 'dist');
await bundle(ENTRIES, folder);
console.log(`dist: ${(await listFiles(folder)).length} files`);
