import { accountsKey, eventKey, reportKey, runRecordKey } from '../../../../lambda/report/object-key';
import { accountLine, eventLine, runLine } from '../good-lines';
import { addLines, writeObjects } from '../write-objects';
import { Dice } from './dice';
import { liveADay } from './live-a-day';
import { reportOf } from './report-of';
import { newUser, rootName, type User } from './user';

const seed = 20_261_122;
const accountCount = 40;
const userCount = 21;
const firstDay = '2026-10-29';
const dayCount = 25;
/** Users were made, and used what they have, in so many days before. */
const pastDays = 500;

interface Account {
  readonly id: string;
  name: string;
  users: User[];
  readonly oldStyle: boolean;
}

/** Adds forty accounts of about twenty users over twenty-five days to a folder, as the dice of one seed will have it. */
export function addRandomAccounts(folder: string): void {
  const dice = new Dice(seed);
  const accounts = Array.from({ length: accountCount }, (_, i) => newAccount(dice, i));
  for (let i = 0; i < dayCount; i++) {
    const day = new Date(Date.parse(firstDay) + i * 86_400_000);
    for (const account of accounts) liveAndReport(dice, account, day, folder);
    listAccounts(dice, accounts, day, folder);
  }
  addLines(
    folder,
    'exceptions/exceptions.csv',
    exceptions(dice, accounts),
    'account_id,user_name,control,reason,approved_by,expires_on\n',
  );
  writeObjects(folder, {
    'controls/controls.csv':
      'control,days,reason\nkey-rotation,60,twice as strict\nhuman-with-key,off,too many',
  });
}

function newAccount(dice: Dice, i: number): Account {
  const names = [
    rootName,
    ...Array.from({ length: userCount - 1 }, (_, n) =>
      dice.of(`user-${n}`, `User.${n}`, `u+${n}@example.com`, `a,${n}`),
    ),
  ];
  return {
    id: String(200_000_000_001 + i),
    name: `${dice.of('Web', 'Data & "Dev"', 'été', '=1+1')} ${i}`,
    users: names.map((name) => newUser(dice, name, firstDay, pastDays)),
    oldStyle: dice.percent(20),
  };
}

function liveAndReport(dice: Dice, account: Account, date: Date, folder: string): void {
  const day = date.toISOString().slice(0, 10);
  account.users = liveADay(dice, account.users, day);
  if (dice.percent(1)) account.name += ' renamed';
  const { id, name } = account;
  const run = runLine(id, name, day);
  const failed = run
    .replace('"collected"', '"failed"')
    .replace('"error":null', '"error":{"name":"AccessDenied","message":"not \\"authorized\\""}');
  const fate = dice.number(100);
  if (fate >= 4)
    writeObjects(folder, { [reportKey(date, id, name)]: reportOf(id, account.users, account.oldStyle) });
  // Of a hundred runs two tell nothing, two fail, one fails although a report of the day lies there.
  if (fate >= 2) writeObjects(folder, { [runRecordKey(date, id)]: fate < 5 ? failed : run });
  if (dice.percent(10)) {
    const eventName = `event-${id}-${day}`;
    writeObjects(folder, { [eventKey(date, eventName)]: eventLine(id, eventName, day.replaceAll('-', '/')) });
  }
}

function listAccounts(dice: Dice, accounts: readonly Account[], date: Date, folder: string): void {
  // A list that is missing is one of the things that happen.
  if (dice.percent(8)) return;
  const lines = accounts.filter(() => !dice.percent(1)).map(({ id, name }) => accountLine(id, name));
  addLines(folder, accountsKey(date), lines);
}

function exceptions(dice: Dice, accounts: readonly Account[]): readonly string[] {
  const lines: string[] = [];
  for (const { id, users } of accounts) {
    for (const { name } of users) {
      if (name.includes(',') || !dice.percent(8)) continue;
      const who = dice.of(`${id},${name}`, `*,${name}`, `${id},*`);
      const control = dice.of('key-rotation', 'console-mfa', 'unused-credential', '*');
      const until = `2026-1${dice.number(3)}-${dice.of('05', '22', '28')}`;
      lines.push(`${who},${control},"reviewed, accepted",security,${until}`);
    }
  }
  return lines;
}
