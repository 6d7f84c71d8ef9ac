/** What the resources that store the lists of the deployment share with their construct. */

/** Properties of the custom resource; the list itself is among them, so that a change of it is an update. */
export interface StoreListProperties {
  readonly Bucket: string;
  readonly BucketOwner: string;
  /** Where it lies in the bucket. */
  readonly Key: string;
  /** Text of the list. */
  readonly Csv: string;
}

/** The Lambda function's timeout in seconds: it puts one object, and waits until it may. */
export const storeListTimeoutSeconds = 180;

/** Longest list in bytes: an event of Lambda may have 256 KiB, and an update carries the former list as well. */
export const maxListBytes = 100_000;
