import { silentHeading } from '../../../lambda/digest/contract';
import { floodHeading } from '../../../lambda/event-notifier/contract';

/** Headings of `docs/runbook.md` that alarms name: what to do is written there. */
export const runbook = {
  coverage: silentHeading,
  notRunning: 'Nothing is collected',
  coverageCheck: 'The coverage check failed',
  volume: 'A member stops every query',
  history: 'The history is not written',
  historyIncomplete: 'The history lacks objects',
  digest: 'The digest failed',
  digestNotRunning: 'The digest does not run',
  notifier: 'Credential events did not reach everybody',
  flood: floodHeading,
  deadLetters: 'Credential events could not be read',
} as const;

export type RunbookHeading = (typeof runbook)[keyof typeof runbook];
