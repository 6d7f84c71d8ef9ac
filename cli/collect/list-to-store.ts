import type { AccountLine, NotExpectedReason } from '../../lambda/accounts/account-line';
import { accountsKey } from '../../lambda/report/object-key';
import { awsError } from '../aws-error';
import type { ReadableStore } from './destination';

/**
 * The list of accounts as the day is to have it: of accounts that are left out nothing is expected, unless an earlier run of
 * the day was to collect them, whose reports would else count as unexpected.
 * @throws CommandError where the day's list cannot be read
 */
export async function listToStore(
  store: Pick<ReadableStore, 'read'>,
  day: Date,
  lines: readonly AccountLine[],
  leftOut: ReadonlyMap<string, NotExpectedReason>,
): Promise<readonly AccountLine[]> {
  const stored = await store.read(accountsKey(day)).catch((error: unknown) => {
    throw awsError(error, "reading the day's list of accounts");
  });
  const expected = stored === undefined ? new Set() : expectedIds(Buffer.from(stored).toString());
  return lines.map((line) => {
    const reason = leftOut.get(line.account_id);
    if (reason === undefined || !line.expected || expected.has(line.account_id)) return line;
    return { ...line, expected: false, not_expected_reason: reason };
  });
}

/** What cannot be read is expected of nobody. */
function expectedIds(text: string): ReadonlySet<unknown> {
  const lines = text.split('\n').map((line): Partial<AccountLine> | null => {
    try {
      return JSON.parse(line) as Partial<AccountLine> | null;
    } catch {
      return null;
    }
  });
  return new Set(lines.filter((line) => line?.expected === true).map((line) => line?.account_id));
}
