import { reportKey } from '../../lambda/report/object-key';
import { openLocalAthena } from '../../local/athena';
import { longAfter, report, storedObjects } from '../local/athena/stored-objects';
import { cases, objectsOf, openCase } from './case';
import { dayBefore, recentChanges } from './recent-changes';

const dayMs = 86_400_000;

test.each(cases().filter(([, { reports }]) => Object.keys(reports ?? {}).length > 1))(
  'recent_credential_change is the end of credential_change: %s',
  async (_name, given) => {
    const athena = await openCase(given, storedObjects(objectsOf(given)));
    const { all, recent } = await recentChanges(athena).finally(() => athena.close());
    expect(recent).toEqual(all);
  },
);

describe('histories with every kind of gap', () => {
  const lastDay = '2026-11-22';
  const days = 150;
  /** Chance for each account that a day has no report; from .9 on reports lie weeks apart. */
  const silences = [0, 0.3, 0.8, 0.9, 0.93, 0.94, 0.95, 0.96, 0.97];
  let folder: string;
  beforeAll(() => {
    folder = storedObjects(histories());
  });

  test('recent_credential_change is the end of credential_change', async () => {
    const reported = new Map<unknown, number[]>();
    for (const back of [0, 1, 9, 23, 40]) {
      const athena = await openLocalAthena({
        dataFolder: folder,
        asOf: dayBefore(lastDay, back),
        now: longAfter,
      });
      const { all, recent } = await recentChanges(athena).finally(() => athena.close());
      expect({ back, rows: recent }).toEqual({ back, rows: all });
      for (const [change, age] of all) reported.set(change, [...(reported.get(change) ?? []), Number(age)]);
    }
    // Comparisons that reach back nearly as far as they may.
    for (const change of [
      'user_created',
      'user_deleted',
      'user_renamed',
      'mfa_enabled',
      'access_key_rotated',
    ])
      expect(Math.max(...(reported.get(change) ?? []))).toBeGreaterThan(30);
  });

  function histories(): Record<string, string> {
    const chance = chances();
    const objects: Record<string, string> = {};
    silences.forEach((silence, index) => {
      const id = `10000000000${index + 1}`;
      for (let back = days; back >= 0; back--) {
        if (back > 0 && chance() < silence) continue;
        const day = dayBefore(lastDay, back);
        const users = Array.from({ length: 6 }, (_, user) => userOf(user, day, chance));
        const body = chance() < 0.03 ? 'a\n"' : report(id, { user: 'anna' }, ...users.flat());
        objects[reportKey(new Date(day), id, 'Sandbox')] = body;
      }
    });
    return objects;
  }

  /**
   * A user who comes back under the name every 80 days, is missed or unreadable now and then. From the third on they are
   * renamed and named back; the last two are made in the same second.
   */
  function userOf(user: number, day: string, chance: () => number): readonly Record<string, string>[] {
    const age = (Date.parse(day) / dayMs + Math.min(user, 4) * 13) % 80;
    const [present, readable, mfa] = [chance(), chance(), chance()];
    if (age > 60 || present < 0.02) return [];
    return [
      {
        user: user > 1 && age % 25 < 12 ? `user-${user}-renamed` : `user-${user}`,
        user_creation_time: `${dayBefore(day, age)}T09:00:00Z`,
        mfa_active: readable < (user === 0 ? 0.8 : 0.05) ? 'maybe' : String(mfa < 0.5),
        access_key_1_active: 'true',
        access_key_1_last_rotated: `${dayBefore(day, age % 20)}T10:00:00Z`,
        access_key_1_last_used_date: 'N/A',
      },
    ];
  }
});

/** Numbers from 0 to 1 that look random and are the same every time. */
function chances(): () => number {
  let state = 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
