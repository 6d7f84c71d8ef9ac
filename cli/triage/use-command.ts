import type { TriagedKey } from '../../athena-ddl/questions/key-triage';
import { shellOption } from '../output/shell-word';
import { isAccessKeyId, isUserName } from '../trail/principal-options';

/** The command that says what a key did; of its user where the id is not certain, and none for a name that IAM does not allow. */
export function useCommand(row: TriagedKey): string | undefined {
  const { account_id: account, user_name: user, key_id: key } = row;
  if (!/^\d{12}$/.test(account)) return undefined;
  const who =
    user === '<root_account>'
      ? '--root'
      : key !== null && isAccessKeyId(key)
        ? `--key ${key}`
        : isUserName(user)
          ? shellOption('user', user)
          : undefined;
  return who === undefined ? undefined : `credential-report use --account ${account} ${who} --trail TRAIL`;
}
