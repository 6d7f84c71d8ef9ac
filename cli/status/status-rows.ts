import type { StackInstanceSummary } from '@aws-sdk/client-cloudformation';
import type { ReportState } from '../../athena-ddl/questions/report-states';

export const statusColumns = ['part', 'state', 'accounts', 'among them', 'reason'];

/** One line of what `status` shows. */
export interface StatusLine {
  readonly part: string;
  readonly state: string;
  readonly accounts: number;
  /** Some account ids; of what is fine none. */
  readonly accountIds: string;
  readonly reason: string;
  /** Whether somebody has to look at it. */
  readonly isProblem: boolean;
}

/** So many accounts are named of a line. */
const mostNamed = 3;

/** Instances that are alike as one line, those that are current first. */
export function instanceLines(instances: readonly StackInstanceSummary[]): readonly StatusLine[] {
  const alike = new Map<string, { ids: string[]; line: Omit<StatusLine, 'accounts' | 'accountIds'> }>();
  for (const instance of instances) {
    const line = instanceLine(instance);
    const group = alike.get(JSON.stringify(line)) ?? { ids: [], line };
    group.ids.push(instance.Account ?? '');
    alike.set(JSON.stringify(line), group);
  }
  return [...alike.values()]
    .map(({ ids, line }) => ({
      ...line,
      accounts: ids.length,
      accountIds: line.isProblem ? ids.sort().slice(0, mostNamed).join(', ') : '',
    }))
    .sort((one, other) => Number(one.isProblem) - Number(other.isProblem) || other.accounts - one.accounts);
}

/** `OUTDATED, FAILED`, `CURRENT, DRIFTED`: CloudFormation's own words. */
function instanceLine({ Status, StackInstanceStatus, StatusReason, DriftStatus }: StackInstanceSummary) {
  const status = Status ?? 'UNKNOWN';
  const detailed = StackInstanceStatus?.DetailedStatus;
  const hasDrifted = DriftStatus === 'DRIFTED';
  const words = [
    status,
    ...(detailed === undefined || detailed === 'SUCCEEDED' ? [] : [detailed]),
    ...(hasDrifted ? ['DRIFTED'] : []),
  ];
  const isProblem = status !== 'CURRENT' || hasDrifted;
  return { part: 'stack', state: words.join(', '), reason: StatusReason ?? '', isProblem };
}

const silent: readonly string[] = ['failed', 'missing'];

/** Reports that came alike as one line each; the version is that of the collector. */
export function reportLines(states: readonly ReportState[]): readonly StatusLine[] {
  return states.map(({ report_date, status, reason, collector_version, accounts, first_accounts }) => {
    const isProblem = silent.includes(status);
    const version = collector_version === '' ? '' : `, collector ${collector_version}`;
    return {
      ...{ part: `report of ${report_date}`, state: `${status}${version}`, accounts, reason, isProblem },
      accountIds: isProblem ? first_accounts : '',
    };
  });
}
