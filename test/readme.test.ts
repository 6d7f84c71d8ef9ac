import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { scripts } from '../package.json';

const readme = readFileSync(join(__dirname, '../README.md'), 'utf8');
const commands = readFileSync(join(__dirname, '../docs/commands.md'), 'utf8');

test('every npm script that README names exists', () => {
  const named = [...readme.matchAll(/npm (?:run (?:-s )?)?(demo|test|[a-z:-]+)\b/g)].map(([, name]) => name);
  const others = ['ci', 'run', 'pack', 'install'];
  expect(named).toContain('demo');
  expect(named.filter((name) => !Object.hasOwn(scripts, name ?? '') && !others.includes(name ?? ''))).toEqual(
    [],
  );
});

test('README is two screens', () => {
  expect(readme.trimEnd().split('\n').length).toBeLessThanOrEqual(120);
});

test('docs/commands.md names every subcommand and no other', async () => {
  const { runCommand } = await import('./cli/run-command');
  const { out: help } = await runCommand(['--help']);
  const [, table = ''] = /\| command +\| does +\|\n((?:\|.*\n)+)/.exec(commands) ?? [];
  const named = [...table.matchAll(/^\| `([\w-]+)/gm)].map(([, name = '']) => name);
  const known = [...help.matchAll(/^ {2}(\w[\w-]*)(?= [[<]| {2})/gm)].map(([, name = '']) => name);
  expect([...named, 'help'].sort()).toEqual(known.sort());
});
