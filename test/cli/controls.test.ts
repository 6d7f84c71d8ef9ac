import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from './run-command';

const folder = mkdtempSync(join(tmpdir(), 'controls-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function check(...rows: readonly string[]) {
  const file = join(folder, 'list.csv');
  writeFileSync(file, `${['control,days,reason', ...rows].join('\n')}\n`);
  const { code, out, err } = await runCommand(['controls', 'check', file, '--format', 'json']);
  return { code, err, problems: JSON.parse(out) as { line: number; problem: string }[] };
}

describe('controls check', () => {
  test('a list that can be deployed has no problems', async () => {
    const { code, err, problems } = await check('key-rotation,180,vendors', 'console-user,off,not yet');
    expect(problems).toEqual([]);
    expect(err).toMatch(/list\.csv: 0 problems\n$/);
    expect(code).toBe(0);
  });

  test('everything that is wrong is listed at once, by line, with exit code 2', async () => {
    const { code, err, problems } = await check('key-rotation,90 days,vendors', 'console-mfa,30,why');
    expect(problems).toEqual([
      { line: 2, problem: 'days must be a whole number from 1 to 3650, or off, received "90 days"' },
      { line: 3, problem: 'days must be off, since console-mfa asks for no days, received "30"' },
    ]);
    expect(err).toMatch(/list\.csv: 2 problems\n$/);
    expect(code).toBe(2);
  });

  test('a list that is not there is an error in words', async () => {
    const { code, err } = await runCommand(['controls', 'check', '/nowhere.csv']);
    expect(err).toMatch(/^error: \/nowhere\.csv cannot be read: /);
    expect(code).toBe(1);
  });
});
