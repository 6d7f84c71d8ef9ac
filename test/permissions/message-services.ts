import type { Service } from '../../local/organization/service';
import { namedQueries } from '../../local/athena';
import type { QueryAnswer } from '../../local/organization/athena/query-results';
import { secretsManagerService } from '../../local/organization/secrets-manager/service';
import { snsService, type PublishedMessage } from '../../local/organization/sns/service';
import { sqsService } from '../../local/organization/sqs/service';
import type { TextRow } from '../../lambda/athena/text-row';
import { digestRows } from '../lambda/digest/rows';
import { SlackServer } from '../lambda/delivery/slack-server';
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
  const queues = estate.functions.flatMap(({ arn, environment }) => {
    const url = environment['EVENT_QUEUE_URL'];
    const [, , , region, account] = arn.split(':');
    return url === undefined
      ? []
      : [
          {
            url,
            arn: `arn:aws:sqs:${region}:${account}:${url.split('/').at(-1)}`,
            messages: [event()],
            visibilityTimeout: 300_000,
          },
        ];
  });
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

/** What the digest's queries answer, known by their text. */
export function digestAnswer(sql: string): Promise<QueryAnswer> {
  const name = namedQueries().find((query) => query.sql === sql)?.name ?? '';
  const rows = (digestRows() as Readonly<Record<string, readonly TextRow[]>>)[name] ?? [];
  const columns = Object.keys(rows[0] ?? { nothing: null });
  return Promise.resolve({
    columns,
    rows: rows.map((row) => columns.map((column) => row[column] ?? null)),
  });
}
