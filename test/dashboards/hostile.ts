import { askOf, exampleRows, type ExampleRows } from './example-answers';
import type { AskSql } from '../../dashboards/read-rows';

/** What accounts and users may be called by somebody who wants to be noticed. Each sets `pwned` where it runs. */
export const hostileTexts = [
  `<script>window.pwned = 1</script>`,
  `"><img src=x onerror="window.pwned = 1">`,
  `'><svg onload='window.pwned = 1'>`,
  `</title></style></script><script>window.pwned = 1</script>`,
  `<!--`,
  `]]><script>window.pwned = 1</script>`,
  `javascript:window.pwned = 1`,
  `\u202Enimda@moc.elpmaxe`,
  `zero\u200Bwidth\u0000nul`,
  `{{constructor.constructor('window.pwned = 1')()}}`,
  `&lt;b&gt; &amp; "quotes" 'too'`,
  'W'.repeat(5000),
];

/** The example with every text replaced by a hostile one, but for words that the views choose. */
export const hostileRows = Object.fromEntries(
  Object.entries(exampleRows).map(([name, rows]) => [
    name,
    rows.map((row, index) =>
      Object.fromEntries(
        Object.entries(row).map(([column, value]: [string, string | number | null]) => [
          column,
          [
            'account',
            'account_name',
            'user_name',
            'owner',
            'evidence',
            'reason',
            'exception_reason',
            'approved_by',
            'unit',
          ].includes(column)
            ? hostileTexts[index % hostileTexts.length]
            : value,
        ]),
      ),
    ),
  ]),
) as unknown as ExampleRows;

export const askHostile: AskSql = askOf(hostileRows);
