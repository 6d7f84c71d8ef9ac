import { accountsTimeoutSeconds } from '../../../lambda/accounts/contract';
import { clientSettings } from '../../../lambda/collector/client-settings';
import { collectorTimeoutSeconds, reserveMs } from '../../../lambda/collector/contract';
import { coverageCheckReserveMs, coverageCheckTimeoutSeconds } from '../../../lambda/coverage-check/contract';
import { digestReserveMs, digestTimeoutSeconds } from '../../../lambda/digest/contract';
import {
  notifierEveryMinutes,
  notifierPauseSeconds,
  notifierReserveMs,
  notifierSendMs,
  notifierTimeoutSeconds,
} from '../../../lambda/event-notifier/contract';
import { historyReserveMs, historyTimeoutSeconds } from '../../../lambda/history/contract';
import {
  accountsLeadMinutes,
  historyAt,
  lastRunEndsMinutes,
  maxRetryAgeSeconds,
  maxScheduleAgeSeconds,
  parseTimeOfDay,
  silentHours,
  notifyDelayMinutes,
} from '../../../lib/config/timing';

const call = clientSettings.requestHandler.requestTimeout / 1_000;
const minute = 60;
const hour = 60 * minute;

interface Time {
  readonly what: string;
  /** All in seconds. */
  readonly atLeast: number;
  readonly is: number;
  readonly atMost: number;
  /** Where the two limits come from. */
  readonly why: string;
}

const historyStart = parseTimeOfDay(historyAt) * minute;

