import type {
  AccessKeyEvent,
  MfaEvent,
  PasswordEvent,
  UserData,
} from '../../../local/organization/user-data';
import type { AttachmentData, UserFacts } from '../../../local/organization/iam-data';
import { dayAfter, daysBetween, lastDay } from '../days';

/** Who signs in to the console. Days are `YYYY-MM-DD`. */
export interface Person {
  readonly created: string;
  /** Days between two sign-ins; 0 for somebody who never signed in. @default 3 */
  readonly signsInEvery?: number;
  /** The last sign-in. @default up to the move, or to the end */
  readonly lastSignIn?: string;
  readonly mfaSince?: string;
  /** The day the person moved to IAM Identity Center and the password was deleted; the user goes a week later. */
  readonly moved?: string;
  readonly keys?: UserData['accessKeys'];
  /** What IAM tells beside the report. */
  readonly facts?: UserFacts;
}

/** What calls the API with an access key. Days are `YYYY-MM-DD`. */
export interface Key {
  readonly created: string;
  /** Days between two uses; 0 for a key that was never used. @default 1 */
  readonly usedEvery?: number;
  readonly lastUsed?: string;
  readonly deactivated?: string;
  readonly deleted?: string;
  /** @default 's3' */
  readonly service?: string;
  /** @default 'eu-central-1' */
  readonly region?: string;
}

/** Uses before that day are of no consequence: only the last one shows in a report. */
const historyBegins = '2026-08-01';

/** A user with a password. */
export function person(
  name: string,
  { created, moved, mfaSince, keys, facts, ...signIns }: Person,
): UserData {
  const lastSignIn = signIns.lastSignIn ?? moved ?? lastDay;
  const password: PasswordEvent[] = [
    { at: `${created}T09:00:00Z`, event: 'enabled' },
    ...uses(created, lastSignIn, signIns.signsInEvery ?? 3).map((day) =>
      at(day, '16:41:07', 'used' as const),
    ),
    ...(moved === undefined ? [] : [at(moved, '17:20:00', 'disabled' as const)]),
  ];
  const mfa: MfaEvent[] = mfaSince === undefined ? [] : [at(mfaSince, '09:12:30', 'on' as const)];
  const deletedAt = moved === undefined ? undefined : `${dayAfter(moved, 7)}T12:00:00Z`;
  return {
    name,
    createdAt: `${created}T09:00:00Z`,
    password,
    mfa,
    ...(keys ? { accessKeys: keys } : {}),
    ...facts,
    ...(deletedAt === undefined ? {} : { deletedAt }),
  };
}

/** A user without a password, for a program. */
export function program(
  name: string,
  created: string,
  keys: NonNullable<UserData['accessKeys']>,
  facts: UserFacts = {},
): UserData {
  return { name, createdAt: `${created}T10:00:00Z`, accessKeys: keys, ...facts };
}

/** Who answers for a user. */
export function ownedBy(owner: string): UserFacts {
  return { tags: { owner } };
}

/** A policy that AWS manages, attached since a day if not always. */
export function awsPolicy(name: string, since?: string): AttachmentData {
  return { arn: `arn:aws:iam::aws:policy/${name}`, ...(since && { from: `${since}T10:00:00Z` }) };
}

/** The history of one access key slot. */
export function key({
  created,
  usedEvery = 1,
  service = 's3',
  region = 'eu-central-1',
  ...ends
}: Key): AccessKeyEvent[] {
  const lastUsed = ends.lastUsed ?? ends.deactivated ?? ends.deleted ?? lastDay;
  return [
    at(created, '10:05:00', 'created' as const),
    ...uses(created, lastUsed, usedEvery).map((day) => ({
      ...at(day, '22:30:00', 'used' as const),
      service,
      region,
    })),
    ...(ends.deactivated === undefined ? [] : [at(ends.deactivated, '23:00:00', 'deactivated' as const)]),
    ...(ends.deleted === undefined ? [] : [at(ends.deleted, '23:30:00', 'deleted' as const)]),
  ];
}

/** Days of use, counted back from the last one; always at least that one, unless there is no use at all. */
function uses(created: string, last: string, every: number): string[] {
  if (every === 0) return [];
  const from = created > historyBegins ? created : historyBegins;
  return last < from ? [last] : daysBetween(from, last, every).concat(last);
}

function at<E>(day: string, time: string, event: E): { at: string; event: E } {
  return { at: `${day}T${time}Z`, event };
}
