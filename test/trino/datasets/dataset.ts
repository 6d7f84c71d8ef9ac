/** Objects of a bucket that both engines are asked about. */
export interface Dataset {
  /** Of its bucket, and in the table: lowercase letters and digits. */
  readonly name: string;
  /** @default the bucket's name */
  readonly database?: string;
  /** Laid out as the bucket. */
  readonly folder: string;
  /** ISO day that is today. @default the local engine's own */
  readonly asOf?: string;
  /** Whether the views that are steps are asked too, not only those that are answers. */
  readonly withSteps: boolean;
  /** The clock's time, ISO 8601. @default long after the newest day */
  readonly now?: string;
}
