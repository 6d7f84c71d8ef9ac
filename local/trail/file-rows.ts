import { counted } from '../../lambda/shared/text/counted';
import { eventRow, fieldsOf, type EventRow } from './event-row';

/** What a file of an account's folder holds. */
export interface FileRows {
  /** Events that the view may ask for. */
  readonly rows: readonly EventRow[];
  /** Event sources of its data events, whoever made them. */
  readonly dataEventSources: ReadonlySet<string>;
  /** What was passed over. */
  readonly flaws: readonly string[];
}

/** Whom the view asks for. Roles and services make most of a trail. */
const askedFor = new Set<unknown>(['IAMUser', 'Root', 'FederatedUser']);

/** The rows of a file's records; what is no event, or one of another account, is counted. */
export function fileRows(records: readonly unknown[], region: string, accountId: string): FileRows {
  const rows: EventRow[] = [];
  const dataEventSources = new Set<string>();
  let broken = 0;
  let foreign = 0;
  for (const record of records.map(fieldsOf)) {
    const { eventID, eventTime, eventSource, eventName, recipientAccountId } = record;
    const isEvent = [eventID, eventTime, eventSource, eventName].every((one) => typeof one === 'string');
    if (!isEvent || Number.isNaN(Date.parse(String(eventTime)))) broken++;
    else if ((recipientAccountId ?? accountId) !== accountId) foreign++;
    else {
      if (record['eventCategory'] === 'Data') dataEventSources.add(String(eventSource));
      if (askedFor.has(fieldsOf(record['userIdentity'])['type'])) rows.push(eventRow(record, region));
    }
  }
  const of = counted(records.length, 'record');
  return {
    rows,
    dataEventSources,
    flaws: [
      ...(broken === 0 ? [] : [`${broken} of ${of} are no events`]),
      ...(foreign === 0 ? [] : [`${foreign} of ${of} are of other accounts`]),
    ],
  };
}
