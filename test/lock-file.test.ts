import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface LockedPackage {
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

test('the lock file names the binaries of every platform, without which npm ci refuses it', () => {
  const text = readFileSync(join(__dirname, '../package-lock.json'), 'utf8');
  const { packages: locked } = JSON.parse(text) as { packages: Readonly<Record<string, LockedPackage>> };
  const missing = Object.entries(locked).flatMap(([place, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) =>
        !Object.hasOwn(locked, `${place}/node_modules/${name}`) &&
        !Object.hasOwn(locked, `node_modules/${name}`),
    ),
  );
  expect(missing).toEqual([]);
});
