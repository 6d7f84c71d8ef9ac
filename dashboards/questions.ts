import { changesByDay } from './questions/changes-by-day';
import { consoleUsers } from './questions/console-users';
import { coverageByDay } from './questions/coverage-by-day';
import { findingsByAccount } from './questions/findings-by-account';
import { findingsByControl } from './questions/findings-by-control';
import { keyAge } from './questions/key-age';
import { usersByAccount } from './questions/users-by-account';

/**
 * What the dashboards ask, the same in the HTML page and in QuickSight.
 * @param days how far back the trend goes
 */
export function dashboardQuestions(days: number) {
  return {
    consoleUsers: consoleUsers(days),
    keyAge,
    findingsByAccount,
    usersByAccount,
    findingsByControl,
    coverageByDay,
    changesByDay,
  };
}
