import { AthenaClient } from '@aws-sdk/client-athena';
import { defineQuestion, integer, nullable, text } from '../../../../athena-ddl/question';
import { askAthena } from '../../../../lambda/shared/athena/ask-athena';
import { startOrganization, type EmbeddedOrganization } from '../../../../local/organization';
import type { PlantedOutcome } from '../../../../local/organization/athena/athena-props';
import { athenaService } from '../../../../local/organization/athena/service';
import { management, organization } from '../../../permissions/organization';

const rows = Array.from({ length: 2_500 }, (_, number) => [
  String(number),
  number % 2 === 0 ? null : '"x",\n',
]);
let now = Date.parse('2026-11-22T09:05:00Z');
let outcome: PlantedOutcome | undefined;
let aws: EmbeddedOrganization;
beforeAll(async () => {
  aws = await startOrganization({
    organization,
    buckets: [],
    now: () => new Date(now),
    services: [
      athenaService({
        execute: () => Promise.resolve(),
        outcome: () => outcome,
        results: () => Promise.resolve({ columns: ['number', 'text'], rows }),
      }),
    ],
  });
});
afterAll(() => aws.close());

const question = defineQuestion('numbers', 'SELECT number, text FROM numbers', {
  number: integer(),
  text: nullable(text()),
});

function ask() {
  const { AWS_ENDPOINT_URL, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN } = aws.environment(
    management,
    `arn:aws:iam::${management}:role/digest`,
  );
  const end = now + 60_000;
  return askAthena({
    athena: new AthenaClient({
      region: 'eu-central-1',
      endpoint: AWS_ENDPOINT_URL ?? '',
      credentials: {
        accessKeyId: AWS_ACCESS_KEY_ID ?? '',
        secretAccessKey: AWS_SECRET_ACCESS_KEY ?? '',
        sessionToken: AWS_SESSION_TOKEN ?? '',
      },
    }),
    workGroup: 'credential-report',
    database: 'credential_report',
    sleep: (milliseconds) => Promise.resolve((now += milliseconds)),
    remainingMs: () => end - now,
  })(question);
}

test('reads every page of an answer, and NULL as null', async () => {
  outcome = undefined;
  const answer = await ask();
  expect(answer).toHaveLength(2_500);
  expect(answer.slice(0, 2)).toEqual([
    { number: 0, text: null },
    { number: 1, text: '"x",\n' },
  ]);
  expect(answer[1_000]).toEqual({ number: 1000, text: null });
  expect(answer.at(-1)).toEqual({ number: 2499, text: '"x",\n' });
});

test.each<[string, PlantedOutcome, string]>([
  [
    'failed',
    { state: 'FAILED', reason: 'TABLE_NOT_FOUND: line 3:8' },
    'TABLE_NOT_FOUND: line 3:8 (in: SELECT',
  ],
  ['was cancelled', { state: 'CANCELLED', reason: 'by hand' }, 'the query was cancelled: by hand'],
  ['never ends', { state: 'RUNNING' }, 'the time is over and the query'],
])('a query that %s fails with what Athena says', async (_, planted, message) => {
  outcome = planted;
  await expect(ask()).rejects.toThrow(message);
});
