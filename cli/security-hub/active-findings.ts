import {
  paginateGetFindings,
  type AwsSecurityFinding,
  type AwsSecurityFindingFilters,
  type SecurityHubClient,
} from '@aws-sdk/client-securityhub';
import { toolName } from '../findings/finding-id';

/** What an earlier import left active in an account: Security Hub itself keeps what was imported. */
export async function activeFindings(
  client: SecurityHubClient,
  productArn: string,
  accountId: string,
): Promise<readonly AwsSecurityFinding[]> {
  const Filters: AwsSecurityFindingFilters = {
    ProductArn: [{ Comparison: 'EQUALS', Value: productArn }],
    AwsAccountId: [{ Comparison: 'EQUALS', Value: accountId }],
    GeneratorId: [{ Comparison: 'PREFIX', Value: `${toolName}/` }],
    RecordState: [{ Comparison: 'EQUALS', Value: 'ACTIVE' }],
  };
  const found: AwsSecurityFinding[] = [];
  // 100 are the most of a page.
  const pages = paginateGetFindings({ client, pageSize: 100 }, { Filters });
  for await (const { Findings = [] } of pages) found.push(...Findings);
  return found;
}
