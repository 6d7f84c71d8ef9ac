import type { TrailPrincipal, TrailSelection } from './trail-selection';

/** A statement with its parameters. */
export interface UseStatement {
  readonly sql: string;
  readonly values: string[];
}

/** Rows of `credential_use` of a selection, as `CredentialUse` has them, in an order that leaves nothing open. */
export function useStatement({ accountId, principal, from, to }: TrailSelection): UseStatement {
  const { condition, value } = conditionOf(principal);
  return {
    sql: `SELECT
      account_id, cast(event_date AS varchar) AS event_date, user_name, is_root, access_key_id, event_source, event_name,
      event_name_raw, error_code, aws_region, is_data_event, calls, cast(first_at AS varchar) AS first_at,
      cast(last_at AS varchar) AS last_at, source_addresses, source_address_count, user_agent_count, resources, resources_cut
    FROM credential_use
    WHERE account_id = ? AND event_date BETWEEN cast(? AS date) AND cast(? AS date) AND ${condition}
    ORDER BY event_date, event_source, event_name_raw, error_code, access_key_id, aws_region, is_data_event, user_name, is_root, region`,
    values: [accountId, from, to, ...value],
  };
}

function conditionOf(principal: TrailPrincipal): { condition: string; value: string[] } {
  if ('user' in principal) return { condition: 'user_name = ?', value: [principal.user] };
  if ('key' in principal) return { condition: 'access_key_id = ?', value: [principal.key] };
  return { condition: 'is_root', value: [] };
}
