import type { SentFinding } from '../../athena-ddl/questions/sent-findings';
import { sha256Of } from '../../lambda/report/sha256';

/** Who finds, as other tools know it. */
export const toolName = 'credential-report-collector';

/** Names a finding from day to day: `credential-report-collector/100000000007/key-rotation/anna/access_key_1`. */
export function findingId({ account_id, control, user_name, credential }: FindingKey): string {
  return [toolName, account_id, control, user_name, credential].join('/');
}

export type FindingKey = Pick<SentFinding, 'account_id' | 'control' | 'user_name' | 'credential'>;

/** The same in as many characters for every finding. */
export function findingDigest(finding: FindingKey): string {
  return sha256Of(findingId(finding));
}
