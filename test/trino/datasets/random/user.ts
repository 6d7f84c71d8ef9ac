import type { Dice } from './dice';

/** A key or certificate; times are ISO 8601, UTC. */
interface Slot {
  active: boolean;
  rotated: string;
  used?: { at: string; region: string; service: string };
}

/** What IAM knows of a user. The root user has the name `<root_account>`. */
export interface User {
  name: string;
  path: string;
  readonly createdAt: string;
  password?: { changed: string; used?: string };
  mfa: boolean;
  keys: (Slot | undefined)[];
  certificates: (Slot | undefined)[];
}

export const rootName = '<root_account>';

/** A time of a day, or of one of the `days` before it. */
export function timeBefore(dice: Dice, day: string, days: number): string {
  const midnight = Date.parse(`${day}T00:00:00Z`) - dice.number(days) * 86_400_000;
  return new Date(midnight + dice.number(86_400) * 1000).toISOString().replace('.000Z', 'Z');
}

export function newUser(dice: Dice, name: string, day: string, days: number): User {
  const createdAt = timeBefore(dice, day, days);
  const user: User = {
    name,
    path: dice.of('/', '/', '/', '/team/', '/a:b/c d/'),
    createdAt,
    mfa: dice.percent(60),
    keys: [undefined, undefined],
    certificates: [undefined, undefined],
  };
  if (dice.percent(50))
    user.password = { changed: createdAt, ...(dice.percent(70) && { used: timeBefore(dice, day, days) }) };
  for (const place of [0, 1]) if (dice.percent(40 - 25 * place)) user.keys[place] = newSlot(dice, day, days);
  if (dice.percent(5)) user.certificates[dice.number(2)] = newSlot(dice, day, days);
  return user;
}

export function newSlot(dice: Dice, day: string, days: number): Slot {
  return {
    active: dice.percent(85),
    rotated: timeBefore(dice, day, days),
    ...(dice.percent(70) && { used: newUse(dice, day, days) }),
  };
}

export function newUse(dice: Dice, day: string, days: number): NonNullable<Slot['used']> {
  return {
    at: timeBefore(dice, day, days),
    region: dice.of('us-east-1', 'eu-west-1', 'N/A'),
    service: dice.of('s3', 'iam', 'sts', 'N/A'),
  };
}
