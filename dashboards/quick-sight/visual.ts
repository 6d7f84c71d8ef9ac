import type { CfnDashboard } from 'aws-cdk-lib/aws-quicksight';
import type { DrawnQuestion } from '../question';

/** Columns of a question as fields of a visual. */
class Fields {
  constructor(private readonly question: DrawnQuestion) {}

  id(column: string): string {
    return `${this.question.id}.${column}`;
  }

  column(columnName: string): CfnDashboard.ColumnIdentifierProperty {
    return { dataSetIdentifier: this.question.id, columnName };
  }

  dimension(name: string): CfnDashboard.DimensionFieldProperty {
    const field = { fieldId: this.id(name), column: this.column(name) };
    return this.question.columns[name]?.type === 'date'
      ? { dateDimensionField: { ...field, dateGranularity: 'DAY' } }
      : { categoricalDimensionField: field };
  }

  sum(name: string): CfnDashboard.MeasureFieldProperty {
    return {
      numericalMeasureField: {
        fieldId: this.id(name),
        column: this.column(name),
        aggregationFunction: { simpleNumericalAggregation: 'SUM' },
      },
    };
  }

  /** In the order of the smallest value of a column. */
  inOrderOf(column: string): CfnDashboard.FieldSortOptionsProperty {
    return { columnSort: { sortBy: this.column(column), direction: 'ASC', aggregationFunction: smallest } };
  }

  dayByDay(column: string): CfnDashboard.FieldSortOptionsProperty {
    return { fieldSort: { fieldId: this.id(column), direction: 'ASC' } };
  }
}

const smallest = { numericalAggregationFunction: { simpleNumericalAggregation: 'MIN' } };

/** A question over days or ages as a visual of QuickSight, which sums up what accounts have. */
export function visualOf(question: DrawnQuestion): CfnDashboard.VisualProperty {
  const { id, title, chart } = question;
  const fields = new Fields(question);
  const heading = {
    visualId: id,
    title: { visibility: 'VISIBLE', formatText: { plainText: title } },
    subtitle: { visibility: 'VISIBLE', formatText: { plainText: question.question } },
  };
  switch (chart.kind) {
    case 'line':
      return {
        lineChartVisual: {
          ...heading,
          chartConfiguration: {
            type: 'LINE',
            fieldWells: {
              lineChartAggregatedFieldWells: {
                category: [fields.dimension(chart.over)],
                values: chart.series.map(({ column }) => fields.sum(column)),
              },
            },
            sortConfiguration: { categorySort: [fields.dayByDay(chart.over)] },
          },
        },
      };
    case 'columns':
      return {
        barChartVisual: {
          ...heading,
          chartConfiguration: {
            orientation: 'VERTICAL',
            barsArrangement: 'STACKED',
            fieldWells: {
              barChartAggregatedFieldWells: {
                category: [fields.dimension(chart.over)],
                values: chart.series.map(({ column }) => fields.sum(column)),
              },
            },
            sortConfiguration: {
              categorySort: [
                chart.order === chart.over ? fields.dayByDay(chart.over) : fields.inOrderOf(chart.order),
              ],
            },
          },
        },
      };
    case 'bars':
    case 'matrix':
      throw new Error(`${id} is drawn of rows that are counted`);
  }
}
