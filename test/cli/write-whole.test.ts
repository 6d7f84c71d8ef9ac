import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeWhole, writeWholeNew, type OpenNew } from '../../cli/output/write-whole';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'write-whole-'))));
afterEach(() => rmSync(folder, { recursive: true }));

/** A disk that is full after three bytes. */
const full: OpenNew = async (file) => {
  const handle = await open(file, 'wx');
  const write = handle.writeFile.bind(handle);
  handle.writeFile = async (body) => {
    await write((body as string).slice(0, 3));
    throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
  };
  return handle;
};

test('a file is written, and written over', async () => {
  const file = join(folder, `${'a'.repeat(251)}.csv`); // the longest name of a folder
  await writeWhole(file, 'first');
  await writeWhole(file, 'second');
  expect(readFileSync(file, 'utf8')).toBe('second');
  expect(readdirSync(folder)).toHaveLength(1);
});

test('a new file is written once, and what is there stays', async () => {
  const file = join(folder, 'report.csv');
  expect(await writeWholeNew(file, 'first')).toBe(true);
  expect(await writeWholeNew(file, 'second')).toBe(false);
  expect(readFileSync(file, 'utf8')).toBe('first');
  expect(readdirSync(folder)).toEqual(['report.csv']);
});

test('a full disk is named and leaves nothing, or what was there before', async () => {
  const file = join(folder, 'report.csv');
  const message = `there is no space left for ${file} (ENOSPC), nothing of it was kept`;
  await expect(writeWholeNew(file, 'report', full)).rejects.toThrow(message);
  expect(readdirSync(folder)).toEqual([]);
  expect(await writeWholeNew(file, 'report')).toBe(true);
  await expect(writeWhole(file, 'another', full)).rejects.toThrow(message);
  expect(readdirSync(folder)).toEqual(['report.csv']);
  expect(readFileSync(file, 'utf8')).toBe('report');
});

test('a link stays a link, and what is no plain file is written as it is', async () => {
  writeFileSync(join(folder, 'page.html'), 'first');
  symlinkSync('page.html', join(folder, 'link.html'));
  await writeWhole(join(folder, 'link.html'), 'second');
  expect(readFileSync(join(folder, 'page.html'), 'utf8')).toBe('second');
  await writeWhole('/dev/null', 'gone');
  expect(readdirSync(folder).sort()).toEqual(['link.html', 'page.html']);
});
