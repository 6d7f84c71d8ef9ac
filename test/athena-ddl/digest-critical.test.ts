import { functionQueries } from '../../athena-ddl/sql-files';
import { openLocalAthena } from '../../local/athena';
import { longAfter, report, storedObjects } from '../local/athena/stored-objects';

test('every open critical finding is named, those whose exception expired among them', async () => {
  const day = 'credential-reports/2026/11/22';
  const root = { user: '<root_account>', password_enabled: 'true', mfa_active: 'false' };
  const safe = { ...root, mfa_active: 'true' };
  const dataFolder = storedObjects({
    [`${day}/100000000001-Open.csv`]: report('100000000001', root),
    [`${day}/100000000002-Excepted.csv`]: report('100000000002', root),
    [`${day}/100000000003-Expired.csv`]: report('100000000003', { ...safe, access_key_2_active: 'true' }),
    // A key of the root user that is not active weighs little.
    [`${day}/100000000004-Low.csv`]: report('100000000004', {
      ...safe,
      access_key_1_last_rotated: '2020-01-01T00:00:00Z',
    }),
    [`${day}/100000000005-High.csv`]: report('100000000005', safe, {
      user: 'jane.doe',
      password_enabled: 'true',
    }),
    'exceptions/exceptions.csv': `account_id,user_name,control,reason,approved_by,expires_on
100000000002,<root_account>,root-mfa,ordered,security@example.com,2026-11-22
100000000003,<root_account>,root-access-key,ordered,security@example.com,2026-11-21
`,
  });
  const athena = await openLocalAthena({ dataFolder, now: longAfter });
  const { text: sql = '' } = functionQueries().find(({ name }) => name === 'digest_critical') ?? {};
  const { rows } = await athena.query(sql);
  athena.close();
  expect(rows.map(([account_id, , user_name, control]) => [account_id, user_name, control])).toEqual([
    ['100000000001', '<root_account>', 'root-mfa'],
    ['100000000003', '<root_account>', 'root-access-key'],
  ]);
});
