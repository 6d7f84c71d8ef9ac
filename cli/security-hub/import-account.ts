import type { AwsSecurityFinding } from '@aws-sdk/client-securityhub';
import type { SentFinding } from '../../athena-ddl/questions/sent-findings';
import { awsError } from '../aws-error';
import { productArn } from '../findings/asff-finding';
import type { FoundFindings } from '../findings/read-findings';
import { activeFindings } from './active-findings';
import type { HubAccount } from './hub-accounts';
import { importFindings } from './import-findings';
import type { Judged } from './judged';
import { planImport } from './plan-import';

/** What is imported, and whether for show. */
export interface ImportRequest {
  readonly findings: readonly SentFinding[];
  readonly controls: FoundFindings['controls'];
  readonly judged: Judged;
  readonly now: Date;
  readonly isDryRun: boolean;
}

/** One finding, and what came of it. */
export interface ImportedFinding {
  readonly action: 'import' | 'archive';
  readonly finding: AwsSecurityFinding;
  /** Why Security Hub refused it. */
  readonly refused?: string;
}

/**
 * Gives one account's Security Hub the open findings, and archives what an earlier import left and is over.
 * @throws CommandError where Security Hub does not answer, such as where it is not enabled
 */
export async function importAccount(
  { accountId, partition, client, takes }: HubAccount,
  { findings, controls, judged, now, isDryRun }: ImportRequest,
): Promise<readonly ImportedFinding[]> {
  const region = await client.config.region().catch((error: unknown) => {
    throw awsError(error, 'importing findings');
  });
  const own = findings.filter((finding) => takes(finding.account_id));
  try {
    const arn = productArn(partition, region, accountId);
    const active = await activeFindings(client, arn, accountId);
    const { open, archived } = planImport(own, active, { controls }, judged, { region, accountId, now });
    const all = [...open, ...archived];
    const refused = isDryRun ? new Map<string, string>() : await importFindings(client, all);
    return all.map((finding) => {
      const why = refused.get(finding.Id ?? '');
      const action = finding.RecordState === 'ARCHIVED' ? 'archive' : 'import';
      return { action, finding, ...(why !== undefined && { refused: why }) };
    });
  } catch (error) {
    throw awsError(error, `giving findings to Security Hub of ${accountId} in ${region}`);
  }
}
