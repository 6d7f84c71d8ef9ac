import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeRelease, type ReleaseSteps } from '../../scripts/release/make-release';

const release = { bump: 'minor', version: '0.3.0', tag: 'v0.3.0' } as const;
const before = `# Changelog

## [Unreleased]

### Added

- a control

## [0.2.0] - 2026-11-23

### Added

- everything
`;
let root: string;
const git = (...words: string[]) => execFileSync('git', words, { cwd: root, encoding: 'utf8' }).trim();
const read = (file: string) => readFileSync(join(root, file), 'utf8');

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'make-release-'));
  const named = { name: 'example', version: '0.2.0' };
  writeFileSync(join(root, 'package.json'), `${JSON.stringify(named, null, 2)}\n`);
  const locked = { ...named, lockfileVersion: 3, requires: true, packages: { '': named } };
  writeFileSync(join(root, 'package-lock.json'), `${JSON.stringify(locked, null, 2)}\n`);
  writeFileSync(join(root, 'CHANGELOG.md'), before);
  git('init', '--quiet', '--initial-branch=main');
  git('config', 'user.name', 'release');
  git('config', 'user.email', 'release@example.com');
  git('add', '.');
  git('commit', '--quiet', '--message', 'feat: a start');
});
afterEach(() => rmSync(root, { recursive: true }));

function make(steps: Partial<ReleaseSteps> = {}) {
  makeRelease(release, { root, today: '2026-12-01', check: () => {}, tryTarball: () => {}, ...steps });
}

test('version, lock file and changelog are one commit, which the tag names with its notes', () => {
  make();
  expect(JSON.parse(read('package.json'))).toMatchObject({ version: '0.3.0' });
  expect(JSON.parse(read('package-lock.json'))).toMatchObject({
    version: '0.3.0',
    packages: { '': { version: '0.3.0' } },
  });
  expect(read('CHANGELOG.md')).toBe(
    before.replace('## [Unreleased]\n', '## [Unreleased]\n\n## [0.3.0] - 2026-12-01\n'),
  );
  expect(git('log', '--format=%s')).toBe('chore: release 0.3.0\nfeat: a start');
  expect(git('status', '--porcelain')).toBe('');
  expect(git('rev-parse', 'v0.3.0^{commit}')).toBe(git('rev-parse', 'HEAD'));
  expect(git('tag', '--list', '--format=%(contents)', 'v0.3.0')).toBe('v0.3.0\n\n### Added\n\n- a control');
});

test('the tarball is tried as the new version, before anything is committed', () => {
  const seen: string[] = [];
  make({ tryTarball: () => seen.push(read('package.json'), git('log', '--format=%s'), git('tag')) });
  expect(seen).toEqual([expect.stringContaining('"0.3.0"'), 'feat: a start', '']);
});

const fail = () => {
  throw new Error('not as it should be');
};
test.each<[string, Partial<ReleaseSteps>]>([
  ['a red gate', { check: fail }],
  ['a wrong tarball', { tryTarball: fail }],
])('%s leaves no commit, no tag and no change', (_, steps) => {
  expect(() => make(steps)).toThrow('not as it should be');
  expect(git('status', '--porcelain')).toBe('');
  expect(git('log', '--format=%s')).toBe('feat: a start');
  expect(git('tag')).toBe('');
  expect(read('CHANGELOG.md')).toBe(before);
});
