import type { AwsSecurityFinding, Partition, Resource, SeverityLabel } from '@aws-sdk/client-securityhub';
import type { ControlInForce, SentFinding } from '../../athena-ddl/questions/sent-findings';
import { cutText } from '../../lambda/shared/text/cut-text';
import { partitionOf } from '../partition-of';
import { brokenRequirements } from './broken-requirements';
import { findingId, toolName } from './finding-id';

/** Into which account and region a finding is imported. */
export interface ImportPlace {
  readonly region: string;
  /** @default the account that the finding is of */
  readonly accountId?: string;
  readonly now: Date;
}

const labels: Readonly<Record<string, SeverityLabel>> = {
  critical: 'CRITICAL',
  high: 'HIGH',
  medium: 'MEDIUM',
  low: 'LOW',
  info: 'INFORMATIONAL',
};

const types = ['Software and Configuration Checks/AWS Security Best Practices'];

/** A finding in the AWS Security Finding Format of 2018-10-08, which `BatchImportFindings` takes; limits are the format's. */
export function asffFinding(
  finding: SentFinding,
  control: ControlInForce | undefined,
  { region, accountId = finding.account_id, now }: ImportPlace,
): AwsSecurityFinding {
  const {
    control: name,
    user_name,
    account_id,
    account_name,
    evidence,
    arn,
    first_seen,
    report_date,
  } = finding;
  const severity = { Label: labels[finding.severity] ?? 'INFORMATIONAL' };
  const requirements = brokenRequirements(finding).map(({ benchmark, id }) => `${benchmark}/${id}`);
  const observed = `${report_date}T00:00:00Z`;
  const firstObserved = `${first_seen ?? report_date}T00:00:00Z`;
  const words = [control?.asks, `${evidence}.`, control?.why].filter((text) => text !== undefined);
  return {
    SchemaVersion: '2018-10-08',
    Id: cutText(findingId(finding), 512),
    ProductArn: productArn(partitionOf(arn), region, accountId),
    ProductName: toolName,
    CompanyName: toolName,
    GeneratorId: `${toolName}/${name}`,
    AwsAccountId: accountId,
    Types: types,
    FirstObservedAt: firstObserved,
    LastObservedAt: observed,
    CreatedAt: firstObserved,
    UpdatedAt: now.toISOString(),
    Severity: severity,
    // Later imports change only what stands here; the two above are for readers of files.
    FindingProviderFields: { Severity: severity, Types: types },
    Title: cutText(`${name}: ${user_name} in ${account_name ?? account_id}`, 256),
    Description: cutText(words.join(' '), 1024),
    ...(control && {
      Remediation: { Recommendation: { Text: cutText(control.first_step, 512), Url: control.link } },
    }),
    ProductFields: productFields(finding),
    Resources: [resourceOf(finding)],
    Compliance: {
      Status: 'FAILED',
      ...(requirements.length > 0 && { RelatedRequirements: requirements.slice(0, 32) }),
    },
    Workflow: { Status: 'NEW' },
    RecordState: 'ACTIVE',
  };
}

/** Findings of an account's own tools, as every account with Security Hub may import them. */
export function productArn(partition: string, region: string, accountId: string): string {
  return `arn:${partition}:securityhub:${region}:${accountId}:product/${accountId}/default`;
}

/** Values have 2,048 characters at most, and must not be empty. */
function productFields(finding: SentFinding): Record<string, string> {
  const { account_id, account_name, ou_path, owner, credential, key_id, status } = finding;
  const fields = { account_id, account_name, ou_path, owner, credential, key_id, status };
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) =>
      value === null || value.trim() === '' ? [] : [[`${toolName}/${name}`, cutText(value, 2048)]],
    ),
  );
}

/** What is wrong about the root user or about the account's settings is the account's. */
function resourceOf({ account_id, user_name, arn }: SentFinding): Resource {
  const Partition = partitionOf(arn) as Partition;
  if (arn.endsWith(':root')) return { Type: 'AwsAccount', Id: `AWS::::Account:${account_id}`, Partition };
  const Details = { AwsIamUser: { UserName: user_name } };
  return { Type: 'AwsIamUser', Id: cutText(arn, 512), Partition, Details };
}
