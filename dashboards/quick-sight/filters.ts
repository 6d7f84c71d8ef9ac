import type { CfnDashboard } from 'aws-cdk-lib/aws-quicksight';
import { type DataSet, drawnDataSets, findings, rootUser, users } from './data-sets';

/** Name of the parameter that holds the days of the charts over days: letters and digits only. */
const windowDays = 'WindowDays';

interface ChosenColumn {
  readonly columnName: string;
  /** Whose values its control offers. */
  readonly of: DataSet;
  /** Above the control. */
  readonly title: string;
}

/**
 * Columns that readers filter by. Every dataset that has a column of the name is filtered by it: all have unit and account,
 * of which coverage has those without a finding too.
 */
const chosenColumns: readonly ChosenColumn[] = [
  { columnName: 'unit', of: drawnDataSets.coverage, title: 'Organizational unit' },
  { columnName: 'account_id', of: drawnDataSets.coverage, title: 'Account id' },
  { columnName: 'severity', of: findings, title: 'Severity of findings' },
  { columnName: 'control', of: findings, title: 'Control of findings' },
  { columnName: 'open_for', of: findings, title: 'Findings open for' },
];

/** A filter for each of them, and one for the days of every dataset that has days, on every sheet. */
export const filterGroups: readonly CfnDashboard.FilterGroupProperty[] = [
  everywhere('by-day', {
    relativeDatesFilter: {
      filterId: filterId('day'),
      column: { dataSetIdentifier: drawnDataSets.trend.id, columnName: 'day' },
      anchorDateConfiguration: { anchorOption: 'NOW' },
      timeGranularity: 'DAY',
      relativeDateType: 'LAST',
      parameterName: windowDays,
      nullOption: 'NON_NULLS_ONLY',
    },
  }),
  ...chosenColumns.map(({ columnName, of, title }) =>
    everywhere(`by-${columnName}`, {
      categoryFilter: {
        filterId: filterId(columnName),
        column: { dataSetIdentifier: of.id, columnName },
        configuration: {
          filterListConfiguration: { matchOperator: 'CONTAINS', selectAllOptions: 'FILTER_ALL_VALUES' },
        },
        defaultFilterControlConfiguration: {
          title,
          controlOptions: { defaultDropdownOptions: { type: 'MULTI_SELECT' } },
        },
      },
    }),
  ),
];

/** Lets a visual count users without root. */
export function withoutRoot(sheetId: string, visualId: string): CfnDashboard.FilterGroupProperty {
  return {
    filterGroupId: `${visualId}-without-root`,
    crossDataset: 'SINGLE_DATASET',
    status: 'ENABLED',
    scopeConfiguration: {
      selectedSheets: {
        sheetVisualScopingConfigurations: [{ sheetId, scope: 'SELECTED_VISUALS', visualIds: [visualId] }],
      },
    },
    filters: [
      {
        categoryFilter: {
          filterId: `${visualId}-root`,
          column: { dataSetIdentifier: users.id, columnName: 'user_name' },
          configuration: {
            filterListConfiguration: { matchOperator: 'DOES_NOT_CONTAIN', categoryValues: [rootUser] },
          },
        },
      },
    ],
  };
}

function everywhere(
  filterGroupId: string,
  filter: CfnDashboard.FilterProperty,
): CfnDashboard.FilterGroupProperty {
  return {
    filterGroupId,
    crossDataset: 'ALL_DATASETS',
    status: 'ENABLED',
    scopeConfiguration: { allSheets: {} },
    filters: [filter],
  };
}

/** Their controls on a sheet: what is chosen on one holds on the other. */
export function filterControls(sheetId: string): CfnDashboard.FilterControlProperty[] {
  return chosenColumns.map(({ columnName }) => ({
    crossSheet: { filterControlId: `${sheetId}-${columnName}`, sourceFilterId: filterId(columnName) },
  }));
}

/** The days of charts over days, 30 unless their reader chooses others. */
export const windowParameter: CfnDashboard.ParameterDeclarationProperty = {
  integerParameterDeclaration: {
    name: windowDays,
    parameterValueType: 'SINGLE_VALUED',
    defaultValues: { staticValues: [30] },
  },
};

/** Coverage and changes have no days but the last 30. */
export const windowControl: CfnDashboard.ParameterControlProperty = {
  dropdown: {
    parameterControlId: 'window',
    sourceParameterName: windowDays,
    title: 'Days of charts over days',
    type: 'SINGLE_SELECT',
    selectableValues: { values: ['7', '14', '30', '90'] },
  },
};

function filterId(columnName: string): string {
  return `filter-${columnName}`;
}
