import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { notesOf, releaseChangelog } from './changelog';
import type { Release } from './decide-release';

const released = ['package.json', 'package-lock.json', 'CHANGELOG.md'];

export interface ReleaseSteps {
  readonly root: string;
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** The whole gate; throws when it is red. */
  readonly check: () => void;
  /** Packs and tries the tarball of the new version; throws when it is not as it should be. */
  readonly tryTarball: () => void;
}

/**
 * Commits and tags a release. Whatever fails leaves neither, and the files as they were.
 * @throws Error of the step that failed
 */
export function makeRelease({ version, tag }: Release, { root, today, check, tryTarball }: ReleaseSteps) {
  const run = (command: string, ...words: string[]) =>
    execFileSync(command, words, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  check();
  const file = join(root, 'CHANGELOG.md');
  const changelog = releaseChangelog(readFileSync(file, 'utf8'), version, today);
  try {
    run('npm', 'version', version, '--no-git-tag-version', '--ignore-scripts');
    writeFileSync(file, changelog);
    tryTarball();
    run('git', 'commit', '--quiet', '--message', `chore: release ${version}`, '--', ...released);
  } catch (error) {
    run('git', 'checkout', '--quiet', '--', ...released);
    throw error;
  }
  // Headings of the changelog begin with the character that git takes for a comment.
  run(
    'git',
    'tag',
    '--cleanup=verbatim',
    '--annotate',
    tag,
    '--message',
    `${tag}\n\n${notesOf(changelog, version)}\n`,
  );
}
