import type { CfnDashboard } from 'aws-cdk-lib/aws-quicksight';
import { labelOf } from '../../athena-ddl/question';
import { findingsTable } from './tables';

/** Columns that readers filter by. Every dataset that has a column of the name is filtered by it. */
const filtered = ['unit', 'account_id', 'severity', 'control'] as const;

/** A filter for each of them, on every sheet. */
export const filterGroups: readonly CfnDashboard.FilterGroupProperty[] = filtered.map((columnName) => ({
  filterGroupId: `by-${columnName}`,
  crossDataset: 'ALL_DATASETS',
  status: 'ENABLED',
  scopeConfiguration: { allSheets: {} },
  filters: [
    {
      categoryFilter: {
        filterId: filterId(columnName),
        column: { dataSetIdentifier: findingsTable.id, columnName },
        configuration: {
          filterListConfiguration: { matchOperator: 'CONTAINS', selectAllOptions: 'FILTER_ALL_VALUES' },
        },
        defaultFilterControlConfiguration: {
          title: labelOf(findingsTable.asked.columns, columnName),
          controlOptions: { defaultDropdownOptions: { type: 'MULTI_SELECT' } },
        },
      },
    },
  ],
}));

/** Their controls on a sheet: what is chosen on one holds on the other. */
export function filterControls(sheetId: string): CfnDashboard.FilterControlProperty[] {
  return filtered.map((columnName) => ({
    crossSheet: { filterControlId: `${sheetId}-${columnName}`, sourceFilterId: filterId(columnName) },
  }));
}

function filterId(columnName: string): string {
  return `filter-${columnName}`;
}
