import type { Question } from '../../athena-ddl/question';
import { digestQuestions, ownersQuestion } from '../../athena-ddl/questions/digest';
import { eventDetailsQuestion } from '../../athena-ddl/questions/event-details';
import { reportStates } from '../../athena-ddl/questions/report-states';
import { runsOfToday } from '../../athena-ddl/questions/runs-of-today';
import { controlsInForce, judgedControls, sentFindings } from '../../athena-ddl/questions/sent-findings';
import { coverageGaps } from '../../dashboards/listings/coverage-gaps';
import { expiringExceptions } from '../../dashboards/listings/expiring-exceptions';
import { accountList } from '../../dashboards/listings/account-list';
import { accountResults } from '../../dashboards/listings/account-results';
import { userList } from '../../dashboards/listings/user-list';
import { changeList } from '../../dashboards/listings/change-list';
import { exceptionList } from '../../dashboards/listings/exception-list';
import { controlList } from '../../dashboards/listings/control-list';
import { allFindings } from '../../dashboards/listings/all-findings';
import { benchmarks } from '../../dashboards/listings/benchmarks';
import { keysToActOn } from '../../dashboards/listings/keys-to-act-on';
import { findingCounts, openFindings } from '../../dashboards/listings/open-findings';
import {
  changesOfAccounts,
  coverageOfAccounts,
  keyAgeOfAccounts,
} from '../../dashboards/quick-sight/by-account';
import { dashboardQuestions } from '../../dashboards/questions';
import { commandQueries, dashboardQueries, functionQueries, savedQueries } from '../../athena-ddl/sql-files';

/** Which functions ask. */
export const ofFunctions: readonly Question[] = [
  ...Object.values(digestQuestions),
  ownersQuestion,
  eventDetailsQuestion,
];
/** Which commands ask. */
export const ofCommands: readonly Question[] = [
  sentFindings,
  controlsInForce,
  judgedControls,
  reportStates,
  runsOfToday,
];
/** Which the page and QuickSight ask. */
export const ofDashboards: readonly Question[] = [
  ...Object.values(dashboardQuestions(90)),
  changesOfAccounts,
  coverageOfAccounts,
  keyAgeOfAccounts,
  accountList,
  accountResults,
  userList,
  changeList,
  exceptionList,
  controlList,
  allFindings,
  openFindings,
  findingCounts,
  coverageGaps,
  expiringExceptions,
  keysToActOn,
  benchmarks,
];

/** Every query that the project ships: its name, its text and what it is ordered by. */
export const queries = [
  ...savedQueries(),
  ...functionQueries(),
  ...dashboardQueries(),
  ...commandQueries(),
].map(({ name, text }) => [name, text, /\nORDER BY([^]*?)(?:\nLIMIT \d+)?$/.exec(text)?.[1]] as const);
