import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaults } from '../../../lib/config/options';
import {
  accountsLeadMinutes,
  completeAt,
  historyAt,
  lastRunEndsMinutes,
  parseTimeOfDay,
  timeOfDay,
} from '../../../lib/config/timing';

test('the day in docs/architecture.md is that of the defaults', () => {
  const page = readFileSync(join(__dirname, '../../../docs/architecture.md'), 'utf8');
  const [, table = ''] = /^\| UTC \(default\) .*\n\|[ -|]*\n((?:\|.*\n)+)/m.exec(page) ?? [];
  const times = [...table.matchAll(/^\| ([0-9:]+(?: to [0-9:]+)?)/gm)].map(([, time]) => time);
  const start = parseTimeOfDay(defaults.collectAt);
  expect(times).toEqual([
    timeOfDay(start - accountsLeadMinutes),
    `${defaults.collectAt} to ${timeOfDay(start + defaults.spreadMinutes)}`,
    historyAt,
    timeOfDay(lastRunEndsMinutes(start, defaults.spreadMinutes)),
    completeAt(defaults.collectAt),
  ]);
});
