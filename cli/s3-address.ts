import { CommandError } from './command-error';

/** A bucket, and where in it: empty or ending in a slash. */
export interface S3Address {
  readonly bucket: string;
  readonly base: string;
}

/** Whether a place is meant to be in S3. */
export function isInS3(place: string): boolean {
  return /^s3:/i.test(place);
}

/**
 * @param option that the place was given to
 * @throws CommandError for what is no bucket
 */
export function s3Address(place: string, option: string): S3Address {
  const [, bucket, path = ''] = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/(.*))?$/.exec(place) ?? [];
  if (bucket === undefined)
    throw new CommandError(
      `${option} ${place} is no place in S3: it must be s3://bucket or s3://bucket/prefix`,
    );
  const base = path.replace(/\/*$/, '');
  return { bucket, base: base === '' ? '' : `${base}/` };
}
