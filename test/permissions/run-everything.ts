import { mkdtempSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { organizationClock, type OrganizationClock } from '../../local/lambda-environment';
import { startOrganization, type EmbeddedOrganization, type RecordedRequest } from '../../local/organization';
import type { PublishedMessage } from '../../local/organization/sns/service';
import { athenaService } from '../../local/organization/athena/service';
import { cloudFormationService } from '../../local/organization/cloudformation/service';
import { warmFunction } from '../lambda/warm-environments';
import type { LambdaFunction } from './estate';
import type { Installation } from './installation';
import { organization } from './organization';
import { digestAnswer, messageServices } from './message-services';
import { onceDecided } from './once-decided';
import { isAllowed } from './prove';

const scheduledAt = '2026-11-22T03:00:00Z';
/** When the day is over. */
const nextMorning = '2026-11-23T05:30:00Z';

/** What running every function of an installation came to. */
export interface Outcome {
  /** By account and kind of function: the error, or null. */
  readonly results: Readonly<Record<string, unknown>>;
  /** Every authorization request that the functions made. */
  readonly requests: readonly RecordedRequest[];
  /** What custom resources answered. */
  readonly responses: readonly { readonly Status: string; readonly Reason?: string }[];
  /** Folder laid out as the bucket. */
  readonly folder: string;
  readonly mails: readonly PublishedMessage[];
  readonly slackMessages: number;
}

/**
 * Runs the code in the templates, each function as its role in its account, against the policies in the templates.
 * @param variables for every process, beside those of the functions. @default none
 */
export async function runEverything(
  installation: Installation,
  variables: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  const { estate, bucketName, dataAccountId, kmsKeyArn } = installation;
  const folder = mkdtempSync(join(tmpdir(), 'bucket-'));
  const clock = organizationClock(new Date('2026-11-22T03:10:00Z'));
  const statements: string[] = [];
  const messages = await messageServices(installation);
  const aws = await startOrganization({
    organization,
    buckets: [
      {
        name: bucketName,
        folder,
        ownerAccountId: dataAccountId,
        bucketKey: true,
        ...(kmsKeyArn && { kmsKeyArn }),
      },
    ],
    now: () => clock.now(),
    authorize: onceDecided(async (request) => ({ allowed: await isAllowed(request, estate) })),
    services: [
      cloudFormationService(),
      athenaService({
        execute: ({ sql }) => Promise.resolve(void statements.push(sql)),
        results: ({ sql }) => digestAnswer(sql),
      }),
      ...messages.services,
    ],
  });
  const responses: Outcome['responses'][number][] = [];
  const responder = await listen((body) => responses.push(JSON.parse(body) as Outcome['responses'][number]));
  const results: Record<string, unknown> = {};
  try {
    const kindOf = ({ roleArn }: LambdaFunction) =>
      estate.roles.find(({ arn }) => arn === roleArn)?.kind ?? '';
    const looksBack = (one: LambdaFunction) => kindOf(one) === 'history';
    const now = estate.functions.filter((one) => !looksBack(one));
    // Twice: the second time it reads what it wrote.
    const later = estate.functions.filter(looksBack).flatMap((one) => [one, one]);
    for (const one of [...now, ...later]) {
      const kind = kindOf(one);
      if (looksBack(one)) clock.advanceTo(new Date(nextMorning));
      for (const event of eventsFor(
        one,
        installation,
        responder.url,
        looksBack(one) ? nextMorning : scheduledAt,
      )) {
        const name = `${one.accountId} ${kind}`;
        results[name] = (await invoke(one, aws, clock, event, variables)) ?? results[name] ?? null;
      }
    }
    const { mails, slack } = messages;
    return {
      results,
      requests: aws.requests,
      responses,
      folder,
      mails,
      slackMessages: slack.messages.length,
    };
  } finally {
    responder.server.close();
    messages.slack.stop();
    await aws.close();
  }
}

/** What starts a function: its custom resource, or its schedule. */
function eventsFor(
  one: LambdaFunction,
  { estate }: Installation,
  url: string,
  scheduled_at: string,
): object[] {
  const custom = estate.resources.filter(
    ({ Type, Properties }) => Type.startsWith('Custom::') && Properties?.['ServiceToken'] === one.arn,
  );
  return custom.length === 0
    ? [{ scheduled_at }]
    : custom.map(({ Properties }) => ({
        RequestType: 'Create',
        ResponseURL: url,
        StackId: 'stack',
        RequestId: 'request',
        LogicalResourceId: 'Resource',
        ResourceProperties: Properties,
      }));
}

async function invoke(
  { arn: functionArn, roleArn, accountId, code, environment, timeoutSeconds }: LambdaFunction,
  aws: EmbeddedOrganization,
  clock: OrganizationClock,
  event: object,
  processVariables: Readonly<Record<string, string>>,
) {
  const variables = {
    ...aws.environment(accountId, roleArn),
    AWS_REGION: functionArn.split(':')[3] ?? '',
    ...environment,
  };
  const deployed = warmFunction({
    functionArn,
    code,
    timeoutSeconds,
    clock,
    variables,
    processVariables,
  });
  try {
    return await deployed.invoke(event);
  } finally {
    deployed.release();
  }
}

async function listen(receive: (body: string) => void): Promise<{ server: Server; url: string }> {
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      receive(body);
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
}
