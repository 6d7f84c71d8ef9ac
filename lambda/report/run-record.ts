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
  /** What was read beside the report; null where that is off, was stored before or could not be stored. */
  readonly facts: UserFacts | null;
  readonly collector_version: string;
  readonly warnings: readonly string[];
  readonly error: { readonly name: string; readonly message: string } | null;
}

/** The stored facts of one account and day. */
export interface UserFacts {
  /** Key of the stored lines. */
  readonly key: string;
  readonly lines: number;
  readonly bytes: number;
  /** Hex SHA-256 of the bytes. */
  readonly sha256: string;
  /** Calls of IAM, the SDK's own retries not counted. */
  readonly calls: number;
  /** What could not be read, each kind once: `ListAccessKeys: AccessDenied`; the lines say of whom. */
  readonly not_read: readonly string[];
}
