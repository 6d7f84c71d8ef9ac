import { accountsLeadMinutes, parseTimeOfDay, timeOfDay } from './timing';
import { trailRule } from './trail-rule';
import { messageRules } from './message-rules';
import { quickSightRule } from './quick-sight-rule';
import type { Options } from './options';
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

function isTimeOfDay(value: unknown): boolean {
  return (
    typeof value === 'string' &&
    /^([01][0-9]|2[0-3]):[0-5][0-9]$/.test(value) &&
    parseTimeOfDay(value) >= accountsLeadMinutes
  );
}

/** Patterns of ids are those of the Organizations API. */
const accountId = /^[0-9]{12}$/;
const anAccountId = 'an account id of 12 digits, in quotes';
const region = text(/^[a-z]{2,4}(-[a-z]+)+-[0-9]{1,2}$/, 'a region such as "eu-central-1"');

/** Rules of each option by itself, by its name. */
export const optionRules: Readonly<Record<keyof Options, OptionRule>> = {
  organization: group({
    id: required(text(/^o-[a-z0-9]{10,32}$/, '"o-" and 10 to 32 lowercase letters or digits')),
    rootId: required(text(/^r-[a-z0-9]{4,32}$/, '"r-" and 4 to 32 lowercase letters or digits')),
  }),
  targets: listOf(
    /^(r-[a-z0-9]{4,32}|ou-[a-z0-9]{4,32}-[a-z0-9]{8,32})$/,
    'a list of different ids, of units such as "ou-ab12-cdefgh34" or of the root alone',
    1,
    40, // the accounts function has 4 KB for its whole environment
  ),
  excludedAccounts: listOf(accountId, `a list of different account ids, each ${anAccountId}`),
  deployFrom: oneOf('management', 'delegated-administrator'),
  managementAccountId: text(accountId, anAccountId),
  delegatedAdministratorAccountId: text(accountId, anAccountId),
  dataAccount: group({
    id: required(text(accountId, anAccountId)),
    region: required(region),
  }),
  region,
  collectAt: {
    accepts: isTimeOfDay,
    allowed: `a time of day in UTC as "HH:MM", from "${timeOfDay(accountsLeadMinutes)}": the accounts are listed before`,
  },
  spreadMinutes: wholeNumber(1, 180, 'minutes'),
  // S3 and partition projection would take more; 100 years is surely a slip.
  retentionDays: wholeNumber(1, 36_500, 'days'),
  activateTrustedAccess: oneOf(true, false),
  kmsKeyArn: text(
    /^arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key\/[A-Za-z0-9-]+$/,
    'the ARN of a key (not of an alias), "arn:<partition>:kms:<region>:<account>:key/<id>"',
  ),
  permissionsBoundary: text(/^[\w+=,.@/-]{1,128}$/, 'the name of a managed policy, not its ARN'),
  // Paths may have 512 characters; ours need room behind the prefix.
  rolePathPrefix: text(
    /^\/([\w+=,.@-]+\/)*$/,
    'a path that begins and ends with a slash, such as "/platform/"',
  ),
  accountDetails: group({ tags: oneOf(true, false), email: oneOf(true, false) }),
  ownerTag: tagKey,
  userFacts: group({ collect: oneOf(true, false), tags: oneOf(true, false) }),
  lakeFormation: group({
    analysts: required(
      listOf(/^arn:aws[a-z-]*:iam::[0-9]{12}:(role|user)\/.+$/, 'a list of different ARNs of roles or users'),
    ),
  }),
  quickSight: quickSightRule,
  trail: trailRule,
  tags: {
    accepts: (value) =>
      isObject(value) &&
      Object.entries(value).every(
        ([key, tag]: [string, unknown]) =>
          /^(?!aws:)[\p{L}\p{Z}\p{N}_.:/=+@-]{1,128}$/u.test(key) &&
          typeof tag === 'string' &&
          /^[\p{L}\p{Z}\p{N}_.:/=+@-]{0,256}$/u.test(tag),
      ),
    allowed:
      'keys of 1 to 128 and values of up to 256 letters, digits, spaces or _.:/=+@-, no key beginning with "aws:"',
  },
  ...messageRules,
};
