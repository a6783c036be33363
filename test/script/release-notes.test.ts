import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { releaseNotes } from '../../script/support/release-notes.ts';
import { ROOT } from '../support/module-facts.ts';

const FILES = 'https://github.com/acme/shop/blob/v1';
const CHANGELOG = `# Changelog

## [Unreleased]

## [1.10.0] - 2026-11-29

### Added

- A, for \`b\`, which
  goes [on](docs/b.md#c).
  - An item of its own, [elsewhere](https://example.com/).

## [1.1.0] - 2026-10-01

### Fixed

## [1.0.0]

- C.
`;

describe('the notes of a release', () => {
  it.each([
    [
      '1.10.0',
      `### Added\n\n- A, for \`b\`, which goes [on](${FILES}/docs/b.md#c).\n  - An item of its own, [elsewhere](https://example.com/).\n`,
    ],
    ['1.0.0', '- C.\n'],
  ])('are the section of %s', (version, notes) => {
    expect(releaseNotes(CHANGELOG, version, FILES)).toBe(notes);
  });

  it.each([
    ['that there is not', '2.0.0'],
    ['whose name is the beginning of another', '1.1'],
    ['of headings alone', '1.1.0'],
    ['that is empty', 'Unreleased'],
  ])('fail for a section %s', (_name, version) => {
    expect(() => releaseNotes(CHANGELOG, version, FILES)).toThrow(version);
  });

  it('would be something if Unreleased were released now', () => {
    const changelog = readFileSync(path.join(ROOT, 'CHANGELOG.md'), 'utf8');
    expect(releaseNotes(changelog, 'Unreleased', FILES)).toMatch(/^### (?:Added|Changed|Fixed)\n/);
  });
});
