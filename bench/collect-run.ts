import { Agent, request } from 'node:http';
import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';
import { GenerateCredentialReportCommand, GetCredentialReportCommand } from '@aws-sdk/client-iam';
import type { AccountLine } from '../lambda/accounts/account-line';
import type { FactScope } from '../lambda/collector/contract';
import { reportKey, runRecordKey } from '../lambda/report/object-key';
import { runtimeWaits } from '../lambda/shared/runtime/waits';
import { collectAccounts } from '../cli/collect/collect-accounts';
import { collectClients } from '../cli/collect/clients';
import { readDestination } from '../cli/collect/destination';
import { memberSession } from '../cli/collect/member-session';
import { report, timed } from './measuring';
import { sampleAccountId, sampleAccountLine } from './sample-data';

const concurrency = 20;
const roleName = 'OrganizationAccountAccessRole';

/**
 * Collects every account in one of four ways: `collect-run.ts collect|facts|sdk|http ACCOUNTS DAY`; the calls are the same, but for
 * the facts, which are read without the pauses that spare IAM.
 */
async function main([way = '', accounts = '', dayText = '']: string[]) {
  const day = new Date(`${dayText}T03:00:00Z`);
  const lines = Array.from({ length: Number(accounts) }, (_, index) =>
    sampleAccountLine(sampleAccountId(index), `Sandbox ${index}`),
  );
  const run = { collect: withCollect, facts: withFacts, sdk: withSdk, http: withHttp }[way];
  if (run === undefined) throw new Error(`there is no way ${way}`);
  const read: Read = { calls: 0, bytes: 0 };
  report({ all: await timed(() => run(lines, day, read)), ...read });
}

/** What was read of facts: calls of IAM, and bytes stored. */
interface Read {
  calls: number;
  bytes: number;
}

async function withFacts(lines: readonly AccountLine[], day: Date, read: Read) {
  for (const { facts } of await withCollect(lines, day, read, 'all')) {
    if (facts === null || facts.not_read.length > 0) throw new Error('facts could not be read');
    read.calls += facts.calls;
    read.bytes += facts.bytes;
  }
}

async function withCollect(lines: readonly AccountLine[], day: Date, _read: Read, facts: FactScope = 'none') {
  const outcomes = await collectAccounts(
    {
      ...collectClients({}),
      store: openStore(),
      now: () => new Date(),
      ...runtimeWaits,
      ...(facts === 'none' ? {} : { sleep: () => Promise.resolve() }),
      version: 'bench',
      facts,
      done: () => undefined,
    },
    lines,
    {
      caller: { accountId: '', arn: '', partition: 'aws', managementAccountId: sampleAccountId(0) },
      roleName,
      concurrency,
      scheduledAt: day,
    },
  );
  return outcomes.map(({ result }) => {
    if (result instanceof Error) throw result;
    return result.record;
  });
}

const openStore = () => readDestination('s3://reports', {}, runtimeWaits)(sampleAccountId(0));

/** The SDK's calls alone: no proof of whose the report is, no checksum, no record that says anything. */
async function withSdk(lines: readonly AccountLine[], day: Date) {
  const clients = collectClients({});
  const store = openStore();
  await eachOf(lines, () => {
    const session = memberSession(clients.sts, 'aws', roleName);
    const iam = clients.memberIam(session.credentials);
    return async ({ account_id: id, account_name: name }) => {
      session.enter(id);
      await iam.send(new GenerateCredentialReportCommand({}));
      const { Content = new Uint8Array() } = await iam.send(new GetCredentialReportCommand({}));
      await store.putNew(reportKey(day, id, name), Content, 'text/csv');
      await store.replace(runRecordKey(day, id), '{}\n', 'application/json');
    };
  });
}

/** The same requests over kept connections, signed by nobody. */
async function withHttp(lines: readonly AccountLine[], day: Date) {
  const agent = new Agent({ keepAlive: true, maxSockets: concurrency });
  const {
    AWS_ENDPOINT_URL: endpoint = '',
    AWS_ACCESS_KEY_ID: own = '',
    AWS_SESSION_TOKEN: ownToken = '',
  } = process.env;
  const call = async (
    key: string,
    token: string,
    service: string,
    method: string,
    path: string,
    body: string | Buffer,
    more = {},
  ) => {
    const headers = {
      authorization: `AWS4-HMAC-SHA256 Credential=${key}/20261122/us-east-1/${service}/aws4_request, SignedHeaders=host, Signature=0`,
      'x-amz-security-token': token,
      'x-amz-content-sha256': 'UNSIGNED-PAYLOAD',
      ...more,
    };
    const outgoing = request(endpoint + path, { method, headers, agent }).end(body);
    const [incoming] = (await once(outgoing, 'response')) as [NodeJS.ReadableStream & { statusCode: number }];
    const answer = await buffer(incoming);
    if (incoming.statusCode !== 200) throw new Error(`${incoming.statusCode} ${answer.toString()}`);
    return answer.toString();
  };
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  await eachOf(lines, () => async ({ account_id: id, account_name: name }) => {
    const role = encodeURIComponent(`arn:aws:iam::${id}:role/${roleName}`);
    const assume = `Action=AssumeRole&Version=2011-06-15&RoleArn=${role}&RoleSessionName=bench`;
    const session = await call(own, ownToken, 'sts', 'POST', '/', assume, form);
    const element = (text: string, tag: string) => text.split(`<${tag}>`)[1]?.split('<')[0] ?? '';
    const [key, token] = [element(session, 'AccessKeyId'), element(session, 'SessionToken')];
    await call(key, token, 'iam', 'POST', '/', 'Action=GenerateCredentialReport&Version=2010-05-08', form);
    const got = await call(
      key,
      token,
      'iam',
      'POST',
      '/',
      'Action=GetCredentialReport&Version=2010-05-08',
      form,
    );
    const content = Buffer.from(element(got, 'Content'), 'base64');
    await call(own, ownToken, 's3', 'PUT', `/reports/${reportKey(day, id, name)}`, content, {
      'if-none-match': '*',
    });
    await call(own, ownToken, 's3', 'PUT', `/reports/${runRecordKey(day, id)}`, '{}\n');
  });
  agent.destroy();
}

/** Works on the accounts with as many workers as `collect` has. */
async function eachOf(lines: readonly AccountLine[], worker: () => (line: AccountLine) => Promise<void>) {
  const waiting = lines.values();
  const work = async (handle: (line: AccountLine) => Promise<void>) => {
    for (const line of waiting) await handle(line);
  };
  await Promise.all(Array.from({ length: concurrency }, () => work(worker())));
}

void main(process.argv.slice(2));
