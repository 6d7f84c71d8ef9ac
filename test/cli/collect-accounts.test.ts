import type { IAMClient } from '@aws-sdk/client-iam';
import type { STSClient } from '@aws-sdk/client-sts';
import { collectAccounts } from '../../cli/collect/collect-accounts';
import type { AccountLine } from '../../lambda/accounts/account-line';

const accounts = Array.from({ length: 30 }, (_, index): AccountLine => ({
  account_id: String(100000000001 + index),
  account_name: `Account ${index}`,
  state: 'ACTIVE',
  joined_at: '2021-05-01T10:00:00Z',
  joined_method: 'CREATED',
  ou_path: 'Root',
  ou_ids: ['r-root'],
  expected: true,
  not_expected_reason: null,
  root_centrally_managed: null,
  organization_id: 'o-ab12cd34ef',
  owner_tag: 'owner',
}));

test.each([1, 4, 100])(
  '%i accounts at the same time, with a client each and no more',
  async (concurrency) => {
    let [inFlight, most, clients, destroyed] = [0, 0, 0, 0];
    const iam = (): IAMClient => {
      clients += 1;
      const send = async () => {
        inFlight += 1;
        most = Math.max(most, inFlight);
        await new Promise(setImmediate);
        inFlight -= 1;
        throw new Error('no report today');
      };
      return { send, destroy: () => (destroyed += 1) } as unknown as IAMClient;
    };
    const done: string[] = [];
    const outcomes = await collectAccounts(
      {
        sts: {} as STSClient,
        ownIam: iam(),
        memberIam: iam,
        store: {
          putNew: () => Promise.resolve('stored'),
          replace: () => Promise.resolve(),
          read: () => Promise.resolve(undefined),
        },
        now: () => new Date('2026-11-22T06:00:00Z'),
        sleep: () => Promise.resolve(),
        random: () => 0,
        version: '0.0.0',
        facts: 'none',
        done: (account) => done.push(account.account_id),
      },
      accounts,
      {
        caller: { accountId: '100000000001', arn: '', partition: 'aws', managementAccountId: '100000000001' },
        roleName: 'Role',
        concurrency,
        scheduledAt: new Date('2026-11-22T06:00:00Z'),
      },
    );
    const workers = Math.min(concurrency, accounts.length);
    expect({ most, clients, destroyed }).toEqual({ most: workers, clients: workers + 1, destroyed: workers });
    expect(outcomes.map(({ account }) => account)).toEqual(accounts);
    expect(done.sort()).toEqual(accounts.map(({ account_id }) => account_id));
  },
);
