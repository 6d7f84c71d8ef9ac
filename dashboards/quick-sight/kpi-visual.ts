import type { CfnDashboard } from 'aws-cdk-lib/aws-quicksight';
import { labelOf } from '../../athena-ddl/question';
import type { DrawnQuestion } from '../question';

/** Columns of the trend that stand above it as one number each. */
export const kpiColumns = [
  'urgent_findings',
  'console_users',
  'console_users_without_mfa',
  'keys_older_than_90_days',
] as const;

/** The newest day's number of a trend, with the change since the day before. */
export function kpiVisual(trend: DrawnQuestion, column: string): CfnDashboard.VisualProperty {
  const { id, chart, columns } = trend;
  if (chart.kind !== 'line') throw new Error(`${id} is no trend`);
  const field = (name: string) => ({
    fieldId: `kpi.${column}.${name}`,
    column: { dataSetIdentifier: id, columnName: name },
  });
  return {
    kpiVisual: {
      visualId: `kpi-${column.replaceAll('_', '-')}`,
      title: { visibility: 'VISIBLE', formatText: { plainText: labelOf(columns, column) } },
      subtitle: {
        visibility: 'VISIBLE',
        formatText: { plainText: 'Compared with the day before, whatever severity and control' },
      },
      chartConfiguration: {
        fieldWells: {
          values: [
            {
              numericalMeasureField: {
                ...field(column),
                aggregationFunction: { simpleNumericalAggregation: 'SUM' },
              },
            },
          ],
          trendGroups: [{ dateDimensionField: { ...field(chart.over), dateGranularity: 'DAY' } }],
        },
        kpiOptions: {
          comparison: { comparisonMethod: 'DIFFERENCE' },
          primaryValueDisplayType: 'ACTUAL',
          sparkline: { visibility: 'VISIBLE', type: 'LINE' },
        },
      },
    },
  };
}
