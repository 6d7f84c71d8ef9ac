import { defaultOwnerTag } from '../../lambda/accounts/contract';

/** What is written down of accounts and users beside the reports. */
export interface DetailOptions {
  /**
   * What the list of accounts holds beside ids, names, states and units.
   */
  readonly accountDetails?: {
    /**
     * The accounts' tags.
     * @example true
     */
    readonly tags?: boolean;
    /**
     * The root users' e-mail addresses.
     * @example true
     */
    readonly email?: boolean;
  };
  /**
   * Key of the tag that names an owner, in either case: a user's own tag, else that of its account, which needs
   * `accountDetails: { tags: true }`. Answers take the tag that the newest list of accounts names.
   * @example 'team'
   */
  readonly ownerTag?: string;
  /**
   * What each collector reads beside the report, by read-only calls of IAM: ids of access keys, policies and groups of users,
   * MFA devices, credentials of single services, the password policy. Views about owners and administrators need it.
   */
  readonly userFacts?: {
    /**
     * Whether it is read at all; without it the collectors may not ask for it either.
     * @example false
     */
    readonly collect?: boolean;
    /**
     * The tags of users, which say who owns one.
     * @example false
     */
    readonly tags?: boolean;
  };
}

/** What an option of these is when it is left out. */
export const detailDefaults = {
  accountDetails: { tags: false, email: false },
  ownerTag: defaultOwnerTag,
  userFacts: { collect: true, tags: true },
} as const satisfies DetailOptions;
