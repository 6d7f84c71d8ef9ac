import { judgedControls } from '../../athena-ddl/questions/sent-findings';
import { readAnswer } from '../../athena-ddl/read-answer';
import type { LocalAthena } from '../../local/athena';
import type { FoundFindings } from '../findings/read-findings';

/** What the newest reports judge. */
export interface Judged {
  /** Those with a report of 7 days. */
  readonly accountIds: readonly string[];
  /** Whether a finding is over where it is not among the open ones. */
  readonly isOver: (accountId: string, control: string) => boolean;
}

/**
 * Nobody's silence ends a finding: an account without a report of 7 days, or one of whom IAM did not tell what the control
 * asks, keeps it. An account that left, and a control that is off, have none.
 */
export async function readJudged(
  athena: LocalAthena,
  { controls }: Pick<FoundFindings, 'controls'>,
): Promise<Judged> {
  const rows = readAnswer(judgedControls, await athena.query(judgedControls.sql));
  const judged = new Set(rows.map(({ account_id, control }) => `${account_id} ${control ?? ''}`));
  const reported = rows.flatMap(({ account_id, control }) => (control === null ? [] : [account_id]));
  return {
    accountIds: [...new Set(reported)],
    isOver: (accountId, control) =>
      !controls.has(control) || judged.has(`${accountId} ${control}`) || judged.has(`${accountId} `),
  };
}
