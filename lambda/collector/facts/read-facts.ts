import type { IAMClient } from '@aws-sdk/client-iam';
import { type FactScope, reserveMs } from '../contract';
import type { Waiting } from '../fetch-report';
import { accountFacts } from './account-facts';
import { authorizationFacts } from './authorization-facts';
import { type FactSheet, factSheet } from './fact-sheet';
import type { IamCalls } from './iam-calls';
import { pauseMs } from './limits';

/** What facts are read with. */
export interface FactDependencies extends Waiting {
  readonly iam: Pick<IAMClient, 'send'>;
  readonly facts: FactScope;
}

/**
 * Reads what IAM tells beside the report, one fact a line, and judges nothing. Never throws: what cannot be read is a
 * line too.
 * @param keyHolders users that have an access key in the report
 */
export async function readFacts(
  { iam, facts, sleep, abortIn, remainingMs }: FactDependencies,
  keyHolders: readonly string[],
): Promise<FactSheet> {
  const signal = abortIn(remainingMs() - reserveMs.facts);
  const sheet = factSheet(iam, signal);
  await authorizationFacts(sheet, facts === 'all');
  await accountFacts(sheet);
  for (const user_name of keyHolders) {
    const writeKeys = ({ AccessKeyMetadata = [] }: IamCalls['ListAccessKeys'][1]) => {
      for (const key of AccessKeyMetadata) {
        const { AccessKeyId: access_key_id, Status: status, CreateDate: created_at } = key;
        sheet.write('access_key', { user_name, access_key_id, status, created_at });
      }
    };
    await sheet.ask('ListAccessKeys', { UserName: user_name }, writeKeys, { user_name });
    // Of thousands the pauses alone would outlast what is left.
    if (!signal.aborted) await sleep(pauseMs);
  }
  return sheet;
}
