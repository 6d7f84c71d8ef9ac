import { readFile } from 'node:fs/promises';
import type { AccountData, RecordedReport } from '../organization-data';
import { credentialReport } from '../report/credential-report';
import { valueAt } from '../timeline';

/** A report in the making or made. Moments are milliseconds of the organization's clock. */
interface Report {
  readonly readyAt: number;
  bytes?: Promise<Buffer>;
}

/** IAM makes a new report at most every four hours and hands the old one out until then. */
const lifetime = 4 * 60 * 60 * 1000;

export type ReportState = 'not-present' | 'in-progress' | 'complete' | 'expired';

/** Makes one report per account at a time and keeps it for four hours. */
export class ReportDesk {
  private readonly reports = new Map<string, Report>();

  constructor(
    private readonly partition: string,
    /** How long making one takes, in milliseconds of the organization's clock. */
    private readonly duration: number,
  ) {}

  state(accountId: string, now: Date): ReportState {
    const report = this.reports.get(accountId);
    if (report === undefined) return 'not-present';
    if (now.getTime() < report.readyAt) return 'in-progress';
    return now.getTime() < report.readyAt + lifetime ? 'complete' : 'expired';
  }

  /** Starts a new report. */
  start(accountId: string, now: Date): void {
    this.reports.set(accountId, { readyAt: now.getTime() + this.duration });
  }

  /** The finished report: what held when it was finished, made once. */
  async collect(account: AccountData): Promise<{ bytes: Buffer; generatedAt: Date }> {
    const report = this.reports.get(account.id);
    if (report === undefined) throw new Error(`no report of ${account.id} was started`);
    const generatedAt = new Date(report.readyAt);
    report.bytes ??= this.write(account, generatedAt);
    return { bytes: await report.bytes, generatedAt };
  }

  private async write(account: AccountData, at: Date): Promise<Buffer> {
    const recorded = recordedAt(account.recordedReport, at);
    if (recorded === undefined) return Buffer.from(credentialReport(account, this.partition, at), 'utf8');
    return typeof recorded === 'string' ? readFile(recorded) : Buffer.from(recorded);
  }
}

function recordedAt(recorded: AccountData['recordedReport'], at: Date): RecordedReport | undefined {
  const changing = typeof recorded === 'object' && !(recorded instanceof Uint8Array);
  return changing ? valueAt<RecordedReport | undefined>(undefined, recorded, at) : recorded;
}
