import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expectedFiles, packedProblems } from './packed-files';

interface Packed {
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

/**
 * Builds and packs, holds the tarball against what it should hold, installs it from the registry's packages into an empty
 * folder and runs its command there.
 * @returns name of the tarball, which lies at the root from then on
 * @throws Error that says what is wrong with it
 */
export function tryTarball(root: string, version: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'release-'));
  const run = (cwd: string, command: string, ...words: string[]) =>
    execFileSync(command, words, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    run(root, 'npm', 'run', '--silent', 'build');
    const answer = run(root, 'npm', 'pack', '--ignore-scripts', '--json', '--pack-destination', folder);
    const [packed] = JSON.parse(answer) as [Packed];
    const problems = packedProblems(
      packed.files.map(({ path }) => path),
      expectedFiles(root),
    );
    if (problems.length > 0) throw new Error(problems.join('\n'));
    const tarball = join(folder, packed.filename);
    const empty = join(folder, 'empty');
    mkdirSync(empty);
    run(empty, 'npm', 'install', '--silent', '--no-audit', '--no-fund', tarball);
    const command = join(empty, 'node_modules/.bin/credential-report');
    const said = run(empty, command, '--version').trim();
    if (said !== version)
      throw new Error(`the installed command tells version "${said}", expected is ${version}`);
    if (!run(empty, command, '--help').includes('Usage: credential-report')) {
      throw new Error('the installed command does not tell how it is used');
    }
    copyFileSync(tarball, join(root, packed.filename));
    return packed.filename;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
