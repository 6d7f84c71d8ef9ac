import type { Ask, RowOf } from '../../athena-ddl/question';
import { eventDetailsQuestion } from '../../athena-ddl/questions/event-details';
import { messageOf } from '../shared/runtime/message-of';

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
export async function readEventDetails(ask: Ask): Promise<EventDetails> {
  try {
    const rows = await ask(eventDetailsQuestion);
    return {
      byId: new Map(rows.map((row) => [row.event_id ?? '', detailOf(row)])),
      problem: undefined,
    };
  } catch (error) {
    return { byId: new Map(), problem: messageOf(error) };
  }
}

function detailOf(row: RowOf<typeof eventDetailsQuestion>): EventDetail {
  return {
    accountName: row.account_name ?? '',
    ouPath: row.ou_path ?? '',
    exceptions: row.exceptions,
    exceptionControl: row.exception_control ?? '',
    exceptionReason: row.exception_reason ?? '',
    exceptionExpiresOn: row.exception_expires_on ?? '',
  };
}
