import { digestIntervals } from '../../lambda/digest/contract';
import { eventsRegion } from '../../lambda/event-notifier/contract';
import { latestStartMinutes, parseTimeOfDay, timeOfDay } from './timing';
import type { MessageOptions } from './message-options';
import { defaults, type Options } from './options';
import {
  group,
  isObject,
  listOf,
  oneOf,
  required,
  tagKey,
  text,
  wholeNumber,
  type OptionRule,
} from './option-rule';
import { partitionOf } from './partition';

const topicArn = /^arn:aws[a-z-]*:sns:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_-]{1,256}$/;

/** An address that mail readers open: no space, nothing that ends a link in Slack. */
const address = text(
  /^https:\/\/[\w.-]{1,100}(:\d+)?(\/[\w~!$&'()*+,;=:@%./?#-]{0,200})?$/,
  'an address that begins with https://',
);

/** The digest's function has 4 KB for its whole environment. */
const maxOwners = 15;

/** Rules of the options about messages, each by itself. */
export const messageRules: Readonly<Record<keyof MessageOptions, OptionRule>> = {
  notifications: group({
    emails: listOf(
      /^[^\s@,]+@[^\s@,]+\.[^\s@,]+$/,
      'a list of different mail addresses, at least one',
      1,
      20,
    ),
    slackWebhookSecretArn: text(
      /^arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:[A-Za-z0-9/_+=.@-]+-[A-Za-z0-9]{6}$/,
      'the whole ARN of a secret, "arn:<partition>:secretsmanager:<region>:<account>:secret:<name>-<6 characters>"',
    ),
    // A subject has 100 characters of ASCII.
    organizationName: text(/^[\w .,&()+-]{1,40}$/, '1 to 40 letters, digits, spaces or _.,&()+-'),
    links: group({
      accessPortalUrl: text(
        /^https:\/\/[\w.-]{1,100}(\/[\w-]{1,50}){0,2}$/,
        'the address of the portal without a slash at its end, such as "https://anycompany.awsapps.com/start"',
      ),
      accessPortalRole: text(/^[\w+=,.@-]{1,32}$/, 'the name of a permission set, 1 to 32 characters'),
      dashboardUrl: address,
      runbookUrl: address,
    }),
  }),
  digest: group({
    every: oneOf(...digestIntervals),
    owners: group({
      // Limits of tags in Organizations: keys of 128, values of 256 characters; a value becomes part of an object's name.
      tagKey: required(tagKey),
      destinations: required({
        accepts: (value) =>
          typeof value === 'object' &&
          value !== null &&
          Object.keys(value).length > 0 &&
          Object.keys(value).length <= maxOwners &&
          Object.entries(value).every(
            ([tag, arn]: [string, unknown]) =>
              Buffer.byteLength(tag) <= 64 && tag !== '' && typeof arn === 'string' && topicArn.test(arn),
          ),
        allowed: `values of the tag, 1 to 64 bytes each, with the ARN of an SNS topic for each, at most ${maxOwners}`,
      }),
    }),
  }),
  alarms: group({ toleratedAccounts: wholeNumber(0, 10_000, 'accounts') }),
  credentialEvents: {
    accepts: (value) => value === 'remove' || (isObject(value) && Object.keys(value).length === 0),
    allowed: '{} or "remove"',
  },
};

/** Problems of the options about messages together with others; each is sound by itself. */
export function checkMessages(config: Options): string[] {
  const { notifications, digest, alarms, region, collectAt = defaults.collectAt } = config;
  const credentialEvents = config.credentialEvents === 'remove' ? undefined : config.credentialEvents;
  const problems: string[] = [];
  const wanted = Object.entries({ digest, alarms, credentialEvents }).filter(
    ([, value]) => value !== undefined,
  );
  if (notifications === undefined) {
    return wanted.map(([name]) => `${name} needs notifications, which say who gets the messages`);
  }
  if (notifications.emails === undefined && notifications.slackWebhookSecretArn === undefined) {
    problems.push('notifications is {}, needed is emails or slackWebhookSecretArn');
  }
  if (
    notifications.links?.accessPortalRole !== undefined &&
    notifications.links.accessPortalUrl === undefined
  ) {
    problems.push(
      'notifications.links.accessPortalRole needs accessPortalUrl, which it opens accounts through',
    );
  }
  if (wanted.length === 0) {
    problems.push('notifications needs something to send: digest, alarms or credentialEvents');
  }
  if (digest?.owners !== undefined && config.accountDetails?.tags !== true) {
    problems.push('digest.owners needs accountDetails: { tags: true }, the tags say who owns an account');
  }
  if ((digest ?? alarms) !== undefined && parseTimeOfDay(collectAt) > latestStartMinutes) {
    problems.push(
      `collectAt is "${collectAt}", allowed with digest or alarms is at most "${timeOfDay(latestStartMinutes)}": ` +
        'silent accounts are known six hours later, on the same day in UTC',
    );
  }
  if (credentialEvents !== undefined && region === undefined) {
    problems.push(
      `region is missing, with credentialEvents it must be named: events arise in ${eventsRegion}`,
    );
  }
  if (credentialEvents !== undefined && region !== undefined && partitionOf(region) !== 'aws') {
    problems.push(
      `credentialEvents is set in partition ${partitionOf(region)}, allowed is the partition aws: where IAM's events arise elsewhere is not known here`,
    );
  }
  return problems;
}
