import {
  BatchImportFindingsCommand,
  type AwsSecurityFinding,
  type SecurityHubClient,
} from '@aws-sdk/client-securityhub';

/** `BatchImportFindings` takes so many findings at once. */
const batchSize = 100;

/** Imports findings, 100 a call. @returns why single ones were refused, by their id */
export async function importFindings(
  client: SecurityHubClient,
  findings: readonly AwsSecurityFinding[],
): Promise<ReadonlyMap<string, string>> {
  const refused = new Map<string, string>();
  for (let start = 0; start < findings.length; start += batchSize) {
    const Findings = findings.slice(start, start + batchSize);
    const { FailedFindings = [] } = await client.send(new BatchImportFindingsCommand({ Findings }));
    for (const { Id = '', ErrorCode, ErrorMessage } of FailedFindings)
      refused.set(Id, `${ErrorCode}: ${ErrorMessage}`);
  }
  return refused;
}
