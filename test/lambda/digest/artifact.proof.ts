import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestQuestions } from '../../../athena-ddl/questions/digest';
import { digestEnvironment, digestTimeoutSeconds } from '../../../lambda/digest/contract';
import type { DeliveryRecord } from '../../../lambda/digest/delivery-record';
import type { Fault } from '../../../local/organization';
import { storedObjects } from '../../local/athena/stored-objects';
import { digestAnswer } from '../../permissions/message-services';
import type { SlackAnswer } from '../shared/messages/slack-server';
import { bucketName, dataAccount, deployFunction } from '../deployed-function';

/** The digest as it is deployed, against the embedded organization with faults planted. */

interface Case {
  readonly name: string;
  readonly faults?: readonly Fault[];
  readonly slack?: SlackAnswer;
  /** UTC days for which the digest is run. @default the Monday, once */
  readonly runs?: readonly string[];
  readonly mails: number;
  readonly slackMessages: number;
  /** Of the last run; what is not said ends well. */
  readonly error?: string;
  /** Of the digest; those of a notice that there is none say so. */
  readonly records: readonly string[];
  /** How often Athena was asked, over all runs. @default each query of the digest once */
  readonly queries?: number;
}

const monday = '2026-11-23';
const tuesday = '2026-11-24';

const cases: readonly Case[] = [
  { name: 'nothing', mails: 1, slackMessages: 1, records: ['mail sent', 'slack sent'] },
  {
    name: 'SNS that denies: Slack has it all the same',
    faults: [{ action: 'sns:Publish', kind: 'access-denied' }],
    mails: 0,
    slackMessages: 1,
    error: 'did not reach everybody: mail: ',
    records: ['mail failed', 'slack sent'],
  },
  {
    name: 'SNS whose answer got lost: the mail is not sent again, and the next run says so',
    faults: [{ action: 'sns:Publish', kind: 'lost-answer', times: 1 }],
    runs: [monday, monday],
    mails: 1,
    slackMessages: 1,
    error: 'mail: was not delivered at',
    records: ['mail failed', 'slack sent'],
  },
  {
    name: 'Secrets Manager that fails: mail has it all the same',
    faults: [{ action: 'secretsmanager:GetSecretValue', kind: 'access-denied' }],
    mails: 1,
    slackMessages: 0,
    error: 'did not reach everybody: slack: ',
    records: ['mail sent', 'slack failed'],
  },
  {
    name: 'Secrets Manager that is throttled for a short while',
    faults: [{ action: 'secretsmanager:GetSecretValue', kind: 'throttling', times: 1 }],
    mails: 1,
    slackMessages: 1,
    records: ['mail sent', 'slack sent'],
  },
  {
    name: 'Slack that refuses the message',
    slack: { status: 400, body: 'invalid_blocks' },
    mails: 1,
    slackMessages: 0,
    error: 'did not reach everybody: slack: ',
    records: ['mail sent', 'slack failed'],
  },
  {
    name: 'a bucket that takes no record: nothing is sent without one',
    faults: [{ action: 's3:PutObject', kind: 'access-denied' }],
    mails: 0,
    slackMessages: 0,
    error: 'did not reach everybody: mail: ',
    records: [],
  },
  {
    name: "the bucket's answer that got lost: the message of the record that was put is sent",
    faults: [{ action: 's3:PutObject', kind: 'lost-answer', times: 1 }],
    mails: 1,
    slackMessages: 1,
    records: ['mail sent', 'slack sent'],
  },
  {
    name: 'Athena that denies: both channels say that there is no digest',
    faults: [{ action: 'athena:StartQueryExecution', kind: 'access-denied' }],
    mails: 1,
    slackMessages: 1,
    error: 'could not be made',
    records: ['mail sent (failure)', 'slack sent (failure)'],
    queries: 0,
  },
  {
    name: 'two runs of one day',
    runs: [monday, monday],
    mails: 1,
    slackMessages: 1,
    records: ['mail sent', 'slack sent'],
  },
  {
    name: 'two days of one week: nothing is asked twice',
    runs: [monday, tuesday],
    mails: 1,
    slackMessages: 1,
    records: ['mail sent', 'slack sent'],
  },
  {
    name: 'Athena that denies on Monday: a notice, and the digest on Tuesday, and quiet on Wednesday',
    faults: [{ action: 'athena:StartQueryExecution', kind: 'access-denied', day: monday }],
    runs: [monday, monday, tuesday, '2026-11-25'],
    mails: 2,
    slackMessages: 2,
    records: ['mail sent', 'mail sent (failure)', 'slack sent', 'slack sent (failure)'],
  },
  {
    name: 'a bucket that takes no record on Monday: the digest comes on Tuesday',
    faults: [{ action: 's3:PutObject', kind: 'access-denied', day: monday }],
    runs: [monday, tuesday],
    mails: 1,
    slackMessages: 1,
    records: ['mail sent', 'slack sent'],
    queries: 2 * Object.keys(digestQuestions).length,
  },
  {
    name: 'a bucket that shows no record: nothing is sent, and nothing asked',
    faults: [{ action: 's3:GetObject', kind: 'access-denied' }],
    mails: 0,
    slackMessages: 0,
    error: 'did not reach everybody: mail: ',
    records: [],
    queries: 0,
  },
  {
    name: 'SNS that denied on Monday: alarmed on Monday, left alone on Tuesday',
    faults: [{ action: 'sns:Publish', kind: 'access-denied', day: monday }],
    runs: [monday, tuesday],
    mails: 0,
    slackMessages: 1,
    records: ['mail failed', 'slack sent'],
  },
  {
    name: 'a new week',
    runs: [monday, '2026-11-29', '2026-11-30'],
    mails: 2,
    slackMessages: 2,
    records: ['mail sent', 'mail sent', 'slack sent', 'slack sent'],
    queries: 2 * Object.keys(digestQuestions).length,
  },
];

