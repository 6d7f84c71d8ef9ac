import type { Answer } from '../../athena-ddl/read-answer';
import type { CredentialUse } from '../../local/trail';

/** Rows of `useSql`, one for each kind of call and day: Athena has one for each day of delivery, and tells every value as text. */
export function usesOfAnswer(accountId: string, { columns, rows }: Answer): readonly CredentialUse[] {
  const uses = new Map<string, CredentialUse>();
  for (const row of rows) {
    const named = Object.fromEntries(columns.map(({ name }, index) => [name, row[index] ?? null]));
    const use = useOf(accountId, (name) => named[name] as string | null);
    const key = JSON.stringify([
      ...[
        use.event_date,
        use.user_name,
        use.is_root,
        use.access_key_id,
        use.event_source,
        use.event_name_raw,
      ],
      ...[use.error_code, use.aws_region, use.is_data_event],
    ]);
    const before = uses.get(key);
    uses.set(key, before === undefined ? use : together(before, use));
  }
  return [...uses.values()];
}

function useOf(accountId: string, text: (name: string) => string | null): CredentialUse {
  const word = (name: string) => text(name) ?? '';
  const lines = (name: string) =>
    word(name)
      .split('\n')
      .filter((line) => line !== '');
  return {
    account_id: accountId,
    event_date: word('event_date'),
    user_name: text('user_name'),
    is_root: text('is_root') === 'true',
    access_key_id: text('access_key_id'),
    event_source: word('event_source'),
    event_name: word('event_name'),
    event_name_raw: word('event_name_raw'),
    error_code: text('error_code'),
    aws_region: word('aws_region'),
    is_data_event: text('is_data_event') === 'true',
    calls: Number(word('calls')),
    first_at: word('first_at'),
    last_at: word('last_at'),
    source_addresses: lines('source_addresses'),
    source_address_count: Number(word('source_address_count')),
    user_agent_count: Number(word('user_agent_count')),
    resources: lines('resources'),
    resources_cut: text('resources_cut') === 'true',
  };
}

/** Two days of delivery of one day of events. Counts of different values are at least the larger one's. */
function together(one: CredentialUse, other: CredentialUse): CredentialUse {
  const distinct = (a: readonly string[], b: readonly string[]) => [...new Set([...a, ...b])].sort();
  const source_addresses = distinct(one.source_addresses, other.source_addresses);
  return {
    ...one,
    calls: one.calls + other.calls,
    first_at: one.first_at < other.first_at ? one.first_at : other.first_at,
    last_at: one.last_at > other.last_at ? one.last_at : other.last_at,
    source_addresses,
    source_address_count: Math.max(
      source_addresses.length,
      one.source_address_count,
      other.source_address_count,
    ),
    user_agent_count: Math.max(one.user_agent_count, other.user_agent_count),
    resources: distinct(one.resources, other.resources),
    resources_cut: one.resources_cut || other.resources_cut,
  };
}
