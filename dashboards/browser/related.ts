import type { Related } from './list-definition';

/** What belongs to an account. */
export const ofAccount = { account_id: 'account_id' };
/** What belongs to a user of an account. */
export const ofUser = { account_id: 'account_id', user_name: 'user_name' };

/** What says more about an account, or about a user of it. */
export const more = (on: Readonly<Record<string, string>>): readonly Related[] => [
  { list: 'findings', title: 'Findings', on, with: { status: ['open', 'exception_expired'] } },
  { list: 'findings', title: 'Findings with an exception', on, with: { status: ['excepted'] } },
  { list: 'keys', title: 'Keys to act on', on },
  { list: 'changes', title: 'Changes of the last 30 days', on },
];
