/** What the resource that stores the exceptions shares with its construct. */

/** Properties of the custom resource; the list itself is among them, so that a change of it is an update. */
export interface StoreExceptionsProperties {
  readonly Bucket: string;
  readonly BucketOwner: string;
  /** Text of `exceptions.csv`. */
  readonly Csv: string;
}

/** The Lambda function's timeout in seconds: it puts one object, and waits until it may. */
export const storeExceptionsTimeoutSeconds = 180;

/** Longest list in bytes: an event of Lambda may have 256 KiB, and an update carries the former list as well. */
export const maxExceptionsBytes = 100_000;
