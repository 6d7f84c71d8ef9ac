import { bundleLambda } from '../../scripts/bundle-lambda';
import { channelEnvironment } from '../../lambda/shared/messages/contract';
import { organizationClock } from '../../local/lambda-environment';
import { startOrganization, type Fault } from '../../local/organization';
import type { QueryAnswer } from '../../local/organization/athena/query-results';
import type { PlantedOutcome } from '../../local/organization/athena/athena-props';
import { athenaService } from '../../local/organization/athena/service';
import { secretsManagerService } from '../../local/organization/secrets-manager/service';
import { snsService, type PublishedMessage } from '../../local/organization/sns/service';
import { sqsService, type QueueData } from '../../local/organization/sqs/service';
import { localAnswer } from './local-answer';
import { SlackServer, type SlackAnswer } from './shared/messages/slack-server';
import { newArn, warmFunction } from './warm-environments';

/** The account of every deployed function, and what its environment names there. */
export const dataAccount = '100000000001';
export const bucketName = 'reports';
const topic = `arn:aws:sns:eu-west-1:${dataAccount}:notifications`;
const secret = `arn:aws:secretsmanager:eu-west-1:${dataAccount}:secret:slack-AbCdEf`;

export interface DeployedFunctionProps {
  /** Folder below `lambda/`. */
  readonly name: string;
  readonly timeoutSeconds: number;
  /** Whether it sends mail, or to Slack alone. @default true */
  readonly mail?: boolean;
  /** Beside those of the channels. */
  readonly variables: Readonly<Record<string, string>>;
  /** Folder laid out as the bucket. */
  readonly bucket: string;
  /** When it runs. */
  readonly at: string;
  /** What a query answers. @default what the local engine makes of the bucket */
  readonly answer?: (sql: string) => Promise<QueryAnswer>;
  /** Planted end of every query. @default they run */
  readonly outcome?: PlantedOutcome;
  /** @default none */
  readonly queues?: readonly QueueData[];
  /** @default none */
  readonly faults?: readonly Fault[];
  /** Slack's first answer. @default it judges the message */
  readonly slack?: SlackAnswer;
}

export interface DeployedFunction {
  readonly mails: readonly PublishedMessage[];
  readonly slack: SlackServer;
  /** Texts of the queries that were answered, in order. */
  readonly asked: readonly string[];
  /**
   * Runs it, at a later time when one is given.
   * @returns the message of its error, undefined when it succeeded
   */
  invoke(event: unknown, at?: string): Promise<string | undefined>;
  /** Everything that it has printed. */
  printed(): string;
}

/** What is to be ended, the last first. */
const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** Runs a function as it is deployed, with mail and Slack, against the embedded organization, until the test ends. */
export async function deployFunction(props: DeployedFunctionProps): Promise<DeployedFunction> {
  const { name, bucket, faults = [], queues = [] } = props;
  const clock = organizationClock(new Date(props.at));
  const slack = await new SlackServer().start();
  cleanups.push(() => slack.stop());
  if (props.slack !== undefined) slack.answerWith(props.slack);
  const mails: PublishedMessage[] = [];
  const asked: string[] = [];
  const answer = props.answer ?? ((sql: string) => localAnswer(bucket, sql, clock.now()));
  const aws = await startOrganization({
    organization: {
      id: 'o-anycompany1',
      managementAccountId: dataAccount,
      rootId: 'r-any1',
      organizationalUnits: [],
      accounts: [
        {
          id: dataAccount,
          name: 'AnyCompany',
          email: 'aws@example.com',
          joinedAt: '2020-01-01T00:00:00Z',
          parentId: 'r-any1',
        },
      ],
    },
    buckets: [{ name: bucketName, folder: bucket, ownerAccountId: dataAccount, region: 'eu-west-1' }],
    now: () => clock.now(),
    faults,
    services: [
      athenaService({
        execute: () => Promise.resolve(),
        outcome: () => props.outcome,
        results: ({ sql }) => {
          asked.push(sql);
          return answer(sql);
        },
      }),
      snsService((message) => mails.push(message)),
      secretsManagerService({ [secret]: slack.url.href }),
      sqsService(queues),
    ],
  });
  cleanups.push(() => aws.close());
  const deployed = warmFunction({
    functionArn: newArn(dataAccount, name),
    code: bundleLambda(name),
    timeoutSeconds: props.timeoutSeconds,
    clock,
    variables: {
      ...aws.environment(dataAccount),
      ...(props.mail === false ? {} : { [channelEnvironment.mailTopic]: topic }),
      [channelEnvironment.slackSecret]: secret,
      ...props.variables,
    },
  });
  cleanups.push(() => deployed.release());
  return {
    mails,
    slack,
    asked,
    async invoke(event, at) {
      if (at !== undefined) clock.advanceTo(new Date(at));
      return (await deployed.invoke(event))?.message;
    },
    printed: () => deployed.printed(),
  };
}
