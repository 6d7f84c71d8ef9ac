import { sqlText } from '../athena/sql-text';
import type { TrailPrincipal, TrailSelection } from './trail-selection';

/** Whose rows of `credential_use` a selection asks for. */
export function principalCondition(principal: TrailPrincipal): string {
  if ('user' in principal) return `user_name = ${sqlText(principal.user)}`;
  return 'key' in principal ? `access_key_id = ${sqlText(principal.key)}` : 'is_root';
}

/** An order of rows of `credential_use` that leaves nothing open within a day of `dt`. */
export const orderOfUses =
  'event_date, event_source, event_name_raw, error_code, access_key_id, aws_region, is_data_event, user_name, is_root, region';

/** Rows of `credential_use` of a selection, as `CredentialUse` has them. */
export function useStatement({ accountId, principal, from, to }: TrailSelection): string {
  return `SELECT
    account_id, cast(event_date AS varchar) AS event_date, user_name, is_root, access_key_id, event_source, event_name,
    event_name_raw, error_code, aws_region, is_data_event, calls, cast(first_at AS varchar) AS first_at,
    cast(last_at AS varchar) AS last_at, source_addresses, source_address_count, user_agent_count, resources, resources_cut
  FROM credential_use
  WHERE account_id = ${sqlText(accountId)} AND event_date BETWEEN date ${sqlText(from)} AND date ${sqlText(to)}
    AND ${principalCondition(principal)}
  ORDER BY ${orderOfUses}`;
}
