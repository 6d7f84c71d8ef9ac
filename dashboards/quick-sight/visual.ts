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

  mostFirst(column: string): CfnDashboard.FieldSortOptionsProperty {
    return { fieldSort: { fieldId: this.id(column), direction: 'DESC' } };
  }

  dayByDay(column: string): CfnDashboard.FieldSortOptionsProperty {
    return { fieldSort: { fieldId: this.id(column), direction: 'ASC' } };
  }
}

const smallest = { numericalAggregationFunction: { simpleNumericalAggregation: 'MIN' } };

/** A question as a visual of QuickSight. */
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
    case 'bars': {
      const category = chart.kind === 'bars' ? chart.of : chart.over;
      return {
        barChartVisual: {
          ...heading,
          chartConfiguration: {
            orientation: chart.kind === 'bars' ? 'HORIZONTAL' : 'VERTICAL',
            barsArrangement: 'STACKED',
            fieldWells: {
              barChartAggregatedFieldWells: {
                category: [fields.dimension(category)],
                values: chart.series.map(({ column }) => fields.sum(column)),
              },
            },
            sortConfiguration: {
              categorySort:
                chart.kind === 'bars'
                  ? chart.series.slice(0, 1).map(({ column }) => fields.mostFirst(column))
                  : [chart.order === category ? fields.dayByDay(category) : fields.inOrderOf(chart.order)],
            },
          },
        },
      };
    }
    case 'matrix':
      return {
        heatMapVisual: {
          ...heading,
          chartConfiguration: {
            fieldWells: {
              heatMapAggregatedFieldWells: {
                rows: [fields.dimension(chart.rows)],
                columns: [fields.dimension(chart.columns)],
                values: [fields.sum(chart.value)],
              },
            },
            sortConfiguration: { heatMapRowSort: [fields.mostFirst(chart.value)] },
          },
        },
      };
  }
}
