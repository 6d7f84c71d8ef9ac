import type { LocalAthena } from '../../local/athena';
import type { Moment } from './sql/at-moment';

/** What the local engine takes for today and now. */
export async function momentOf(local: LocalAthena): Promise<Moment> {
  const { rows } = await local.query('SELECT cast(now() AS timestamp) AS moment');
  return { today: local.asOf, now: String(rows[0]?.[0]) };
}
