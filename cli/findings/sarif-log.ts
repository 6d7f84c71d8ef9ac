import type { Location, Log, ReportingDescriptor, Result } from 'sarif';
import type { ControlInForce, SentFinding } from '../../athena-ddl/questions/sent-findings';
import { findingDigest, toolName } from './finding-id';
import { brokenRequirements } from './broken-requirements';
import type { FoundFindings } from './read-findings';

/** What a log is made of beside findings. */
export interface SarifRun {
  readonly version: string;
  readonly now: Date;
  /** Why a log without findings would be no pass: accounts without a report. */
  readonly silence: readonly string[];
}

/** `level` is what SARIF knows; `score` is what GitHub sorts by: from 9 critical, from 7 high, from 4 medium. */
const weights: Readonly<Record<string, { level: 'error' | 'warning' | 'note'; score: string }>> = {
  critical: { level: 'error', score: '9.5' },
  high: { level: 'error', score: '8.0' },
  medium: { level: 'warning', score: '5.5' },
  low: { level: 'note', score: '2.0' },
  info: { level: 'note', score: '0.0' },
};

const lightest = { level: 'note', score: '0.0' } as const;

/** Findings as a log of SARIF 2.1.0, for code scanning and for viewers. */
export function sarifLog({ findings, controls }: FoundFindings, { version, now, silence }: SarifRun): Log {
  const rules = [...controls.values()];
  const places = new Map(rules.map(({ control }, index) => [control, index]));
  return {
    version: '2.1.0',
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    runs: [
      {
        tool: {
          driver: { name: toolName, semanticVersion: version, rules: rules.map(ruleOf) },
        },
        invocations: [
          {
            executionSuccessful: true,
            endTimeUtc: now.toISOString(),
            toolExecutionNotifications: silence.map((text) => ({ level: 'error', message: { text } })),
          },
        ],
        results: findings.map((finding) => resultOf(finding, places.get(finding.control) ?? -1)),
      },
    ],
  };
}

function ruleOf({ control, severity, asks, why, first_step, if_it_breaks, link }: ControlInForce) {
  const { level, score } = weights[severity] ?? lightest;
  const rule: ReportingDescriptor = {
    id: control,
    shortDescription: { text: asks },
    fullDescription: { text: why },
    help: {
      text: `${why} First: ${first_step} If that breaks something: ${if_it_breaks}`,
      markdown: `${why}\n\n**First:** ${first_step}\n\n**If that breaks something:** ${if_it_breaks}`,
    },
    helpUri: link,
    defaultConfiguration: { level },
    properties: { tags: ['security', 'iam'], 'security-severity': score },
  };
  return rule;
}

function resultOf(finding: SentFinding, ruleIndex: number): Result {
  const { severity, control, account_id, account_name, user_name, evidence, first_seen } = finding;
  const digest = findingDigest(finding);
  const requirements = brokenRequirements(finding).map(({ benchmark, id }) => `${benchmark} ${id}`);
  return {
    ruleId: control,
    ruleIndex,
    level: (weights[severity] ?? lightest).level,
    message: { text: `${user_name} in ${account_name ?? 'account'} (${account_id}): ${evidence}` },
    locations: [locationOf(finding)],
    // By the second name GitHub knows an alert of yesterday again.
    partialFingerprints: { 'findingId/v1': digest, primaryLocationLineHash: digest },
    properties: {
      severity,
      tags: requirements,
      ...present({
        unit: finding.ou_path,
        owner: finding.owner,
        keyId: finding.key_id,
        firstSeen: first_seen,
      }),
      reportDate: finding.report_date,
    },
  };
}

/** The account stands for the file, which GitHub asks for: the same every day, whatever the account is called. */
function locationOf({ account_id, account_name, arn, user_name, credential }: SentFinding): Location {
  return {
    physicalLocation: { artifactLocation: { uri: `credential-reports/${account_id}` } },
    logicalLocations: [
      { kind: 'namespace', fullyQualifiedName: account_id, name: account_name ?? account_id },
      { kind: 'resource', fullyQualifiedName: arn, name: user_name },
      { kind: 'member', fullyQualifiedName: `${arn}/${credential}`, name: credential },
    ],
  };
}

function present(values: Readonly<Record<string, string | null>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      value === null || value === '' ? [] : [[name, value]],
    ),
  );
}
