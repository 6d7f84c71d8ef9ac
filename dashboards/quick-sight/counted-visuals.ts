import type { CfnDashboard } from 'aws-cdk-lib/aws-quicksight';
import type { DataSet } from './data-sets';

/** What the visuals of counted rows have in common. */
interface Counted<Of extends DataSet> {
  readonly visualId: string;
  readonly title: string;
  /** In words, as somebody would ask it. */
  readonly question: string;
  /** Its rows are counted. */
  readonly of: Of;
}

type ColumnOf<Of extends DataSet> = keyof Of['columns'] & string;

/** Rows as bars by what a column says; a bar opens into what the next column says. */
export interface CountedBars<Of extends DataSet> extends Counted<Of> {
  readonly levels: readonly [ColumnOf<Of>, ...ColumnOf<Of>[]];
  /** Column that parts each bar. */
  readonly parts: ColumnOf<Of>;
  /** Colour of each of its values. @default QuickSight's own */
  readonly colours?: Readonly<Record<string, string>>;
}

export function countedBars<Of extends DataSet>(bars: CountedBars<Of>): CfnDashboard.VisualProperty {
  const { visualId, levels, parts, colours } = bars;
  const [first] = levels;
  const { column, dimension, count, heading } = fieldsOf(bars);
  const hierarchyId = `${visualId}-levels`;
  return {
    barChartVisual: {
      ...heading,
      ...(levels.length > 1 && {
        columnHierarchies: [{ explicitHierarchy: { hierarchyId, columns: levels.map(column) } }],
      }),
      chartConfiguration: {
        orientation: 'HORIZONTAL',
        barsArrangement: 'STACKED',
        fieldWells: {
          barChartAggregatedFieldWells: {
            category: [dimension(first, levels.length > 1 ? { hierarchyId } : {})],
            colors: [dimension(parts)],
            values: [count.field],
          },
        },
        sortConfiguration: { categorySort: [count.mostFirst] },
        ...(colours && {
          visualPalette: {
            colorMap: Object.entries(colours).map(([fieldValue, color]) => ({
              element: { fieldId: `${visualId}.${parts}`, fieldValue },
              // Its schema knows capital digits alone.
              color: color.toUpperCase(),
            })),
          },
        }),
      },
    },
  };
}

/** A count for each pair of a row and a column. */
export interface CountedMatrix<Of extends DataSet> extends Counted<Of> {
  readonly rows: ColumnOf<Of>;
  readonly columns: ColumnOf<Of>;
}

export function countedMatrix<Of extends DataSet>(matrix: CountedMatrix<Of>): CfnDashboard.VisualProperty {
  const { dimension, count, heading } = fieldsOf(matrix);
  return {
    heatMapVisual: {
      ...heading,
      chartConfiguration: {
        fieldWells: {
          heatMapAggregatedFieldWells: {
            rows: [dimension(matrix.rows)],
            columns: [dimension(matrix.columns)],
            values: [count.field],
          },
        },
        sortConfiguration: { heatMapRowSort: [count.mostFirst] },
      },
    },
  };
}

function fieldsOf({ visualId, title, question, of }: Counted<DataSet>) {
  const column = (columnName: string) => ({ dataSetIdentifier: of.id, columnName });
  const fieldId = `${visualId}.count`;
  return {
    column,
    dimension: (name: string, more = {}): CfnDashboard.DimensionFieldProperty => ({
      categoricalDimensionField: { fieldId: `${visualId}.${name}`, column: column(name), ...more },
    }),
    count: {
      // Every row has an account.
      field: {
        categoricalMeasureField: { fieldId, column: column('account_id'), aggregationFunction: 'COUNT' },
      },
      mostFirst: { fieldSort: { fieldId, direction: 'DESC' } },
    },
    heading: {
      visualId,
      title: { visibility: 'VISIBLE', formatText: { plainText: title } },
      subtitle: { visibility: 'VISIBLE', formatText: { plainText: question } },
    },
  };
}
