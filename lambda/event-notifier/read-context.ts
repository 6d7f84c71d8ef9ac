import { GetObjectCommand, ListObjectsV2Command, type S3Client } from '@aws-sdk/client-s3';
import { parse } from 'csv-parse/sync';
import type { AccountLine } from '../accounts/account-line';
import { accountsKey, prefixes } from '../report/object-key';
import type { EventContext, EventException } from './event-context';

/** Where names and exceptions are read. */
export interface ContextSource {
  readonly s3: Pick<S3Client, 'send'>;
  readonly bucket: string;
  readonly bucketOwner: string;
  readonly now: Date;
}

/** Days that a list of accounts is good for. */
const listingDays = 7;

/** Reads what is known about accounts and exceptions. What cannot be read is said, and costs no event its message. */
export async function readContext(source: ContextSource): Promise<EventContext> {
  const problems: string[] = [];
  const orSay = async <Value>(what: string, nothing: Value, read: () => Promise<Value>): Promise<Value> => {
    try {
      return await read();
    } catch (error) {
      problems.push(`${what} could not be read: ${error instanceof Error ? error.message : String(error)}`);
      return nothing;
    }
  };
  const accounts = await orSay('the list of accounts', new Map<string, AccountLine>(), () =>
    readAccounts(source),
  );
  const exceptions = await orSay('the exceptions', undefined, () => readExceptions(source));
  return { accounts, exceptions, problems };
}

async function readAccounts(source: ContextSource): Promise<Map<string, AccountLine>> {
  const { s3, bucket, bucketOwner, now } = source;
  const oldest = new Date(now.getTime() - listingDays * 86_400_000);
  const { Contents } = await s3.send(
    new ListObjectsV2Command({
      Bucket: bucket,
      ExpectedBucketOwner: bucketOwner,
      Prefix: `${prefixes.accounts}/`,
      StartAfter: accountsKey(oldest),
    }),
  );
  const key = Contents?.map(({ Key }) => Key ?? '')
    .sort()
    .at(-1);
  if (key === undefined) throw new Error(`there is none of the last ${listingDays} days`);
  const lines = (await readText(source, key)).split('\n').filter((line) => line !== '');
  return new Map(lines.map((line) => JSON.parse(line) as AccountLine).map((line) => [line.account_id, line]));
}

async function readExceptions(source: ContextSource): Promise<EventException[]> {
  const text = await readText(source, `${prefixes.exceptions}/exceptions.csv`);
  return parse(text, { columns: true, skip_empty_lines: true, bom: true });
}

async function readText({ s3, bucket, bucketOwner }: ContextSource, key: string): Promise<string> {
  const { Body } = await s3.send(
    new GetObjectCommand({ Bucket: bucket, ExpectedBucketOwner: bucketOwner, Key: key }),
  );
  return (await Body?.transformToString()) ?? '';
}
