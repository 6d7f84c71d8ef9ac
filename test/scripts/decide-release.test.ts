import { decideRelease, type ReleaseState } from '../../scripts/release/decide-release';

const changelog = (unreleased: string) =>
  `# Changelog\n\n## [Unreleased]\n${unreleased}\n## [0.2.0] - 2026-11-23\n\n### Added\n\n- everything\n`;
const state: ReleaseState = {
  words: ['patch'],
  branch: 'main',
  changes: [],
  tags: ['v0.2.0'],
  version: '0.2.0',
  changelog: changelog('\n### Fixed\n\n- a digest that came twice\n'),
};
const added = changelog('\n### Added\n\n- a control\n\n### Fixed\n\n- a digest\n');

test.each<[string, Partial<ReleaseState>, string]>([
  ['a patch of what was fixed', {}, '0.2.1'],
  ['a minor with what was added', { words: ['minor'], changelog: added }, '0.3.0'],
  ['a major', { words: ['major'], changelog: added }, '1.0.0'],
  [
    'the first version, with nothing below',
    { words: ['minor'], version: '0.0.1', changelog: '## [Unreleased]\n\n### Added\n\n- a start' },
    '0.1.0',
  ],
])('%s', (_, change, version) => {
  expect(decideRelease({ ...state, ...change })).toEqual({
    bump: { ...state, ...change }.words[0],
    version,
    tag: `v${version}`,
  });
});

test.each<[string, Partial<ReleaseState>, string[]]>([
  ['no bump', { words: [] }, ['the release is "", allowed is patch or minor or major']],
  ['a version as bump', { words: ['0.3.0'] }, ['the release is "0.3.0", allowed is patch or minor or major']],
  ['two bumps', { words: ['minor', 'patch'] }, ['the release is "minor patch"']],
  ['a version that is none', { version: 'next' }, ['the version in package.json is "next"']],
  ['no entries', { changelog: changelog('') }, ['CHANGELOG.md has no entry under "Unreleased"']],
  [
    'a heading without entries, those of the version before do not count',
    { changelog: changelog('\n### Fixed\n') },
    ['CHANGELOG.md has no entry under "Unreleased"'],
  ],
  ['no heading', { changelog: '# Changelog\n' }, ['CHANGELOG.md has no heading "## [Unreleased]"']],
  [
    'a heading of its own',
    { changelog: changelog('\n### Improved\n\n- x\n') },
    [
      'CHANGELOG.md has a heading "### Improved", allowed are Added, Changed, Deprecated, Removed, Fixed, Security',
    ],
  ],
  ['a patch that adds', { changelog: added }, ['a patch has no entries under "Added"']],
  [
    'a patch that changes',
    { changelog: changelog('\n### Changed\n\n- x\n') },
    ['a patch has no entries under "Changed"'],
  ],
  ['another branch', { branch: 'topic' }, ['the branch is "topic", releases are made on main']],
  ['no branch', { branch: '' }, ['the branch is "", releases are made on main']],
  [
    'a dirty tree',
    { changes: [' M README.md', '?? note'] },
    ['the tree has changes', ' M README.md, ?? note'],
  ],
  ['a tag that is there', { tags: ['v0.2.1'] }, ['the tag v0.2.1 exists']],
  [
    'everything at once',
    { branch: 'topic', changes: ['?? x'], tags: ['v0.2.1'], changelog: changelog('') },
    ['no entry under "Unreleased"', 'the branch is "topic"', 'the tree has changes', 'the tag v0.2.1 exists'],
  ],
])('refused: %s', (_, change, words) => {
  const problems = decideRelease({ ...state, ...change });
  const text = Array.isArray(problems) ? problems.join('\n') : '';
  for (const word of words) expect(text).toContain(word);
});
