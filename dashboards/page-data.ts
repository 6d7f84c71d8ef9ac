import type { Question, RowOf } from '../athena-ddl/question';
import { accountList } from './listings/account-list';
import { accountResults } from './listings/account-results';
import { allFindings } from './listings/all-findings';
import { benchmarks } from './listings/benchmarks';
import { changeList } from './listings/change-list';
import { controlList } from './listings/control-list';
import { coverageGaps } from './listings/coverage-gaps';
import { exceptionList } from './listings/exception-list';
import { expiringExceptions } from './listings/expiring-exceptions';
import { keysToActOn } from './listings/keys-to-act-on';
import { findingCounts } from './listings/open-findings';
import { userList } from './listings/user-list';
import { dashboardQuestions } from './questions';
import { readRows, type AskSql } from './read-rows';

/** A question with the rows that answer it. */
export interface Answered<Asked extends Question = Question> {
  readonly asked: Asked;
  readonly rows: readonly RowOf<Asked>[];
}

/** All that the page shows. */
export type PageData = Readonly<Awaited<ReturnType<typeof readPageData>>>;

/**
 * Asks everything that the page shows, one query after the other.
 * @param asOf the day that counts as today, `YYYY-MM-DD`
 * @param days how far back the trend goes
 */
export async function readPageData(ask: AskSql, asOf: string, days: number) {
  const answer = async <Asked extends Question>(asked: Asked): Promise<Answered<Asked>> => ({
    asked,
    rows: await readRows(asked, ask),
  });
  const questions = dashboardQuestions(days);
  return {
    asOf,
    consoleUsers: await answer(questions.consoleUsers),
    keyAge: await answer(questions.keyAge),
    findingsByAccount: await answer(questions.findingsByAccount),
    usersByAccount: await answer(questions.usersByAccount),
    findingsByControl: await answer(questions.findingsByControl),
    coverageByDay: await answer(questions.coverageByDay),
    changesByDay: await answer(questions.changesByDay),
    findings: await answer(allFindings),
    findingCounts: await answer(findingCounts),
    coverageGaps: await answer(coverageGaps),
    expiringExceptions: await answer(expiringExceptions),
    keysToActOn: await answer(keysToActOn),
    benchmarks: await answer(benchmarks),
    accounts: await answer(accountList),
    results: await answer(accountResults),
    users: await answer(userList),
    changes: await answer(changeList),
    exceptions: await answer(exceptionList),
    controls: await answer(controlList),
  };
}
