/** Where a trail's files lie, and what of them can be asked for. */
export interface TrailOptions {
  /**
   * Account of the trail's bucket, most often a log archive, into which the stack `CredentialReportTrail` is deployed.
   * @example '100000000006'
   */
  readonly account: string;
  /**
   * Region of the bucket, and so of Athena.
   * @example 'eu-central-1'
   */
  readonly region: string;
  /**
   * Name of the bucket. Its policy is not touched.
   * @example 'aws-controltower-logs-100000000006-eu-central-1'
   */
  readonly bucket: string;
  /**
   * What stands before `AWSLogs/` in the keys; of Control Tower the organization's id.
   * @default nothing
   * @example 'o-ab12cd34ef'
   */
  readonly prefix?: string;
  /**
   * Id of the organization whose trail it is.
   * @default none: a trail of single accounts, whose folders lie in `AWSLogs/` themselves
   * @example 'o-ab12cd34ef'
   */
  readonly organizationId?: string;
  /**
   * Regions that can be asked for: those that the organization uses, with the one of global services, us-east-1.
   * @example ['eu-central-1', 'us-east-1']
   */
  readonly regions: readonly string[];
  /**
   * Key that encrypts the files. Its policy must let the bucket's account use it.
   * @default keys that S3 manages
   * @example 'arn:aws:kms:eu-central-1:100000000006:key/11111111-2222-3333-4444-555555555555'
   */
  readonly keyArn?: string;
  /**
   * Days back that can be asked for; the bucket's own rules say how long it keeps them.
   * @example 2555
   */
  readonly retentionDays?: number;
}

/** What an option of the group is when it is left out. */
export const trailDefaults = { retentionDays: 400 } as const satisfies Partial<TrailOptions>;
