import type { ControlInForce, SentFinding } from '../../athena-ddl/questions/sent-findings';
import { partitionOf } from '../partition-of';
import { brokenRequirements } from './broken-requirements';
import { findingId, toolName } from './finding-id';

/** Whose findings they are, and when they were asked for. */
export interface OcsfSource {
  /** Of this tool. */
  readonly version: string;
  readonly now: Date;
}

const severities: Readonly<Record<string, { severity_id: number; severity: string }>> = {
  critical: { severity_id: 5, severity: 'Critical' },
  high: { severity_id: 4, severity: 'High' },
  medium: { severity_id: 3, severity: 'Medium' },
  low: { severity_id: 2, severity: 'Low' },
  info: { severity_id: 1, severity: 'Informational' },
};

const unknownSeverity = { severity_id: 0, severity: 'Unknown' };

/** A finding as an event of the class Compliance Finding of OCSF 1.6.0, with the profile `cloud`; times are milliseconds. */
export function ocsfFinding(
  finding: SentFinding,
  control: ControlInForce | undefined,
  { version, now }: OcsfSource,
) {
  const {
    control: name,
    evidence,
    user_name,
    account_id,
    account_name,
    arn,
    report_date,
    first_seen,
  } = finding;
  const requirements = brokenRequirements(finding);
  return {
    activity_id: 1,
    activity_name: 'Create',
    category_uid: 2,
    category_name: 'Findings',
    class_uid: 2003,
    class_name: 'Compliance Finding',
    type_uid: 200301,
    type_name: 'Compliance Finding: Create',
    time: now.getTime(),
    ...(severities[finding.severity] ?? unknownSeverity),
    status_id: 1,
    status: 'New',
    message: `${user_name} in ${account_name ?? account_id}: ${evidence}`,
    metadata: {
      version: '1.6.0',
      profiles: ['cloud'],
      product: { name: toolName, vendor_name: toolName, version },
      event_code: name,
      original_time: report_date,
    },
    finding_info: {
      uid: findingId(finding),
      title: `${name}: ${evidence}`,
      types: [name],
      ...(control && { desc: control.why }),
      analytic: { type_id: 1, type: 'Rule', uid: name, name: control?.asks ?? name },
      ...(first_seen !== null && { first_seen_time: Date.parse(first_seen) }),
      last_seen_time: Date.parse(report_date),
    },
    compliance: {
      control: name,
      status_id: 3,
      status: 'Fail',
      status_details: [evidence],
      ...(requirements.length > 0 && {
        standards: [...new Set(requirements.map(({ benchmark }) => benchmark))],
        requirements: requirements.map(({ benchmark, id }) => `${benchmark} ${id}`),
      }),
    },
    ...(control && { remediation: { desc: control.first_step, references: [control.link] } }),
    resources: [resourceOf(finding)],
    cloud: {
      provider: 'AWS',
      cloud_partition: partitionOf(arn),
      account: {
        uid: account_id,
        ...(account_name && { name: account_name }),
        type_id: 10,
        type: 'AWS Account',
      },
    },
  };
}

function resourceOf({ arn, user_name, owner, key_id, credential }: SentFinding) {
  return {
    uid: arn,
    name: user_name,
    type: arn.endsWith(':root') ? 'AwsAccount' : 'AwsIamUser',
    labels: [`credential:${credential}`, ...(key_id === null ? [] : [`access_key_id:${key_id}`])],
    ...(owner !== null && { owner: { name: owner } }),
  };
}
