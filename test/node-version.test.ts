import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { engines } from '../package.json';

test('the Node.js that it is developed with is the oldest that the package promises to run on', () => {
  const developedWith = readFileSync(join(__dirname, '../.nvmrc'), 'utf8').trim();
  expect(engines.node).toBe(`>=${developedWith}`);
});
