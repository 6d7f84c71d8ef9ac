/** For each table that a query reads: how often, and the days (`yyyy/MM/dd`) that its filters on `dt` leave. */
export type PartitionPlan = ReadonlyMap<
  string,
  {
    readonly scans: number;
    readonly days: ReadonlySet<string>;
    /** The days of all scans, one that two of them read counted twice. */
    readonly daysListed: number;
    /** Whether each scan asks for rows of some account or user alone. */
    readonly isOfFew: boolean;
  }
>;
