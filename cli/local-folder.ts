import { CommandError } from './command-error';
import { shellWord } from './output/shell-word';
import { isInS3, s3Address } from './s3-address';

/**
 * The folder that `--data` names. A bucket is no folder: the engine opens objects again and again, and the AWS CLI copies what is
 * new by itself.
 * @throws CommandError for a place in S3, with the command that copies it
 */
export function localFolder(data: string): string {
  if (!isInS3(data)) return data;
  const { bucket, base } = s3Address(data, '--data');
  const source = shellWord(`s3://${bucket}/${base}`);
  throw new CommandError(
    `--data ${data} is no folder: copy it with aws s3 sync ${source} reports --exclude 'athena-results/*', and give --data reports; ` +
      'or ask the deployed workgroup with query --athena',
  );
}
