import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { severityColours } from '../../../dashboards/quick-sight/colours';
import { openLocalAthena, type LocalAthena } from '../../../local/athena';
import { syntaxErrors } from '../../athena-ddl/grammar';
import { smallOrganization } from '../../dashboards/small-organization';
import { storedObjects } from '../../local/athena/stored-objects';
import { propertiesOf, synthesize, type Template } from '../synthesize';

const group = 'arn:aws:quicksight:us-east-1:100000000001:group/default/security';
const quickSight = { principalArns: [group] };
const { data } = synthesize({ collectAt: '18:00', quickSight });

interface DataSet {
  readonly DataSetId: string;
  readonly ImportMode: string;
  readonly PhysicalTableMap: Readonly<Record<string, { readonly CustomSql: CustomSql }>>;
  readonly Permissions: readonly { readonly Principal: string }[];
}
interface CustomSql {
  readonly Name: string;
  readonly SqlQuery: string;
  readonly Columns: readonly { readonly Name: string; readonly Type: string }[];
}

interface Visual {
  readonly VisualId: string;
  readonly ColumnHierarchies?: object;
}
interface Filter {
  readonly FilterId: string;
  readonly Column: { readonly ColumnName: string; readonly DataSetIdentifier: string };
}
interface Definition {
  readonly FilterGroups: readonly {
    readonly CrossDataset: string;
    readonly ScopeConfiguration: object;
    readonly Filters: readonly {
      readonly CategoryFilter?: Filter;
      readonly RelativeDatesFilter?: Filter;
    }[];
  }[];
  readonly Sheets: readonly {
    readonly FilterControls: readonly { readonly CrossSheet: { readonly SourceFilterId: string } }[];
    readonly Visuals: readonly Readonly<Record<string, Visual>>[];
    readonly Layouts: readonly {
      readonly Configuration: {
        readonly GridLayout: {
          readonly Elements: readonly {
            readonly ElementId: string;
            readonly ColumnIndex: number;
            readonly ColumnSpan: number;
            readonly RowIndex: number;
            readonly RowSpan: number;
          }[];
        };
      };
    }[];
  }[];
}

const dataSets = propertiesOf<DataSet>(data, 'AWS::QuickSight::DataSet');
const queries = dataSets.flatMap(({ PhysicalTableMap }) =>
  Object.values(PhysicalTableMap).map(({ CustomSql }) => CustomSql),
);
const [dashboard] = propertiesOf<{ readonly Definition: object; readonly Permissions: object }>(
  data,
  'AWS::QuickSight::Dashboard',
);

/** Types of SPICE by those of the local engine. */
const spiceTypes: Readonly<Record<string, string>> = {
  VARCHAR: 'STRING',
  DATE: 'DATETIME',
  INTEGER: 'INTEGER',
  BIGINT: 'INTEGER',
  HUGEINT: 'INTEGER',
};

