import type { CfnDashboard } from 'aws-cdk-lib/aws-quicksight';
import type { DrawnQuestion } from '../question';
import { drillDownVisual } from './drill-down-visual';
import { filterGroups } from './filters';
import { kpiColumns, kpiVisual } from './kpi-visual';
import { sheetOf, type Placed } from './sheet';
import { tableVisual } from './table-visual';
import { shownTables } from './tables';
import { visualOf } from './visual';

const sheetId = 'credentials';

/** Name of the parameter that holds the days of the trends: letters and digits only. */
const windowDays = 'WindowDays';

/**
 * The dashboard: numbers with their change and a visual for each question, a sheet of findings and users, filters that act on
 * both, and a choice of 7, 14 or 30 days for the lines over time.
 * @param dataSetArns ARN of each dataset, by the id of its question or table
 */
export function dashboardDefinition(
  questions: readonly DrawnQuestion[],
  dataSetArns: Readonly<Record<string, string>>,
): CfnDashboard.DashboardVersionDefinitionProperty {
  const trends = questions.filter(({ chart }) => chart.kind === 'line');
  const kpis = trends
    .slice(0, 1)
    .flatMap((trend) => kpiColumns.map((column): Placed => [kpiVisual(trend, column), 'quarter']));
  const drawn = questions.map((question): Placed => [visualOf(question), 'half']);
  return {
    dataSetIdentifierDeclarations: [...questions, ...shownTables].map(({ id }) => ({
      identifier: id,
      dataSetArn: dataSetArns[id] ?? '',
    })),
    parameterDeclarations: [
      {
        integerParameterDeclaration: {
          name: windowDays,
          parameterValueType: 'SINGLE_VALUED',
          defaultValues: { staticValues: [30] },
        },
      },
    ],
    filterGroups: [...trends.map(windowFilter), ...filterGroups],
    sheets: [
      {
        ...sheetOf(sheetId, 'IAM credentials', [...kpis, ...drawn]),
        parameterControls: [
          {
            dropdown: {
              parameterControlId: 'window',
              sourceParameterName: windowDays,
              title: 'Days of the trend',
              type: 'SINGLE_SELECT',
              selectableValues: { values: ['7', '14', '30'] },
            },
          },
        ],
      },
      sheetOf('findings', 'Findings and users', [
        [
          drillDownVisual('accounts', 'Findings by account, then user', ['account_name', 'user_name']),
          'half',
        ],
        [drillDownVisual('controls', 'Findings by control, then unit', ['control', 'unit']), 'half'],
        ...shownTables.map((table): Placed => [tableVisual(table), 'whole']),
      ]),
    ],
  };
}

/** Lets a trend show the last days only, as many as the parameter says. */
function windowFilter(question: DrawnQuestion): CfnDashboard.FilterGroupProperty {
  const { id, chart } = question;
  if (chart.kind !== 'line') throw new Error(`${id} has no days to choose`);
  return {
    filterGroupId: `${id}-window`,
    crossDataset: 'SINGLE_DATASET',
    status: 'ENABLED',
    scopeConfiguration: {
      selectedSheets: {
        sheetVisualScopingConfigurations: [{ sheetId, scope: 'SELECTED_VISUALS', visualIds: [id] }],
      },
    },
    filters: [
      {
        relativeDatesFilter: {
          filterId: `${id}-days`,
          column: { dataSetIdentifier: id, columnName: chart.over },
          anchorDateConfiguration: { anchorOption: 'NOW' },
          timeGranularity: 'DAY',
          relativeDateType: 'LAST',
          parameterName: windowDays,
          nullOption: 'NON_NULLS_ONLY',
        },
      },
    ],
  };
}
