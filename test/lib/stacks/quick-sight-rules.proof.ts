import { accountsKey } from '../../../lambda/report/object-key';
import { openLocalAthena, type LocalAthena } from '../../../local/athena';
import { storedObjects } from '../../local/athena/stored-objects';
import { syntaxErrors } from '../../athena-ddl/grammar';
import { propertiesOf, synthesize } from '../synthesize';

const arn = (name: string, kind = 'group') =>
  `arn:aws:quicksight:us-east-1:100000000001:${kind}/default/${name}`;
const quickSight = {
  principalArns: [arn('security'), arn('anna', 'user')],
  restricted: {
    [arn('production')]: ['Root/Prod'],
    [arn('web')]: ['ou-ab12-web00000', '100000000009'],
    [arn('bert@example.com', 'user')]: ["Root/O'Neil"],
    [arn('large')]: ['Root/Large'],
    [arn('nobody')]: ['Root/Gone'],
  },
};

interface DataSet {
  readonly DataSetId: string;
  readonly UseAs?: string;
  readonly Permissions?: readonly { readonly Principal: string }[];
  readonly SemanticModelConfiguration: {
    readonly TableMap: Readonly<Record<string, { readonly RowLevelPermissionConfiguration?: object }>>;
  };
  readonly PhysicalTableMap: Readonly<Record<string, { readonly CustomSql: CustomSql }>>;
}
interface CustomSql {
  readonly SqlQuery: string;
  readonly Columns: readonly { readonly Name: string; readonly Type: string }[];
}

const { data } = synthesize({ quickSight });
const dataSets = propertiesOf<DataSet>(data, 'AWS::QuickSight::DataSet');
const [rules] = dataSets.filter(({ UseAs }) => UseAs === 'RLS_RULES');
const shown = dataSets.filter((one) => one !== rules);
const customSql = Object.values(rules?.PhysicalTableMap ?? {})[0]?.CustomSql;

describe('what each sees', () => {
  const unit = (account_id: string, ou_path: string, ...ou_ids: string[]) =>
    JSON.stringify({ account_id, account_name: '', ou_path, ou_ids, state: 'ACTIVE', expected: true });
  const large = Array.from({ length: 301 }, (_, at) => String(200000000000 + at));
  const list = [
    unit('100000000001', 'Root', 'r-ab12'),
    unit('100000000002', 'Root/Prod', 'r-ab12', 'ou-ab12-prod0000'),
    unit('100000000003', 'Root/Prod/Web', 'r-ab12', 'ou-ab12-prod0000', 'ou-ab12-web00000'),
    unit('100000000004', 'Root/Production', 'r-ab12', 'ou-ab12-prod1111'),
    unit('100000000005', "Root/O'Neil", 'r-ab12', 'ou-ab12-neil0000'),
    unit('100000000006', '', 'r-ab12'),
    ...large.map((id) => unit(id, 'Root/Large', 'r-ab12', 'ou-ab12-large000')),
  ].join('\n');
  let athena: LocalAthena;
  beforeAll(async () => {
    const folder = storedObjects({ [accountsKey(new Date('2026-11-22T03:00:00Z'))]: list });
    athena = await openLocalAthena({ dataFolder: folder, now: () => new Date('2026-11-22T12:00:00Z') });
  });
  afterAll(() => athena.close());

  const seen = async () => {
    const sql = customSql?.SqlQuery.replaceAll('credential_report.', '') ?? '';
    const { columns, rows } = await athena.query(sql);
    return rows.map((row) => Object.fromEntries(columns.map(({ name }, at) => [name, row[at]])));
  };
  const of = async (principal: string) =>
    (await seen()).filter(({ UserARN, GroupARN }) => [UserARN, GroupARN].includes(principal));

  test('are the accounts of a unit and of those below it, and of no unit whose name begins alike', async () => {
    expect(await of(arn('production'))).toEqual([
      { UserARN: null, GroupARN: arn('production'), account_id: '100000000002,100000000003' },
    ]);
  });

  test('are those of a unit by its id, and an account by its own, listed or not', async () => {
    expect(await of(arn('web'))).toEqual([
      { UserARN: null, GroupARN: arn('web'), account_id: '100000000003,100000000009' },
    ]);
  });

  test('a user is no group, and a quote in the name of a unit is a quote', async () => {
    const name = arn('bert@example.com', 'user');
    expect(await of(name)).toEqual([{ UserARN: name, GroupARN: null, account_id: '100000000005' }]);
  });

  test('stand in as few rules as fit: 2,047 characters each', async () => {
    const rows = await of(arn('large'));
    const ids = rows.map(({ account_id }) => String(account_id));
    expect(ids.flatMap((one) => one.split(',')).sort()).toEqual(large);
    expect(ids.map((one) => one.length).sort((one, other) => one - other)).toEqual([12, 1949, 1949]);
  });

  test('who sees everything has a rule without an account, and whose unit is gone has none', async () => {
    expect(await of(arn('security'))).toEqual([
      { UserARN: null, GroupARN: arn('security'), account_id: null },
    ]);
    expect(await of(arn('anna', 'user'))).toEqual([
      { UserARN: arn('anna', 'user'), GroupARN: null, account_id: null },
    ]);
    expect(await of(arn('nobody'))).toEqual([]);
  });

  test('is text under the names that QuickSight knows, in SQL that Athena reads', async () => {
    expect(customSql?.Columns).toEqual(
      ['UserARN', 'GroupARN', 'account_id'].map((name) => ({ Id: name, Name: name, Type: 'STRING' })),
    );
    expect(await syntaxErrors('trino', customSql?.SqlQuery ?? '')).toEqual([]);
    const sources = [...(customSql?.SqlQuery.matchAll(/\b(?:FROM|JOIN)\s+([\w."]+)/g) ?? [])];
    expect(sources.map(([, name]) => name)).toContain('credential_report.latest_account');
  });
});

test('every dataset that is shown has the rules, which nobody may read', () => {
  expect(shown).toHaveLength(6);
  const [name] = Object.entries(data.Resources)
    .filter(([, { Properties }]) => Properties?.['UseAs'] === 'RLS_RULES')
    .map(([id]) => id);
  const rulesOf = ({ SemanticModelConfiguration }: DataSet) =>
    Object.values(SemanticModelConfiguration.TableMap).map((table) => table.RowLevelPermissionConfiguration);
  const wanted = {
    RowLevelPermissionDataSet: {
      Arn: { 'Fn::GetAtt': [name, 'Arn'] },
      PermissionPolicy: 'GRANT_ACCESS',
      FormatVersion: 'VERSION_2',
      Status: 'ENABLED',
    },
  };
  for (const dataSet of shown) expect(rulesOf(dataSet)).toEqual([wanted]);
  expect(rules && rulesOf(rules)).toEqual([undefined]);
  expect(rules).not.toHaveProperty('Permissions');
  const everybody = [...quickSight.principalArns, ...Object.keys(quickSight.restricted)];
  const [dashboard] = propertiesOf<DataSet>(data, 'AWS::QuickSight::Dashboard');
  for (const { Permissions = [] } of [...shown, ...(dashboard === undefined ? [] : [dashboard])])
    expect(Permissions.map(({ Principal }) => Principal)).toEqual(everybody);
});

test('without anybody who is restricted there are no rules', () => {
  const free = synthesize({ quickSight: { principalArns: quickSight.principalArns } }).data;
  expect(JSON.stringify(free)).not.toMatch(/RLS_RULES|RowLevelPermission/);
});
