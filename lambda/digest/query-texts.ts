import accounts from '../../athena-ddl/queries/functions/digest_accounts.sql';
import changes from '../../athena-ddl/queries/functions/digest_changes.sql';
import coverage from '../../athena-ddl/queries/functions/digest_coverage.sql';
import critical from '../../athena-ddl/queries/functions/digest_critical.sql';
import exceptions from '../../athena-ddl/queries/functions/digest_exceptions.sql';
import findingChanges from '../../athena-ddl/queries/functions/digest_finding_changes.sql';
import findings from '../../athena-ddl/queries/functions/digest_findings.sql';
import gaps from '../../athena-ddl/queries/functions/digest_gaps.sql';
import numbers from '../../athena-ddl/queries/functions/digest_numbers.sql';
import owners from '../../athena-ddl/queries/functions/digest_owners.sql';
import type { DigestQuery, ownersQuery } from './contract';

/** The questions of `athena-ddl/queries/functions/` that a digest asks. */
export const digestQueryTexts: Readonly<Record<DigestQuery | typeof ownersQuery, string>> = {
  digest_coverage: coverage,
  digest_gaps: gaps,
  digest_numbers: numbers,
  digest_findings: findings,
  digest_critical: critical,
  digest_finding_changes: findingChanges,
  digest_changes: changes,
  digest_exceptions: exceptions,
  digest_accounts: accounts,
  digest_owners: owners,
};
