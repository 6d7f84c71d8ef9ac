import { countOf, textOf, type TextRow } from '../shared/athena/text-row';
import { messageOf } from '../shared/runtime/message-of';
import { eventDetailsQuery } from './contract';

/** What the list of accounts and the exceptions tell about one event; names and reasons are foreign text. */
export interface EventDetail {
  /** Empty when no list of the last days has the account. */
  readonly accountName: string;
  /** Names of the units, `Root/Prod`; empty without a name. */
  readonly ouPath: string;
  /** How many exceptions cover the user on the event's day. */
  readonly exceptions: number;
  /** Of those the one that names most; its fields are empty when there is none. */
  readonly exceptionControl: string;
  readonly exceptionReason: string;
  /** `YYYY-MM-DD`, the last day that it holds. */
  readonly exceptionExpiresOn: string;
}

/** What is known beside the events themselves. */
export interface EventDetails {
  /** By the event's id; an event that is missing here is one of which nothing is known. */
  readonly byId: ReadonlyMap<string, EventDetail>;
  /** Why nothing could be looked up; undefined when it was. */
  readonly problem: string | undefined;
}

/** Asks the view that knows. What cannot be asked is said, and costs no event its message. */
export async function readEventDetails(
  ask: (query: typeof eventDetailsQuery) => Promise<readonly TextRow[]>,
): Promise<EventDetails> {
  try {
    const rows = await ask(eventDetailsQuery);
    return {
      byId: new Map(rows.map((row) => [textOf(row, 'event_id'), detailOf(row)])),
      problem: undefined,
    };
  } catch (error) {
    return { byId: new Map(), problem: messageOf(error) };
  }
}

function detailOf(row: TextRow): EventDetail {
  return {
    accountName: textOf(row, 'account_name'),
    ouPath: textOf(row, 'ou_path'),
    exceptions: countOf(row, 'exceptions'),
    exceptionControl: textOf(row, 'exception_control'),
    exceptionReason: textOf(row, 'exception_reason'),
    exceptionExpiresOn: textOf(row, 'exception_expires_on'),
  };
}
