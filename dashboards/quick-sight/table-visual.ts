import type { CfnDashboard } from 'aws-cdk-lib/aws-quicksight';
import type { ShownTable } from './tables';

/** A list as a table, row by row, with the words above its columns. */
export function tableVisual({ id, title, question, asked }: ShownTable): CfnDashboard.VisualProperty {
  const columns = Object.entries(asked.columns);
  const fieldId = (name: string) => `${id}.${name}`;
  return {
    tableVisual: {
      visualId: id,
      title: { visibility: 'VISIBLE', formatText: { plainText: title } },
      subtitle: { visibility: 'VISIBLE', formatText: { plainText: question } },
      chartConfiguration: {
        fieldWells: {
          tableUnaggregatedFieldWells: {
            values: columns.map(([columnName]) => ({
              fieldId: fieldId(columnName),
              column: { dataSetIdentifier: id, columnName },
            })),
          },
        },
        fieldOptions: {
          selectedFieldOptions: columns.map(([name, { label }]) => ({
            fieldId: fieldId(name),
            customLabel: label ?? name,
          })),
          order: columns.map(([name]) => fieldId(name)),
        },
      },
    },
  };
}
