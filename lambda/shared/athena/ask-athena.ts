import type { AthenaClient } from '@aws-sdk/client-athena';
import type { Ask } from '../../../athena-ddl/question';
import { readAnswer } from '../../../athena-ddl/read-answer';
import { answerOf } from './answer-of';
import { runStatement, type StatementDependencies } from './run-statement';

/**
 * Asks questions of Athena.
 * @throws StatementError with Athena's own message, Error when the answer is not what the question declares
 */
export function askAthena(
  deps: Omit<StatementDependencies, 'athena'> & { readonly athena: AthenaClient },
): Ask {
  return async (question) => {
    return readAnswer(question, await answerOf(deps.athena, await runStatement(question.sql, deps)));
  };
}