test.each(cases)('against $name', async (given) => {
  const { faults = [], runs = [monday], slack, queries = Object.keys(digestQuestions).length } = given;
  const bucket = storedObjects({});
  const digest = await deployFunction({
    name: 'digest',
    timeoutSeconds: digestTimeoutSeconds,
    bucket,
    at: `${monday}T09:05:00Z`,
    answer: digestAnswer,
    faults,
    ...(slack && { slack }),
    variables: {
      [digestEnvironment.bucket]: bucketName,
      [digestEnvironment.bucketOwner]: dataAccount,
      [digestEnvironment.workGroup]: 'credential-report',
      [digestEnvironment.database]: 'credential_report',
      [digestEnvironment.every]: 'week',
    },
  });
  let message: string | undefined;
  for (const day of runs) {
    const scheduled_at = `${day}T09:05:00Z`;
    message = await digest.invoke({ scheduled_at }, scheduled_at);
  }
  const printed = digest.printed();
  expect(message ?? '').toContain(given.error ?? '');
  expect(message === undefined).toBe(given.error === undefined);
  const arrived = {
    mails: digest.mails.length,
    slackMessages: digest.slack.messages.length,
    queries: digest.asked.length,
  };
  expect(arrived).toEqual({ queries, mails: given.mails, slackMessages: given.slackMessages });
  expect(recordsIn(bucket)).toEqual(given.records);
  expect(`${message}${printed}`).not.toContain('/services/T0');
});

/** Channel and state of every delivery record, and whether it is of a notice that there is no digest. */
function recordsIn(bucket: string): string[] {
  return readdirSync(bucket, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json'))
    .map((file) => JSON.parse(readFileSync(join(bucket, file), 'utf8')) as DeliveryRecord)
    .map(
      ({ channel, status, period }) =>
        `${channel} ${status}${period.endsWith('-failure') ? ' (failure)' : ''}`,
    )
    .sort();
}
