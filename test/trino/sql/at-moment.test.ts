import { atMoment } from './at-moment';

const moment = { today: '2026-11-22', now: '2026-11-22 12:00:00' };

test('only the two words for today and now are replaced', () => {
  expect(
    atMoment('SELECT current_date, cast(now() AS timestamp), now_dt, my_current_date FROM t', moment),
  ).toBe(
    "SELECT DATE '2026-11-22', cast(TIMESTAMP '2026-11-22 12:00:00 UTC' AS timestamp), now_dt, my_current_date FROM t",
  );
});
