import type { TriagedKey } from '../../athena-ddl/questions/key-triage';
import { printable } from '../output/printable';
import { shellOption, shellWord } from '../output/shell-word';

/** What to do about a key, as commands of the AWS CLI. */
interface KeySteps {
  readonly first?: string;
  /** Takes the first step back; none where that only reads. */
  readonly undo?: string;
  /** Ends the work when nothing broke. */
  readonly later?: string;
  /** What to know before. Without a character that a shell would act on: some take a pasted comment for a command. */
  readonly note: string;
}

/** A key whose id is certain, as the options that name it. */
interface KnownKey {
  readonly row: TriagedKey;
  readonly id: string;
  readonly user: string;
  readonly options: string;
}

const deactivated = ({ options }: KnownKey, note: string): KeySteps => ({
  first: `aws iam update-access-key ${options} --status Inactive`,
  undo: `aws iam update-access-key ${options} --status Active`,
  later: `aws iam delete-access-key ${options}`,
  note,
});

const stepsByAdvice: Readonly<Record<string, (key: KnownKey) => KeySteps>> = {
  'quarantined: act now': (key) =>
    deactivated(
      key,
      'whoever found the key has it, and an undo gives it back to them too. Nothing takes back the later step',
    ),
  delete: (key) => deactivated(key, 'delete it after a week in which nothing broke. Nothing takes that back'),
  'deactivate and watch': (key) =>
    deactivated(key, 'watch for a week, and delete it when nothing broke. Nothing takes that back'),
  rotate: ({ row, user, options }) => ({
    // The one step that could succeed in another account, for a user of the same name.
    first: `test "$(aws sts get-caller-identity --query Account --output text)" = ${shellWord(row.account_id)} && aws iam create-access-key ${user}`,
    undo: `aws iam delete-access-key ${user} --access-key-id NEW_KEY_ID`,
    later: `aws iam update-access-key ${options} --status Inactive`,
    note: 'it prints the new id and, once, its secret, and fails where the user has two keys. The later step is for when every program has the new key, and --status Active takes it back',
  }),
  'replace by a role': ({ row, id, options }) => ({
    first: `aws cloudtrail lookup-events --lookup-attributes AttributeKey=AccessKeyId,AttributeValue=${id}${regionOf(row)}`,
    later: `aws iam update-access-key ${options} --status Inactive`,
    note: 'it lists what the key did in 90 days in one region, and changes nothing. The later step is for when a role does that work, and --status Active takes it back',
  }),
  'ask owner': ({ user }) => ({
    first: `aws iam list-user-tags ${user}`,
    note: 'it lists whom to ask, and changes nothing',
  }),
};

/**
 * The steps that an advice asks for. A key whose id is not certain is looked up first, and nothing is changed.
 * @throws Error for an advice that has none
 */
export function keySteps(row: TriagedKey): KeySteps {
  const steps = stepsByAdvice[row.advice];
  if (steps === undefined) throw new Error(`there are no steps for the advice ${JSON.stringify(row.advice)}`);
  if (row.status === 'excepted')
    return { note: `an exception keeps it: ${shellWord(printable(row.exceptions ?? ''))}` };
  if (row.user_name === '<root_account>') return { note: rootNote };
  if (!isSafeName(row.user_name)) return { note: 'no user of IAM has such a name, look into the report' };
  const user = shellOption('user-name', row.user_name);
  if (row.key_id === null || !/^\w{16,128}$/.test(row.key_id))
    return { first: `aws iam list-access-keys ${user}`, note: unknownNote };
  const options = `${user} --access-key-id ${row.key_id}`;
  return steps({ row, id: row.key_id, user, options });
}

const rootNote =
  'only the root user can, in the console under Security credentials. In member accounts centralized root access deletes its keys without signing in as root';
const unknownNote = 'the id of the key is not certain: find out which one it is before anything is changed';

/** Neither breaks the line, nor makes the AWS CLI read a file or an address (`file://…`) in its place. */
function isSafeName(name: string): boolean {
  return name !== '' && printable(name) === name && !name.includes('://');
}

/** Where it was last used; the region of the profile where the report names none. */
function regionOf({ last_used_region: region }: TriagedKey): string {
  return region !== null && /^[a-z]{2}(-[a-z]+)+-\d$/.test(region) ? ` --region ${region}` : '';
}
