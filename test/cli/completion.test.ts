import { execFileSync } from 'node:child_process';
import { savedQueries } from '../../athena-ddl/sql-files';
import { runCommand } from './run-command';

let script: string;
beforeAll(async () => {
  script = (await runCommand(['completion', 'bash'])).out;
});

/** What bash offers at the end of a line; the words are cut as bash cuts them. */
function offered(...words: string[]): string[] {
  const asked = `${script}
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=()
_credential_report
printf '%s\\n' "\${COMPREPLY[@]}"`;
  const answer = execFileSync('bash', ['-u', '-c', asked, 'bash', 'credential-report', ...words], {
    encoding: 'utf8',
  });
  return answer.split('\n').filter((word) => word !== '');
}

describe('bash completes', () => {
  test.each([
    { words: ['que'], expected: ['query'] },
    { words: ['co'], expected: ['collect', 'controls', 'completion'] },
    { words: ['query', '--fo'], expected: ['--format'] },
    { words: ['query', '--qui'], expected: ['--quiet'] },
    { words: ['--quiet', 'query', '--nam'], expected: ['--named'] },
    { words: ['query', '--format', ''], expected: ['table', 'vertical', 'csv', 'json'] },
    { words: ['query', '--data', 'reports', '--format', 'v'], expected: ['vertical'] },
    { words: ['query', '--format', '=', 'c'], expected: ['csv'] },
    { words: ['query', '--format', '='], expected: ['table', 'vertical', 'csv', 'json'] },
    { words: ['query', '--named', 'console_users_b'], expected: ['console_users_by_account'] },
    { words: ['collect', '--facts', 'w'], expected: ['without-tags'] },
    { words: ['collect', '--out', ''], expected: [] },
    { words: ['exceptions', ''], expected: ['check', 'help', '--help', '-h', '--quiet', '--version', '-V'] },
    { words: ['exceptions', 'check', '--d'], expected: ['--data'] },
    { words: ['completion', 'z'], expected: ['zsh'] },
    { words: ['nothing', 'at', 'al'], expected: [] },
  ])('$words', ({ words, expected }) => {
    expect(offered(...words).sort()).toEqual([...expected].sort());
  });

  test('every command of the help, and every named query', async () => {
    const { out: help } = await runCommand(['--help']);
    const commands = [...(help.split('Examples:')[0] ?? '').matchAll(/^ {2}(\w[\w-]*)(?= .{4,})/gm)].map(
      ([, name = '']) => name,
    );
    expect(commands.length).toBeGreaterThan(14);
    expect(offered('')).toEqual(expect.arrayContaining(commands));
    expect(offered('query', '--named', '')).toEqual(savedQueries().map(({ name }) => name));
  });
});

test('zsh reads the same script', async () => {
  const { out } = await runCommand(['completion', 'zsh']);
  expect(out).toMatch(/^autoload -Uz compinit bashcompinit\n/);
  expect(out.endsWith(script)).toBe(true);
});

test.each([
  { words: [], err: /missing required argument 'shell'/ },
  { words: ['fish'], err: /'fish' is invalid for argument 'shell'. Allowed choices are bash, zsh/ },
])('completion $words is refused', async ({ words, err }) => {
  const outcome = await runCommand(['completion', ...words]);
  expect(outcome).toMatchObject({ code: 1, out: '' });
  expect(outcome.err).toMatch(err);
});
