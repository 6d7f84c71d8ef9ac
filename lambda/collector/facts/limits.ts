/** Calls of one run, retries apart: 5,000 users with keys, IAM's quota, and the pages of everything else. */
export const maxCalls = 6_000;

/** Characters of one account's facts before no more is read: 5,000 users have some 9 MB, and an alarm notifies of 20 MB a day. */
export const maxCharacters = 12 * 1024 * 1024;

/** Calls that fail before no more is asked: what denies or throttles the keys of some users does so for all. */
export const maxFailures = 20;

/** Milliseconds between the keys of two users: with one call at a time some 15 a second, of limits that others share. */
export const pauseMs = 25;
