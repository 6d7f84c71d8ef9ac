import { accountsKey } from '../../lambda/report/object-key';
import { functionQueries } from '../../athena-ddl/sql-files';
import { openLocalAthena } from '../../local/athena';
import { longAfter, report, storedObjects } from '../local/athena/stored-objects';

const [open, excepted, silent, gone] = [
  '100000000002',
  '100000000003',
  '100000000004',
  '100000000005',
] as const;
const listed = (account_id: string) =>
  `${JSON.stringify({ account_id, account_name: account_id, expected: true, tags: { team: 'pay' } })}\n`;
const consoleUser = { user: 'anna', password_enabled: 'true', password_last_used: '2026-11-21T10:00:00Z' };

test('owners are asked for with every account of the list: one without findings has a row without a control', async () => {
  const { text: sql = '' } = functionQueries().find(({ name }) => name === 'digest_owners') ?? {};
  const athena = await openLocalAthena({
    dataFolder: storedObjects({
      [accountsKey(new Date('2026-11-22T00:00:00Z'))]: [open, excepted, silent].map(listed).join(''),
      ...Object.fromEntries(
        [open, excepted, gone].map((id) => [
          `credential-reports/2026/11/22/${id}-Name.csv`,
          report(id, consoleUser),
        ]),
      ),
      'exceptions/exceptions.csv': `account_id,user_name,control,reason,approved_by,expires_on
${excepted},anna,*,on its way,security@example.com,2026-12-22
`,
    }),
    now: longAfter,
  });
  try {
    const { rows } = await athena.query(sql);
    expect(
      rows.map(([account, , tags, severity, control, user]) => [account, tags, severity, control, user]),
    ).toEqual([
      [open, '{"team":"pay"}', 'high', 'console-mfa', 'anna'],
      [excepted, '{"team":"pay"}', null, null, null],
      [silent, '{"team":"pay"}', null, null, null],
    ]);
  } finally {
    athena.close();
  }
});
