import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from '../../lib/config/config';
import { stackTemplates, type Template } from '../lib/synthesize';
import { configurations } from './configurations';
import { pythonProgram } from './python-program';
import { runProgram } from './run-program';

/** Every template, and every template inside a StackSet, against the schemas of CloudFormation that cfn-lint carries. */

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'templates-'))));
afterAll(() => rmSync(folder, { recursive: true }));

function bodiesOf({ Resources }: Template): string[] {
  return Object.values(Resources)
    .filter(({ Type }) => Type === 'AWS::CloudFormation::StackSet')
    .map(({ Properties }) => String(Properties?.['TemplateBody']));
}

function writeTemplates(name: string, config: Config): string[] {
  const variant = join(folder, name.replaceAll(' ', '-'));
  mkdirSync(variant);
  return Object.entries(stackTemplates(config)).flatMap(([stack, template]) =>
    [JSON.stringify(template, null, 1), ...bodiesOf(template)].map((text, index) => {
      const file = join(variant, index === 0 ? `${stack}.json` : `${stack}-body${index}.json`);
      writeFileSync(file, text);
      return file;
    }),
  );
}

test('cfn-lint has nothing to say about any template', async () => {
  const files = Object.entries(configurations).flatMap(([name, config]) => writeTemplates(name, config));
  expect(files.filter((file) => file.endsWith('-body1.json')).length).toBeGreaterThan(4);
  // W3005: the CDK names a dependency that a reference already makes.
  const args = ['--ignore-checks', 'W3005', '--format', 'parseable', '--non-zero-exit-code', 'informational'];
  const { code, output } = await runProgram(
    await pythonProgram('cfn-lint'),
    [...args, '--template', ...files],
    { env: { HOME: folder }, timeoutMs: 500_000 },
  );
  expect({ code, output }).toEqual({ code: 0, output: '' });
});
