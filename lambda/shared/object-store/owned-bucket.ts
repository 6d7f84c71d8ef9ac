/** A bucket and whose it must be: S3 refuses every call to one that changed hands. */
export interface OwnedBucket {
  readonly name: string;
  /** Account id. */
  readonly owner: string;
}
