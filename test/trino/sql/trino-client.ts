/** Rows as Trino's protocol tells them, with the types of the columns in Trino's words. */
export interface TrinoAnswer {
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly rows: readonly (readonly unknown[])[];
}

interface Page {
  readonly nextUri?: string;
  readonly columns?: TrinoAnswer['columns'];
  readonly data?: TrinoAnswer['rows'];
  readonly error?: { readonly message: string };
}

/** Speaks Trino's HTTP protocol: a statement is posted, and its pages are fetched one after the other. */
export class TrinoClient {
  constructor(private readonly endpoint: string) {}

  /** @throws Error with Trino's message, or when a page does not come within five minutes */
  async run(database: string, sql: string): Promise<TrinoAnswer> {
    const headers = {
      'x-trino-user': 'tier',
      'x-trino-catalog': 'hive',
      'x-trino-schema': database,
      'x-trino-time-zone': 'UTC',
      // Without it timestamps come without their own precision.
      'x-trino-client-capabilities': 'PARAMETRIC_DATETIME',
    };
    const ask = async (url: string, body?: string): Promise<Page> => {
      const method = body === undefined ? 'GET' : 'POST';
      const signal = AbortSignal.timeout(300_000);
      const response = await fetch(url, { method, headers, signal, ...(body !== undefined && { body }) });
      if (!response.ok) throw new Error(`trino answered ${response.status}: ${await response.text()}`);
      return (await response.json()) as Page;
    };
    let page = await ask(`${this.endpoint}/v1/statement`, sql);
    let columns: TrinoAnswer['columns'] = [];
    const rows: (readonly unknown[])[] = [];
    for (;;) {
      if (page.error !== undefined) throw new Error(page.error.message);
      columns = page.columns ?? columns;
      for (const row of page.data ?? []) rows.push(row);
      if (page.nextUri === undefined) return { columns, rows };
      page = await ask(page.nextUri);
    }
  }
}
