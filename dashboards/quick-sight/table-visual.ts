import type { CfnDashboard } from 'aws-cdk-lib/aws-quicksight';
import { labelOf } from '../../athena-ddl/question';
import type { ShownTable } from './tables';

/** A list as a table, row by row, with the words above its columns. */
export function tableVisual({ of, question, columns }: ShownTable): CfnDashboard.VisualProperty {
  const fieldId = (name: string) => `${of.id}.${name}`;
  return {
    tableVisual: {
      visualId: of.id,
      title: { visibility: 'VISIBLE', formatText: { plainText: of.title } },
      subtitle: { visibility: 'VISIBLE', formatText: { plainText: question } },
      chartConfiguration: {
        fieldWells: {
          tableUnaggregatedFieldWells: {
            values: columns.map((columnName) => ({
              fieldId: fieldId(columnName),
              column: { dataSetIdentifier: of.id, columnName },
            })),
          },
        },
        fieldOptions: {
          selectedFieldOptions: columns.map((name) => ({
            fieldId: fieldId(name),
            customLabel: labelOf(of.columns, name),
          })),
          order: columns.map(fieldId),
        },
      },
    },
  };
}