const times: readonly Time[] = [
  {
    what: 'an attempt at a call of the collector',
    atLeast: 5,
    is: call,
    atMost: 10,
    why: 'a report of 2.5 MB is put within seconds; three attempts are as long as the last step',
  },
  {
    what: 'waiting for the report',
    atLeast: 5 * minute,
    is: collectorTimeoutSeconds - reserveMs.report / 1_000,
    atMost: 15 * minute,
    why: "IAM's lack of capacity passes within minutes; Lambda allows 15",
  },
  {
    what: "reading the account's name",
    atLeast: 2 * call,
    is: (reserveMs.report - reserveMs.name) / 1_000,
    atMost: minute,
    why: 'an attempt at STS and one at Organizations; the report waits for it',
  },
  {
    what: 'putting the report',
    atLeast: 2 * call,
    is: (reserveMs.name - reserveMs.put) / 1_000,
    atMost: minute,
    why: 'two attempts',
  },
  {
    what: 'putting the run record',
    atLeast: 2 * call,
    is: reserveMs.put / 1_000,
    atMost: minute,
    why: 'two attempts',
  },
  {
    what: 'a run of the collector',
    atLeast: 5 * minute,
    is: collectorTimeoutSeconds,
    atMost: 15 * minute,
    why: 'Lambda allows 15 minutes',
  },
  {
    what: 'listing the accounts',
    atLeast: 5 * minute,
    is: accountsTimeoutSeconds,
    atMost: accountsLeadMinutes * minute,
    why: 'with tags, Organizations is asked once per account; the list is there when the collection starts',
  },
  {
    what: 'the lead of the list of accounts',
    atLeast: accountsTimeoutSeconds,
    is: accountsLeadMinutes * minute,
    atMost: hour,
    why: 'the earliest collection begins so many minutes after midnight',
  },
  {
    what: "Scheduler's tries",
    atLeast: hour,
    is: maxScheduleAgeSeconds,
    atMost: 2 * hour,
    why: 'a disturbance of an hour costs no report; a report stays in its day',
  },
  {
    what: "Lambda's retries",
    atLeast: 3 * collectorTimeoutSeconds + 3 * minute,
    is: maxRetryAgeSeconds,
    atMost: hour,
    why: 'three runs and the pauses of 1 and 2 minutes in between; a report stays in its day',
  },
  {
    what: 'the last try of the default collection, after midnight',
    // 03:00, an hour of spreading, two of Scheduler, one of Lambda, one run.
    atLeast: 7 * hour + 10 * minute,
    is: lastRunEndsMinutes(parseTimeOfDay('03:00'), 60) * minute,
    atMost: 7 * hour + 10 * minute,
    why: 'the sum of all that may come late',
  },
  {
    what: 'notifying, after the collection started',
    atLeast: 6 * hour + minute,
    is: notifyDelayMinutes * minute,
    atMost: 7 * hour,
    why: 'the view coverage waits 6 hours for an account; the default is reported on the same morning',
  },
  {
    what: 'silence that is reported',
    atLeast: 24 * hour + maxScheduleAgeSeconds + maxRetryAgeSeconds + hour,
    is: silentHours * hour,
    atMost: 7 * 24 * hour,
    why: 'a day, all that may come late and the hour of a metric; CloudWatch looks back 7 days',
  },
  {
    what: 'notifying of a digest',
    // Slack: four posts of at most 10 s, three pauses of at most 60 s.
    atLeast: 4 * 10 + 3 * 60,
    is: digestReserveMs / 1_000,
    atMost: digestTimeoutSeconds - 2 * minute,
    why: 'the queries have two minutes',
  },
  {
    what: 'notifying of credential events',
    atLeast: 4 * 10 + 3 * notifierPauseSeconds + 20,
    is: notifierSendMs / 1_000,
    atMost: notifierTimeoutSeconds - minute,
    why: 'the same posts with shorter pauses, and removing 2,000 messages; looking up has the rest',
  },
  {
    what: 'keeping credential events and looking them up',
    atLeast: minute,
    is: (notifierReserveMs - notifierSendMs) / 1_000,
    atMost: 2 * minute,
    why: '2,000 events, 20 at a time, and a query; receiving has the rest',
  },
  {
    what: 'receiving credential events',
    atLeast: 30,
    is: notifierTimeoutSeconds - notifierReserveMs / 1_000,
    atMost: 2 * minute,
    why: '2,000 messages, ten at a time',
  },
  {
    what: 'a run of the notifier',
    atLeast: 4 * minute,
    is: notifierTimeoutSeconds,
    atMost: notifierEveryMinutes * minute - 1,
    why: 'two never work at the same time',
  },
  {
    what: 'the end of the history of yesterday, after midnight',
    atLeast: 0,
    is: historyStart + historyTimeoutSeconds,
    // The earliest collection begins with the list of accounts, and is reported so much later.
    atMost: (accountsLeadMinutes + notifyDelayMinutes) * minute,
    why: 'a day that is over, before the earliest digest and coverage check ask for it',
  },
  {
    what: 'the last try of the history of yesterday, after midnight',
    atLeast: 0,
    is: historyStart + maxScheduleAgeSeconds + maxRetryAgeSeconds + historyTimeoutSeconds,
    atMost: 12 * hour,
    why: 'an alarm by noon',
  },
  {
    what: 'silence of the history that is reported, after the midnight before',
    atLeast: 24 * hour + historyStart + maxScheduleAgeSeconds + maxRetryAgeSeconds,
    is: historyStart + (silentHours + 1) * hour,
    atMost: 36 * hour,
    why: 'noon of the day on which it did not run, with the hour of a metric',
  },
  {
    what: 'a day of the history that is begun last',
    atLeast: minute,
    is: historyReserveMs / 1_000,
    atMost: historyTimeoutSeconds / 2,
    why: 'a day of 5,000 accounts takes a minute',
  },
  {
    what: 'the query of the coverage',
    atLeast: 2 * minute,
    is: coverageCheckTimeoutSeconds - coverageCheckReserveMs / 1_000,
    atMost: 15 * minute,
    why: 'two minutes for the organization of 5,000 accounts; Lambda allows 15',
  },
];

test.each(times)('$what takes $is seconds, of $atLeast to $atMost', ({ atLeast, is, atMost }) => {
  expect(is).toBeGreaterThanOrEqual(atLeast);
  expect(is).toBeLessThanOrEqual(atMost);
});
