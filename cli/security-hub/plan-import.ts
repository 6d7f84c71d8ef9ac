import type { AwsSecurityFinding } from '@aws-sdk/client-securityhub';
import type { SentFinding } from '../../athena-ddl/questions/sent-findings';
import { asffFinding, type ImportPlace } from '../findings/asff-finding';
import type { FoundFindings } from '../findings/read-findings';
import type { Judged } from './judged';

/** What one account's Security Hub is given. */
export interface ImportPlan {
  readonly open: readonly AwsSecurityFinding[];
  /** Active there, and over. */
  readonly archived: readonly AwsSecurityFinding[];
}

/** Open findings as they are imported, and active ones that are over as they are archived. */
export function planImport(
  findings: readonly SentFinding[],
  active: readonly AwsSecurityFinding[],
  { controls }: Pick<FoundFindings, 'controls'>,
  { isOver }: Judged,
  place: ImportPlace,
): ImportPlan {
  const before = new Map(active.map((finding) => [finding.Id, finding]));
  const open = findings.map((finding) => {
    const made = asffFinding(finding, controls.get(finding.control), place);
    return sinceBefore(made, before.get(made.Id));
  });
  const sent = new Set(open.map(({ Id }) => Id));
  const over = active.filter(({ Id = '' }) => {
    const [, accountId = '', control = ''] = Id.split('/');
    return !sent.has(Id) && isOver(accountId, control);
  });
  return { open, archived: over.map((finding) => archivedFinding(finding, place.now)) };
}

/** Reports of 42 days tell since when a finding is there; what was imported before can know of longer. */
function sinceBefore(made: AwsSecurityFinding, before: AwsSecurityFinding | undefined): AwsSecurityFinding {
  const since = before?.CreatedAt;
  if (since === undefined || since >= (made.CreatedAt ?? '')) return made;
  return { ...made, CreatedAt: since, FirstObservedAt: since };
}

/** What an import must have, and that the finding is over; the rest stays as it is. */
function archivedFinding(finding: AwsSecurityFinding, now: Date): AwsSecurityFinding {
  const { SchemaVersion, Id, ProductArn, GeneratorId, AwsAccountId, CreatedAt, Title, Description } = finding;
  const { Severity, Types, FindingProviderFields, Resources = [] } = finding;
  return {
    ...{ SchemaVersion, Id, ProductArn, GeneratorId, AwsAccountId, CreatedAt, Title, Description },
    ...{ Severity, Types, FindingProviderFields },
    Resources: Resources.map(({ Type, Id: id, Partition }) => ({ Type, Id: id, Partition })),
    UpdatedAt: now.toISOString(),
    RecordState: 'ARCHIVED',
  };
}