describe('the SQL of each dataset', () => {
  let folder: string;
  let athena: LocalAthena;
  beforeAll(async () => {
    folder = storedObjects(smallOrganization);
    athena = await openLocalAthena({ dataFolder: folder, now: () => new Date('2026-11-22T12:00:00Z') });
  });
  afterAll(() => {
    athena.close();
    rmSync(folder, { recursive: true });
  });

  test('is there for the trend, findings, users, keys, coverage and changes, each with whose a row is', () => {
    expect(queries.map(({ Name }) => Name).sort()).toEqual([
      'all-open-findings',
      'changes-by-day',
      'console-users-trend',
      'coverage-by-day',
      'key-age',
      'user-list',
    ]);
    for (const { Columns } of queries) {
      expect(Columns).toContainEqual({ Id: 'account_id', Name: 'account_id', Type: 'STRING' });
      expect(Columns).toContainEqual({ Id: 'unit', Name: 'unit', Type: 'STRING' });
    }
  });

  test.each(queries)(
    '$Name answers the columns and types that are declared',
    async ({ SqlQuery, Columns }) => {
      const { columns, rows } = await athena.query(SqlQuery.replaceAll('credential_report.', ''));
      expect(columns.map(({ name, type }) => ({ Id: name, Name: name, Type: spiceTypes[type] }))).toEqual(
        Columns,
      );
      expect(rows.length).toBeGreaterThan(0);
    },
  );

  test.each(queries)(
    '$Name names the database of every view, for QuickSight chooses none',
    async ({ SqlQuery }) => {
      const own = [...SqlQuery.matchAll(/(?:WITH|,)\s+(\w+) AS \(/g)].map(([, name]) => name);
      const sources = [...SqlQuery.matchAll(/\b(?:FROM|JOIN)\s+([\w."]+)/g)].map(([, name]) => name ?? '');
      expect(sources.length).toBeGreaterThan(0);
      expect(sources.filter((name) => !own.includes(name) && !name.startsWith('credential_report.'))).toEqual(
        [],
      );
      expect(await syntaxErrors('trino', SqlQuery)).toEqual([]);
    },
  );
});

describe('what is deployed', () => {
  test('keeps its numbers in SPICE without the deprecated logical tables', () => {
    for (const dataSet of dataSets) {
      expect(dataSet).toMatchObject({
        ImportMode: 'SPICE',
        IngestionWaitPolicy: { WaitForSpiceIngestion: false },
      });
      expect(dataSet).not.toHaveProperty('LogicalTableMap');
    }
  });

  test('is refreshed each day when it is known who is missing, from the first day on', () => {
    // Until 6 hours after the start a report can still come; 5 minutes on top.
    const schedules = propertiesOf(data, 'AWS::QuickSight::RefreshSchedule');
    expect(schedules).toHaveLength(dataSets.length);
    for (const schedule of schedules) {
      expect(schedule).toMatchObject({
        Schedule: {
          RefreshType: 'FULL_REFRESH',
          ScheduleFrequency: { Interval: 'DAILY', TimeOfTheDay: '00:05', TimeZone: 'UTC' },
        },
      });
      expect(schedule).not.toHaveProperty('Schedule.StartAfterDateTime');
    }
  });

  test('comes after the views and the role with its policy', () => {
    const [source] = namesOf(data, 'AWS::QuickSight::DataSource');
    const before = allBefore(data, source ?? '');
    expect(before).toEqual(expect.arrayContaining(namesOf(data, 'Custom::AthenaDdl')));
    expect(
      before.filter((name) => /^QuickSightRole/.test(name)).map((name) => data.Resources[name]?.Type),
    ).toEqual(expect.arrayContaining(['AWS::IAM::Role', 'AWS::IAM::Policy']));
    for (const name of namesOf(data, 'AWS::QuickSight::DataSet'))
      expect(allBefore(data, name)).toContain(source);
  });

  test('comes after the grants that Lake Formation wants, for its role too', () => {
    const granted = synthesize({ lakeFormation: { analysts: [] }, quickSight }).data;
    const grants = namesOf(granted, 'AWS::LakeFormation::PrincipalPermissions');
    const [source] = namesOf(granted, 'AWS::QuickSight::DataSource');
    expect(allBefore(granted, source ?? '')).toEqual(expect.arrayContaining(grants));
    const roles = grants.filter((grant) =>
      JSON.stringify(granted.Resources[grant]).includes('QuickSightRole'),
    );
    expect(roles).toHaveLength(2);
  });

  test('is asked with a role of its own, which QuickSight alone may take', () => {
    const [source] = propertiesOf<object>(data, 'AWS::QuickSight::DataSource');
    const [role] = namesOf(data, 'AWS::IAM::Role').filter((name) => name.startsWith('QuickSightRole'));
    expect(source).toMatchObject({
      Type: 'ATHENA',
      DataSourceParameters: {
        AthenaParameters: { WorkGroup: 'credential-report', RoleArn: { 'Fn::GetAtt': [role, 'Arn'] } },
      },
    });
    expect(data.Resources[role ?? '']?.Properties?.['AssumeRolePolicyDocument']).toMatchObject({
      Statement: [{ Action: 'sts:AssumeRole', Principal: { Service: 'quicksight.amazonaws.com' } }],
    });
  });

  test('is seen by the principals of the configuration alone', () => {
    const seen = [...dataSets, dashboard].map((resource) => JSON.stringify(resource?.Permissions));
    for (const permissions of seen) expect(permissions).toContain(group);
    const [source] = propertiesOf<object>(data, 'AWS::QuickSight::DataSource');
    expect(source).not.toHaveProperty('Permissions');
  });

  test('draws columns that its datasets have', () => {
    const used = [
      ...JSON.stringify(dashboard).matchAll(/"ColumnName":"(\w+)","DataSetIdentifier":"([\w-]+)"/g),
    ];
    const declared = queries.flatMap(({ Name, Columns }) =>
      Columns.map((column) => `${Name}.${column.Name}`),
    );
    expect(used.length).toBeGreaterThan(20);
    expect(
      used.map(([, column, dataSet]) => `${dataSet}.${column}`).filter((one) => !declared.includes(one)),
    ).toEqual([]);
  });

  test('filters act on every sheet and dataset that has their column, and each sheet has their controls', () => {
    const { FilterGroups, Sheets } = dashboard?.Definition as Definition;
    const everywhere = FilterGroups.filter(({ CrossDataset }) => CrossDataset === 'ALL_DATASETS');
    const filters = everywhere.flatMap(({ Filters }) => Filters);
    expect(
      filters
        .map(({ CategoryFilter, RelativeDatesFilter }) => (CategoryFilter ?? RelativeDatesFilter)?.Column)
        .map((column) => `${column?.DataSetIdentifier}.${column?.ColumnName}`),
    ).toEqual([
      'console-users-trend.day',
      // Their controls offer accounts without a finding too.
      'coverage-by-day.unit',
      'coverage-by-day.account_id',
      'all-open-findings.severity',
      'all-open-findings.control',
      'all-open-findings.open_for',
    ]);
    for (const { ScopeConfiguration } of everywhere) expect(ScopeConfiguration).toEqual({ AllSheets: {} });
    const ids = filters.flatMap(({ CategoryFilter }) => CategoryFilter?.FilterId ?? []);
    expect(Sheets).toHaveLength(2);
    for (const { FilterControls } of Sheets)
      expect(FilterControls.map(({ CrossSheet }) => CrossSheet.SourceFilterId)).toEqual(ids);
    const withDays = queries.filter(({ Columns }) => Columns.some(({ Name }) => Name === 'day'));
    expect(withDays.map(({ Name }) => Name).sort()).toEqual([
      'changes-by-day',
      'console-users-trend',
      'coverage-by-day',
    ]);
  });

  test('the visual of users alone leaves root out', () => {
    const { FilterGroups } = dashboard?.Definition as Definition;
    const [single, ...more] = FilterGroups.filter(({ CrossDataset }) => CrossDataset === 'SINGLE_DATASET');
    expect(more).toEqual([]);
    expect(single).toMatchObject({
      ScopeConfiguration: {
        SelectedSheets: {
          SheetVisualScopingConfigurations: [
            { Scope: 'SELECTED_VISUALS', SheetId: 'credentials', VisualIds: ['users-by-account'] },
          ],
        },
      },
      Filters: [
        {
          CategoryFilter: {
            Column: { ColumnName: 'user_name', DataSetIdentifier: 'user-list' },
            Configuration: {
              FilterListConfiguration: {
                MatchOperator: 'DOES_NOT_CONTAIN',
                CategoryValues: ['<root_account>'],
              },
            },
          },
        },
      ],
    });
  });

  test('ids are unique, every visual has a place, and no two places overlap', () => {
    const { Sheets } = dashboard?.Definition as Definition;
    const ids = Sheets.flatMap(({ Visuals }) => Visuals).flatMap((visual) =>
      Object.values(visual).map(({ VisualId }) => VisualId),
    );
    expect(new Set(ids).size).toBe(ids.length);
    const placed = Sheets.flatMap(({ Layouts }) =>
      Layouts.map(({ Configuration }) => Configuration.GridLayout.Elements),
    );
    expect(placed.flat().map(({ ElementId }) => ElementId)).toEqual(ids);
    for (const elements of placed) {
      const cells = elements.flatMap(({ ColumnIndex, ColumnSpan, RowIndex, RowSpan }) =>
        Array.from({ length: ColumnSpan * RowSpan }, (_, at) =>
          [ColumnIndex + (at % ColumnSpan), RowIndex + Math.floor(at / ColumnSpan)].join(),
        ),
      );
      expect(new Set(cells).size).toBe(cells.length);
      expect(Math.max(...elements.map(({ ColumnIndex, ColumnSpan }) => ColumnIndex + ColumnSpan))).toBe(36);
    }
  });

  test('an account opens into its users, in the colours that the page has in the light', () => {
    const { Sheets } = dashboard?.Definition as Definition;
    const [bars] = Sheets.flatMap(({ Visuals }) => Visuals).flatMap(({ BarChartVisual: one }) =>
      one?.VisualId === 'accounts' ? [one] : [],
    );
    expect(JSON.stringify(bars?.ColumnHierarchies)).toMatch(/"account".*"user_name"/);
    const css = readFileSync(join(__dirname, '../../../dashboards/page/page.css'), 'utf8');
    expect(Object.entries(severityColours)).toEqual(
      ['critical', 'high', 'medium', 'low', 'info'].map((severity) => [
        severity,
        new RegExp(`--${severity}: (#[0-9a-f]{6});`).exec(css)?.[1],
      ]),
    );
  });

  test('numbers stand above the trend with their change since the day before', () => {
    const { Sheets } = dashboard?.Definition as Definition;
    const kpis = Sheets.flatMap(({ Visuals }) => Visuals).flatMap(({ KPIVisual: one }) => one ?? []);
    expect(kpis.map(({ VisualId }) => VisualId)).toEqual([
      'kpi-urgent-findings',
      'kpi-console-users',
      'kpi-console-users-without-mfa',
      'kpi-keys-older-than-90-days',
    ]);
  });

  test('lets its reader choose 7, 14, 30 or 90 days', () => {
    const definition = JSON.stringify(dashboard?.Definition);
    expect(definition).toContain(
      '"SelectableValues":{"Values":["7","14","30","90"]},"SourceParameterName":"WindowDays"',
    );
    expect(definition).toContain(
      '"ParameterName":"WindowDays","RelativeDateType":"LAST","TimeGranularity":"DAY"',
    );
  });

  test('is nothing at all unless it is asked for', () => {
    const without = synthesize({}).data;
    expect(JSON.stringify(without)).not.toMatch(/quick-?sight/i);
  });
});

function namesOf({ Resources }: Template, type: string): string[] {
  return Object.entries(Resources)
    .filter(([, resource]) => resource.Type === type)
    .map(([name]) => name);
}

/** Every resource that is made before this one. */
function allBefore(template: Template, name: string): string[] {
  const found = new Set<string>();
  const visit = (one: string) => {
    const resource = template.Resources[one];
    const references = [...JSON.stringify(resource ?? {}).matchAll(/"(?:Ref|Fn::GetAtt)":(?:\[)?"([^"]+)"/g)];
    for (const next of [...(resource?.DependsOn ?? []), ...references.map(([, target]) => target ?? '')]) {
      if (next in template.Resources && !found.has(next)) {
        found.add(next);
        visit(next);
      }
    }
  };
  visit(name);
  return [...found];
}
