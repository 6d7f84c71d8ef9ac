import type { CfnDashboard } from 'aws-cdk-lib/aws-quicksight';
import { severityColours } from './colours';
import { findingsTable } from './tables';

type FindingColumn = keyof (typeof findingsTable)['asked']['columns'];

/** Open findings as bars by what a column says, in the colours of their severities; a bar opens into what the next column says. */
export function drillDownVisual(
  visualId: string,
  title: string,
  [first, ...further]: readonly [FindingColumn, ...FindingColumn[]],
): CfnDashboard.VisualProperty {
  const hierarchyId = `${visualId}-levels`;
  const column = (columnName: FindingColumn) => ({ dataSetIdentifier: findingsTable.id, columnName });
  const fieldId = (name: string) => `${visualId}.${name}`;
  return {
    barChartVisual: {
      visualId,
      title: { visibility: 'VISIBLE', formatText: { plainText: title } },
      columnHierarchies: [
        { explicitHierarchy: { hierarchyId, columns: [first, ...further].map((name) => column(name)) } },
      ],
      chartConfiguration: {
        orientation: 'HORIZONTAL',
        barsArrangement: 'STACKED',
        fieldWells: {
          barChartAggregatedFieldWells: {
            category: [
              {
                categoricalDimensionField: { fieldId: fieldId(first), column: column(first), hierarchyId },
              },
            ],
            colors: [
              { categoricalDimensionField: { fieldId: fieldId('severity'), column: column('severity') } },
            ],
            values: [
              {
                categoricalMeasureField: {
                  fieldId: fieldId('findings'),
                  column: column('evidence'),
                  aggregationFunction: 'COUNT',
                },
              },
            ],
          },
        },
        sortConfiguration: {
          categorySort: [{ fieldSort: { fieldId: fieldId('findings'), direction: 'DESC' } }],
        },
        visualPalette: {
          colorMap: Object.entries(severityColours).map(([severity, color]) => ({
            element: { fieldId: fieldId('severity'), fieldValue: severity },
            // Its schema knows capital digits alone.
            color: color.toUpperCase(),
          })),
        },
      },
    },
  };
}
