import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { version } from '../../package.json';
import { bundleLambda, stampArtifact } from '../../scripts/bundle-lambda';
import { collectorVersion } from '../../lambda/collector/version';

const stamp = /artifact = "([0-9a-f]{8})"/;
const stampOf = (code: string) => stamp.exec(code)?.[1];

test('the collector says the package and its own code: whatever changes in it changes the version', () => {
  const code = bundleLambda('collector');
  const unstamped = code.replace(stamp, 'artifact = "source"');
  expect(stampOf(code)).toBe(createHash('sha256').update(unstamped).digest('hex').slice(0, 8));
  expect(code).toContain(`var version = "${version}"`);
  expect(collectorVersion).toBe(`${version}+source`);
});

test('the command collects as that collector does, and says so', () => {
  const command = readFileSync(join(__dirname, '../../dist/bin/credential-report.js'), 'utf8');
  expect(stampOf(command)).toBe(stampOf(bundleLambda('collector')));
});

test.each([
  ['nothing to stamp', 'code'],
  ['two places', 'artifact = "source"; artifact = "source"'],
])('a bundle with %s is refused', (_, code) => {
  expect(() => stampArtifact(code)).toThrow('the bundle must have "artifact = "source"" once');
});
