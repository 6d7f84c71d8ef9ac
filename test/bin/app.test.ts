import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'app-'));
afterAll(() => rmSync(folder, { recursive: true }));

beforeAll(() => {
  mkdirSync(join(folder, 'bin'));
  copyFileSync(join(root, 'bin/app.ts'), join(folder, 'bin/app.ts'));
  for (const name of ['lib', 'node_modules']) symlinkSync(join(root, name), join(folder, name));
  writeFileSync(join(folder, 'config.ts'), 'export const config = {\n  retentionDays: Number(days()),\n};\n');
  writeFileSync(join(folder, 'exceptions.csv'), 'account,reason\n');
  writeFileSync(join(folder, 'controls.csv'), 'control\n');
});

test('what an operator wrote wrongly ends with sentences and exit code 1, without a stack trace', () => {
  const words = [join(root, 'node_modules/tsx/dist/cli.mjs'), 'bin/app.ts'];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd: folder, encoding: 'utf8' });
  expect(stdout).toBe('');
  expect(stderr).toMatch(
    /^config\.ts cannot be deployed:\n- line 2: days is not defined\nexceptions\.csv cannot be deployed:\n- line 1: .*\ncontrols\.csv cannot be deployed:\n- line 1: .*\n$/,
  );
  expect(status).toBe(1);
});
