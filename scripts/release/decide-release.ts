import { inc } from 'semver';
import { changelogProblems } from './changelog';

export const bumps = ['patch', 'minor', 'major'] as const;
export type Bump = (typeof bumps)[number];

/** What a release is decided by. */
export interface ReleaseState {
  /** What was asked for on the command line. */
  readonly words: readonly string[];
  readonly branch: string;
  /** Lines of `git status --porcelain`. */
  readonly changes: readonly string[];
  readonly tags: readonly string[];
  /** The version before, as in `package.json`. */
  readonly version: string;
  readonly changelog: string;
}

export interface Release {
  readonly bump: Bump;
  readonly version: string;
  readonly tag: string;
}

/** The release that was asked for, or every reason against it in sentences. */
export function decideRelease(state: ReleaseState): Release | readonly string[] {
  const { words, branch, changes, tags, version: before, changelog } = state;
  const bump = bumps.find((one) => words.length === 1 && words[0] === one);
  if (bump === undefined) {
    return [`the release is "${words.join(' ')}", allowed is ${bumps.join(' or ')}`];
  }
  const version = inc(before, bump);
  if (version === null) return [`the version in package.json is "${before}", allowed is one such as 1.2.3`];
  const tag = `v${version}`;
  const problems = changelogProblems(changelog, bump);
  if (branch !== 'main') problems.push(`the branch is "${branch}", releases are made on main`);
  if (changes.length > 0) problems.push(`the tree has changes, commit or stash them: ${changes.join(', ')}`);
  if (tags.includes(tag)) problems.push(`the tag ${tag} exists, a release is made once`);
  return problems.length > 0 ? problems : { bump, version, tag };
}
