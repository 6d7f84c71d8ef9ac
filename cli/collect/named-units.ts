import type { AccountLine } from '../../lambda/accounts/account-line';
import { CommandError } from '../command-error';

/** A unit that has accounts in it or below it. */
interface Unit {
  readonly id: string;
  readonly name: string;
  /** Names from the root on: `Root/Production/Web`. */
  readonly path: string;
}

/**
 * Ids of the accounts in units, and in all units below them.
 * @param asked ids, names or paths
 * @throws CommandError for a unit that holds no account, and a name that several units have
 */
export function namedUnits(lines: readonly AccountLine[], asked: readonly string[]): ReadonlySet<string> {
  const units = new Map(lines.flatMap(unitsOf).map((unit) => [unit.id, unit]));
  const ids = new Set(asked.map((text) => unitId(text, [...units.values()])));
  return new Set(
    lines.filter(({ ou_ids }) => ou_ids.some((id) => ids.has(id))).map((line) => line.account_id),
  );
}

function unitsOf({ ou_ids: ids, ou_path: path }: AccountLine): readonly Unit[] {
  const names = path.split('/');
  // A name may have a slash in it; then names and ids are not known to belong together, and ids alone find the unit.
  if (names.length !== ids.length) return ids.map((id) => ({ id, name: id, path: id }));
  return ids.map((id, depth) => ({
    id,
    name: names[depth] ?? id,
    path: names.slice(0, depth + 1).join('/'),
  }));
}

function unitId(text: string, units: readonly Unit[]): string {
  const found = units.filter(({ id, name, path }) => [id, name, path].includes(text));
  const [only] = found;
  if (only === undefined) {
    const known = [...new Set(units.map(({ path }) => path))].sort();
    throw new CommandError(
      `--ou: no account lies in a unit ${text}; allowed are ${known.join(', ')}, or their ids`,
    );
  }
  if (found.length > 1) {
    const several = found.map(({ id, path }) => `${path} (${id})`);
    throw new CommandError(
      `--ou: several units are called ${text}: ${several.join(', ')}; give the path or the id`,
    );
  }
  return only.id;
}
