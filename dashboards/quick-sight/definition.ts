import type { CfnDashboard } from 'aws-cdk-lib/aws-quicksight';
import type { DrawnQuestion } from '../question';
import { visualOf } from './visual';

const sheetId = 'credentials';

/** Name of the parameter that holds the days of the trends: letters and digits only. */
const windowDays = 'WindowDays';

/** A sheet is 36 columns wide; two visuals stand side by side. */
const sheetColumns = 36;
const visualRows = 12;

/**
 * The dashboard: a visual for each question, and a choice of 7, 14 or 30 days for the lines over time.
 * @param dataSetArns ARN of each question's dataset, by the question's id
 */
export function dashboardDefinition(
  questions: readonly DrawnQuestion[],
  dataSetArns: Readonly<Record<string, string>>,
): CfnDashboard.DashboardVersionDefinitionProperty {
  const trends = questions.filter(({ chart }) => chart.kind === 'line');
  return {
    dataSetIdentifierDeclarations: questions.map(({ id }) => ({
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
    filterGroups: trends.map(windowFilter),
    sheets: [
      {
        sheetId,
        name: 'IAM credentials',
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
        visuals: questions.map(visualOf),
        layouts: [{ configuration: { gridLayout: { elements: questions.map(place) } } }],
      },
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

function place({ id }: DrawnQuestion, index: number): CfnDashboard.GridLayoutElementProperty {
  const half = sheetColumns / 2;
  return {
    elementId: id,
    elementType: 'VISUAL',
    columnIndex: (index % 2) * half,
    columnSpan: half,
    rowIndex: Math.floor(index / 2) * visualRows,
    rowSpan: visualRows,
  };
}
