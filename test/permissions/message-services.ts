import { notifierEnvironment } from '../../lambda/event-notifier/contract';
import type { Service } from '../../local/organization/service';
import type { QueryAnswer } from '../../local/organization/athena/query-results';
import { secretsManagerService } from '../../local/organization/secrets-manager/service';
import { snsService, type PublishedMessage } from '../../local/organization/sns/service';
import { sqsService } from '../../local/organization/sqs/service';
import { digestQuestions, ownersQuestion } from '../../athena-ddl/questions/digest';
import { eventDetailsQuestion } from '../../athena-ddl/questions/event-details';
import { textAnswer } from '../athena-ddl/example-answers';
import { digestRows } from '../lambda/digest/rows';
import type { Question } from '../../athena-ddl/question';
import { SlackServer } from '../lambda/shared/messages/slack-server';
import { event } from '../lambda/event-notifier/events';
import type { Installation } from './installation';

/** The services through which messages go, and what arrived. */
export interface MessageServices {
  readonly services: readonly Service[];
  readonly mails: readonly PublishedMessage[];
  readonly slack: SlackServer;
}

/** A topic, a webhook with its secret, and the queue of credential events with one event in it. */
export async function messageServices({ estate }: Installation): Promise<MessageServices> {
  const slack = await new SlackServer().start();
  const mails: PublishedMessage[] = [];
  const secrets = estate.functions.flatMap(
    ({ environment }) => environment['SLACK_WEBHOOK_SECRET_ARN'] ?? [],
  );
  const queues = estate.functions.flatMap(({ environment }) =>
    [
      [environment[notifierEnvironment.queueUrl], event()],
      [environment[notifierEnvironment.deadLettersUrl]],
    ].flatMap(([url, ...messages]) =>
      url === undefined
        ? []
        : [
            {
              url,
              arn: queueArn(url),
              messages: messages.flatMap((one) => one ?? []),
              visibilityTimeout: 330_000,
            },
          ],
    ),
  );
  return {
    slack,
    mails,
    services: [
      snsService((message) => mails.push(message)),
      secretsManagerService(Object.fromEntries(secrets.map((arn) => [arn, slack.url.href]))),
      sqsService(queues),
    ],
  };
}

/** ARN of a queue by its address, `https://sqs.<region>.amazonaws.com/<account>/<name>`. */
function queueArn(url: string): string {
  const { hostname, pathname } = new URL(url);
  return `arn:aws:sqs:${hostname.split('.')[1]}${pathname.replaceAll('/', ':')}`;
}

const eventDetail = {
  event_id: '00000000-0000-4000-8000-000000000001',
  account_name: 'Payments',
  ou_path: 'Root/Prod',
  exceptions: 0,
  exception_control: null,
  exception_reason: null,
  exception_expires_on: null,
};

/** What the queries of digest and notifier answer, known by their text. */
export function digestAnswer(sql: string): Promise<QueryAnswer> {
  const questions = [...Object.values<Question>(digestQuestions), ownersQuestion, eventDetailsQuestion];
  const question = questions.find((known) => known.sql === sql);
  if (question === undefined) throw new Error(`neither digest nor notifier ask ${sql}`);
  return Promise.resolve(
    textAnswer(question, { ...digestRows(), digest_owners: [], event_details: [eventDetail] }),
  );
}
