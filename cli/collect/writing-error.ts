import { awsError } from '../aws-error';
import { CommandError } from '../command-error';

/** An error of the first object that is written: S3 denies access also to a bucket that is another account's. */
export function writingError(error: unknown, out: string, bucketOwner: string): CommandError {
  const failed = awsError(error, `writing the list of accounts to ${out}`);
  if ((error as Error).name !== 'AccessDenied') return failed;
  return new CommandError(
    `${failed.message}; S3 answers so too for a bucket that does not belong to account ${bucketOwner}: ` +
      'name the account that owns it with --bucket-owner',
  );
}
