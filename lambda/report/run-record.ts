/** What one run of the collector tells about itself, on success and on failure: one JSON line in the bucket. */
export interface RunRecord {
  readonly account_id: string;
  /** Empty when the name could not be read; `warnings` says why. */
  readonly account_name: string;
  readonly status: 'collected' | 'failed';
  /** ISO 8601, UTC. Decides the day that the run counts for. */
  readonly scheduled_at: string;
  readonly started_at: string;
  readonly finished_at: string;
  /** When IAM generated the report, ISO 8601; up to 4 hours before the run. Null when the run failed before. */
  readonly report_generated_at: string | null;
  /** Rows of the report, the root user's included; null when no report was stored. */
  readonly users: number | null;
  readonly bytes: number | null;
  /** Hex SHA-256 of the report's bytes. */
  readonly sha256: string | null;
  /** Key of the stored report. */
  readonly key: string | null;
  readonly collector_version: string;
  readonly warnings: readonly string[];
  readonly error: { readonly name: string; readonly message: string } | null;
}

/** The record as it is stored: one line of well-formed Unicode, whatever an error or a name had in it. */
export function runRecordLine(record: RunRecord): string {
  const wellFormed = (_: string, value: unknown) =>
    typeof value === 'string' ? value.toWellFormed() : value;
  return `${JSON.stringify(record, wellFormed)}\n`;
}
