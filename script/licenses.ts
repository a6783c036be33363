import license, { type Dependency } from 'rollup-plugin-license';
import type { Plugin } from 'rolldown';

// The package is a CommonJS function, while its types declare a default export of an ES module.
const rollupPluginLicense = license as unknown as typeof license.default;

/** Licences that let anyone redistribute the code as long as the notice stays with it. */
const PERMISSIVE = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'Unlicense',
  'Zlib',
];

/**
 * A bundler plugin that writes the notices of every bundled package to `file`, sorted by name, and fails
 * the build on a package without a licence or with one that is not permissive.
 */
export function licenses(file: string): Plugin {
  // The plugin is typed for Rollup, whose plugin interface Rolldown implements.
  return rollupPluginLicense({
    thirdParty: {
      multipleVersions: true,
      allow: { test: `(${PERMISSIVE.join(' OR ')})`, failOnUnlicensed: true, failOnViolation: true },
      output: { file, encoding: 'utf-8', template: renderNotices },
    },
  }) as unknown as Plugin;
}

function renderNotices(dependencies: Dependency[]): string {
  return dependencies
    .map((dependency) => ({ title: `${dependency.name} ${dependency.version}`, dependency }))
    .toSorted((a, b) => (a.title < b.title ? -1 : 1))
    .map(({ title, dependency }) =>
      [`${title} (${dependency.license})`, dependency.licenseText, dependency.noticeText]
        .filter((part) => part !== null)
        .map((part) => part.trim())
        .join('\n\n'),
    )
    .join(`\n\n${'-'.repeat(80)}\n\n`)
    .concat('\n');
}
