import type { Dice } from './dice';
import { newSlot, newUse, newUser, rootName, timeBefore, type User } from './user';

/** What happens to an account's users in a day: some come, go, get another name, or change their credentials. */
export function liveADay(dice: Dice, users: readonly User[], day: string): User[] {
  const left = users.filter(({ name }) => name === rootName || !dice.percent(1));
  for (const user of left) {
    change(dice, user, day);
    if (user.name !== rootName && dice.percent(1)) user.name = `${user.name}.${dice.number(100)}`;
  }
  if (dice.percent(20)) left.push(newUser(dice, `new-${dice.number(1000)}`, day, 1));
  return left;
}

function change(dice: Dice, user: User, day: string): void {
  if (dice.percent(2)) user.mfa = !user.mfa;
  if (user.password === undefined) {
    if (dice.percent(2)) user.password = { changed: timeBefore(dice, day, 1) };
  } else if (dice.percent(2)) {
    delete user.password;
  } else {
    if (dice.percent(20)) user.password.used = timeBefore(dice, day, 1);
    if (dice.percent(2)) user.password.changed = timeBefore(dice, day, 1);
  }
  for (const [place, key] of user.keys.entries()) {
    if (key === undefined) {
      if (dice.percent(2)) user.keys[place] = newSlot(dice, day, 1);
    } else if (dice.percent(2)) {
      user.keys[place] = undefined;
    } else {
      if (dice.percent(2)) key.active = !key.active;
      if (dice.percent(20)) key.used = newUse(dice, day, 1);
    }
  }
  if (dice.percent(1)) user.keys.reverse();
}
