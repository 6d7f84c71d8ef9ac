import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { version } from '../package.json';
import { decideRelease } from './release/decide-release';
import { makeRelease } from './release/make-release';
import { tryTarball } from './release/try-tarball';

/** Makes a release: `npm run release -- <patch|minor|major>`. What it asks for stands in `CONTRIBUTING.md`. */

const root = join(__dirname, '..');
const lines = (...words: string[]) =>
  execFileSync('git', words, { cwd: root, encoding: 'utf8' })
    .split('\n')
    .filter((line) => line !== '');

function release(): void {
  const decided = decideRelease({
    words: process.argv.slice(2),
    branch: lines('branch', '--show-current')[0] ?? '',
    changes: lines('status', '--porcelain'),
    tags: lines('tag', '--list'),
    version,
    changelog: readFileSync(join(root, 'CHANGELOG.md'), 'utf8'),
  });
  if (!('tag' in decided)) throw new Error(decided.join('\n'));
  let tarball = '';
  makeRelease(decided, {
    root,
    today: new Date().toISOString().slice(0, 10),
    check: () => {
      for (const script of ['check', 'test:proofs'])
        execFileSync('npm', ['run', script], { cwd: root, stdio: 'inherit' });
    },
    tryTarball: () => (tarball = tryTarball(root, decided.version)),
  });
  console.log(
    `${decided.tag} is committed and tagged, ${tarball} is tried; git push --follow-tags publishes it`,
  );
}

try {
  release();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
