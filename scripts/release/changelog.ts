/** Headings of Keep a Changelog 1.1.0; the value says whether a patch release may have entries below it. */
const headings: Readonly<Record<string, boolean>> = {
  Added: false,
  Changed: false,
  Deprecated: false,
  Removed: false,
  Fixed: true,
  Security: true,
};

/** What stands between `## [Unreleased]` and the version before; undefined when there is no such heading. */
function unreleased(changelog: string): string | undefined {
  const [, text] = /^## \[Unreleased\]\n([^]*?)(?=^## |(?![^]))/m.exec(changelog) ?? [];
  return text;
}

/** What keeps the entries under "Unreleased" from becoming a release, in sentences. */
export function changelogProblems(changelog: string, bump: string): string[] {
  const text = unreleased(changelog);
  if (text === undefined) return ['CHANGELOG.md has no heading "## [Unreleased]"'];
  const sections = text.split(/^### /m).slice(1);
  const filled = sections.filter((section) => /^- \S/m.test(section));
  if (filled.length === 0) {
    return ['CHANGELOG.md has no entry under "Unreleased", say what is different for those who use it'];
  }
  const names = filled.map((section) => section.split('\n', 1)[0] ?? '');
  const unknown = names.filter((name) => !Object.hasOwn(headings, name));
  if (unknown.length > 0) {
    return unknown.map(
      (name) => `CHANGELOG.md has a heading "### ${name}", allowed are ${Object.keys(headings).join(', ')}`,
    );
  }
  const tooMuch = bump === 'patch' ? names.filter((name) => headings[name] !== true) : [];
  return tooMuch.map(
    (name) =>
      `a patch has no entries under "${name}", allowed are Fixed and Security: release a minor or major`,
  );
}

/**
 * The changelog with what was unreleased under the heading of a version, and nothing unreleased.
 * @param date `YYYY-MM-DD`
 */
export function releaseChangelog(changelog: string, version: string, date: string): string {
  return changelog.replace(/^## \[Unreleased\]\n/m, `## [Unreleased]\n\n## [${version}] - ${date}\n`);
}

/** What a version's part of the changelog says, without its heading; the text of the tag. */
export function notesOf(changelog: string, version: string): string {
  const [, text = ''] = changelog.split(`## [${version}] - `);
  return text.split(/^## /m)[0]?.split('\n').slice(1).join('\n').trim() ?? '';
}
