import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dependencies, version } from '../../package.json';
import { commandPrefix } from '../../cli/output/command-prefix';
import { expectedFiles, packedProblems } from '../../scripts/release/packed-files';
import { writeBucket } from './write-bucket';

const root = join(__dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'package-'));
const command = join(folder, 'package/dist/bin/credential-report.js');
let files: string[];

beforeAll(() => {
  const words = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder];
  const [packed] = JSON.parse(execFileSync('npm', words, { cwd: root, encoding: 'utf8' })) as [
    { filename: string; files: { path: string }[] },
  ];
  files = packed.files.map(({ path }) => path);
  execFileSync('tar', ['-xzf', join(folder, packed.filename), '-C', folder]);
  symlinkSync(join(root, 'node_modules'), join(folder, 'package/node_modules'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const run = (...words: string[]) =>
  execFileSync(process.execPath, [command, ...words], { encoding: 'utf8', cwd: folder, stdio: 'pipe' });

describe('the npm package', () => {
  test('ships what it needs and nothing else, no sources and no tests', () => {
    expect(packedProblems(files, expectedFiles(root))).toEqual([]);
  });

  test.each(['dist/bin/credential-report.js', 'dist/local/lambda-environment/environment.js'])(
    '%s needs nothing at run time but the dependencies',
    (file) => {
      const code = readFileSync(join(folder, 'package', file), 'utf8');
      const needed = [...code.matchAll(/\b(?:require|import)\("([^"./][^"]*)"\)/g)]
        .map(([, name = '']) => name)
        .filter((name) => !name.startsWith('node:') && !builtinModules.includes(name));
      const known = Object.keys(dependencies);
      expect(
        needed.filter((name) => !known.some((one) => name === one || name.startsWith(`${one}/`))),
      ).toEqual([]);
    },
  );

  test('its command answers from anywhere', () => {
    expect(run('--version')).toBe(`${version}\n`);
    expect(run('query', '--list')).toContain('console_users_by_account');
    const data = writeBucket({
      'collection-runs/2026/11/22/100000000007.json': '{"account_id":"100000000007","status":"failed"}\n',
    });
    const answer = run(
      'query',
      '--data',
      data,
      '--format',
      'json',
      'SELECT account_id, status FROM collection_run',
    );
    rmSync(data, { recursive: true });
    expect(JSON.parse(answer)).toEqual([{ account_id: '100000000007', status: 'failed' }]);
  });

  test('hints name the command as it is installed, and npm in a clone', () => {
    expect(commandPrefix(join(folder, 'package'))).toBe('credential-report');
    expect(commandPrefix(root)).toBe('npm run -s credential-report --');
  });

  test('its command fails with an error in words', () => {
    expect(() => run('query', 'SELECT 1')).toThrow(/which folder\? --data/);
  });
});
