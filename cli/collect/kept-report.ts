import { runRecordKey } from '../../lambda/report/object-key';
import { nothingNew } from '../../lambda/collector/store-report';
import type { RunRecord } from '../../lambda/report/run-record';
import { sha256Of } from '../../lambda/report/sha256';
import { messageOf } from '../../lambda/shared/runtime/message-of';

/** A report of the day that an earlier run had stored. */
export interface KeptReport {
  /** Rows, as its run record tells; null without one. */
  readonly users: number | null;
  /** When it was taken, and how the report of now differs. */
  readonly remarks: readonly string[];
}

/** Reads an object; undefined when there is none. */
type Read = (key: string) => Promise<Uint8Array | undefined>;

/**
 * What is known of the kept report, which this run met under its own key.
 * @param run the record of the run that stored nothing
 */
export async function readKeptReport(read: Read, run: RunRecord): Promise<KeptReport> {
  const { account_id, scheduled_at, key, report_generated_at } = run;
  try {
    const report = key === null ? undefined : await read(key);
    const earlier = earlierRun(await read(runRecordKey(new Date(scheduled_at), account_id)), run);
    const taken =
      earlier === undefined
        ? 'kept the report of an earlier run, of which no record tells when it was taken'
        : `kept the report that IAM generated at ${String(earlier.report_generated_at)}, stored at ${String(earlier.finished_at)}`;
    const stored = { bytes: report?.length ?? null, sha256: report === undefined ? null : sha256Of(report) };
    const differs =
      stored.sha256 === run.sha256
        ? []
        : [`the one of ${String(report_generated_at)} differs: ${sizeOf(run)}, kept ${sizeOf(stored)}`];
    return { users: earlier?.users ?? null, remarks: [taken, ...differs] };
  } catch (error) {
    return {
      users: null,
      remarks: [`kept the report of an earlier run, which cannot be compared: ${messageOf(error)}`],
    };
  }
}

/** The record of the run that stored the kept report; undefined when it is another one's, or of a run that met it too. */
function earlierRun(line: Uint8Array | undefined, run: RunRecord): Partial<RunRecord> | undefined {
  if (line === undefined) return undefined;
  const said: unknown = JSON.parse(Buffer.from(line).toString());
  if (typeof said !== 'object' || said === null) return undefined;
  const record: Partial<RunRecord> = said;
  const storedIt = !record.warnings?.includes(nothingNew);
  return record.status === 'collected' && record.key === run.key && storedIt ? record : undefined;
}

function sizeOf({ bytes, sha256 }: Pick<RunRecord, 'bytes' | 'sha256'>): string {
  return `${String(bytes)} bytes of SHA-256 ${String(sha256).slice(0, 12)}…`;
}
