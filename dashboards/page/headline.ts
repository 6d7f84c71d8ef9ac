import { labelOf } from '../../athena-ddl/question';
import type { PageData } from '../page-data';
import { daysBetween } from './words';

/** A number of today with the one it is compared to. */
export interface Headline {
  readonly label: string;
  readonly value: number;
  readonly before: number | undefined;
}

/** What every number of the headline is compared to: a day at most 30 days ago; none where today is all there is. */
export interface Headlines {
  readonly since: string | undefined;
  readonly numbers: readonly Headline[];
}

const comparedDays = 30;

/** The numbers to bring down, with their change. */
export function headlinesOf({ consoleUsers, asOf }: PageData): Headlines {
  const { rows } = consoleUsers;
  const today = rows.at(-1);
  const before = rows.find(({ day }) => daysBetween(day, asOf) <= comparedDays);
  const compared = before === today ? undefined : before;
  const { columns } = consoleUsers.asked;
  const names = [
    'console_users',
    'console_users_without_mfa',
    'active_keys',
    'keys_older_than_90_days',
    'urgent_findings',
  ] as const;
  return {
    since: compared?.day,
    numbers: names.map((name) => ({
      label: labelOf(columns, name),
      value: today?.[name] ?? 0,
      before: compared?.[name],
    })),
  };
}
