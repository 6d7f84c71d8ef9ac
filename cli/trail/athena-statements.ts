import { sqlText } from '../../local/athena/sql-text';
import { orderOfUses, principalCondition, type TrailSelection } from '../../local/trail';

/** Days of delivery as partitions, both included: `yyyy/MM/dd`. */
export interface Delivery {
  readonly first: string;
  readonly last: string;
}

/**
 * Rows of `credential_use` of a selection, lists as lines. A key or a name that options let through has no quote; it is a
 * literal all the same, as the account must be for Athena to open its folders alone.
 */
export function useSql(
  { accountId, principal, from, to }: TrailSelection,
  { first, last }: Delivery,
): string {
  return `SELECT
  cast(event_date AS varchar) AS event_date, user_name, is_root, access_key_id, event_source, event_name, event_name_raw, error_code,
  aws_region, is_data_event, calls, substr(cast(first_at AS varchar), 1, 19) AS first_at,
  substr(cast(last_at AS varchar), 1, 19) AS last_at, array_join(source_addresses, chr(10)) AS source_addresses,
  source_address_count, user_agent_count, array_join(resources, chr(10)) AS resources, resources_cut
FROM credential_use
WHERE account_id = ${sqlText(accountId)} AND dt BETWEEN ${sqlText(first)} AND ${sqlText(last)}
  AND event_date BETWEEN date ${sqlText(from)} AND date ${sqlText(to)} AND ${principalCondition(principal)}
ORDER BY ${orderOfUses}, dt`;
}

/** Regions and days that have events of the account, and sources of data events. */
export function scopeSql({ accountId }: TrailSelection, { first, last }: Delivery): string {
  return `SELECT region, dt, CASE WHEN eventcategory = 'Data' THEN eventsource END AS data_source
FROM cloudtrail_event
WHERE account = ${sqlText(accountId)} AND dt BETWEEN ${sqlText(first)} AND ${sqlText(last)}
GROUP BY 1, 2, 3
ORDER BY 1, 2, 3`;
}
