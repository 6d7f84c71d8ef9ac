import {
  CloudTrailClient,
  LookupEventsCommand,
  type LookupAttribute,
  type LookupEventsCommandOutput,
} from '@aws-sdk/client-cloudtrail';
import { STSClient } from '@aws-sdk/client-sts';
import { counted } from '../../lambda/shared/text/counted';
import {
  EventTable,
  fileRows,
  type FileNotRead,
  type TrailPrincipal,
  type TrailSelection,
  type TrailUse,
} from '../../local/trail';
import { awsError } from '../aws-error';
import { awsSettings } from '../aws-settings';
import { callerIdentity } from '../caller-identity';
import { CommandError } from '../command-error';
import type { Terminal } from '../terminal';
import type { TrailOptions } from './trail-options';

/** CloudTrail answers two calls a second in an account and region. */
const waitMs = 500;

/** Where events of IAM, sign-ins of the root user and of other global services are. */
const globalRegion = 'us-east-1';

/**
 * Use as CloudTrail's own history has it, which needs no trail: 90 days of management events, of the regions asked for.
 * @throws CommandError for credentials of another account, and for what AWS refuses
 */
export async function lookUpUse(
  selection: TrailSelection,
  options: TrailOptions,
  terminal: Terminal,
): Promise<TrailUse> {
  const settings = awsSettings(options);
  const { accountId } = await callerIdentity(new STSClient(settings));
  if (accountId !== selection.accountId)
    throw new CommandError(
      `CloudTrail answers for the caller's account ${accountId} alone: --account ${selection.accountId} needs credentials of that account`,
    );
  const home = await new CloudTrailClient(settings).config.region();
  const table = await EventTable.open(accountId);
  const filesNotRead: FileNotRead[] = [];
  const regions: string[] = [];
  let failure: CommandError | undefined;
  try {
    for (const region of new Set(options.regions ?? [home, globalRegion])) {
      const note = (reason: string) => filesNotRead.push({ file: `history of ${region}`, reason });
      const cloudTrail = new CloudTrailClient({ ...settings, region });
      let events = 0;
      try {
        for await (const { Events = [] } of pagesOf(cloudTrail, selection, terminal)) {
          const records = Events.map(({ CloudTrailEvent: text = 'null' }): unknown => JSON.parse(text));
          const { rows, flaws } = fileRows(records, region, accountId);
          table.add(rows);
          flaws.forEach(note);
          events += records.length;
        }
        regions.push(region);
        terminal.note(`${region}: ${counted(events, 'event')}\n`);
      } catch (error) {
        // What was read stays; of all regions it is no answer.
        failure ??= lookUpError(error, region);
        note(lookUpError(error, region).message);
      }
    }
    if (failure !== undefined && regions.length === 0) throw failure;
    const { from, to } = selection;
    const scope = { origin: 'history', from, to, regions: regions.sort() } as const;
    return {
      uses: await table.uses(selection),
      scope: { ...scope, daysWithoutFiles: [], dataEventSources: [], files: 0, filesNotRead },
    };
  } finally {
    table.close();
  }
}

/** STS knew the credentials, so a region that does not know them is one that the account has not enabled. */
function lookUpError(error: unknown, region: string): CommandError {
  const { name } = error as Error;
  if (name === 'UnrecognizedClientException' || name === 'InvalidClientTokenId')
    return new CommandError(`the region ${region} is not enabled in the account`);
  return awsError(error, `asking CloudTrail's history of ${region}`);
}

async function* pagesOf(
  cloudTrail: CloudTrailClient,
  { principal, from, to }: TrailSelection,
  { sleep }: Terminal,
): AsyncGenerator<LookupEventsCommandOutput> {
  let token: string | undefined;
  do {
    const command = new LookupEventsCommand({
      LookupAttributes: [attributeOf(principal)],
      StartTime: new Date(`${from}T00:00:00Z`),
      EndTime: new Date(`${to}T23:59:59Z`),
      MaxResults: 50,
      NextToken: token,
    });
    const page = await cloudTrail.send(command);
    yield page;
    token = page.NextToken;
    await sleep(waitMs);
  } while (token !== undefined);
}

function attributeOf(principal: TrailPrincipal): LookupAttribute {
  if ('key' in principal) return { AttributeKey: 'AccessKeyId', AttributeValue: principal.key };
  return { AttributeKey: 'Username', AttributeValue: 'user' in principal ? principal.user : 'root' };
}
