import type { CredentialUse } from '../../local/trail';

/** One kind of call over all days, regions and keys. */
export interface SummedUse {
  readonly service: string;
  readonly event: string;
  readonly error: string | null;
  readonly calls: number;
  readonly firstAt: string;
  readonly lastAt: string;
  readonly regions: readonly string[];
  /** Of those that the rows name. */
  readonly addresses: readonly string[];
  readonly resources: readonly string[];
  /** Whether there are more addresses or resources than rows name. */
  readonly isCut: boolean;
}

/** Sums rows of days, in the order of service, event and error. */
export function summedUses(uses: readonly CredentialUse[]): readonly SummedUse[] {
  const groups = new Map<string, CredentialUse[]>();
  for (const use of uses) {
    const kind = JSON.stringify([use.event_source, use.event_name, use.error_code]);
    groups.set(kind, [...(groups.get(kind) ?? []), use]);
  }
  return [...groups.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, rows]) => sumOf(rows));
}

function sumOf(rows: readonly CredentialUse[]): SummedUse[] {
  const [first] = rows;
  if (first === undefined) return [];
  const distinct = (of: (row: CredentialUse) => readonly string[]) => [...new Set(rows.flatMap(of))].sort();
  return [
    {
      service: first.event_source.replace(/\.amazonaws\.com$/, ''),
      event: first.event_name,
      error: first.error_code,
      calls: rows.reduce((sum, { calls }) => sum + calls, 0),
      firstAt: rows.map(({ first_at: at }) => at).sort()[0] ?? '',
      lastAt:
        rows
          .map(({ last_at: at }) => at)
          .sort()
          .at(-1) ?? '',
      regions: distinct(({ aws_region }) => [aws_region]),
      addresses: distinct(({ source_addresses }) => source_addresses),
      resources: distinct(({ resources }) => resources),
      isCut: rows.some((row) => row.resources_cut || row.source_address_count > row.source_addresses.length),
    },
  ];
}
