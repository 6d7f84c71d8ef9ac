import { labelOf } from '../../athena-ddl/question';
import type { ComponentChildren } from 'preact';
import type { ChartRow } from '../charts/chart-row';
import { drawnWidths, drawQuestion } from '../charts/draw-question';
import type { DrawnQuestion } from '../question';
import { BehindIt } from './behind-it';

/** A question as a card: the picture for each width of the screen, its legend, and what stands behind it. */
export function ChartFigure(props: {
  readonly question: DrawnQuestion;
  readonly rows: readonly ChartRow[];
  /** What the picture says, for those who do not see it and those in a hurry. */
  readonly summary: string;
  /** Takes the whole width of the page. */
  readonly full?: boolean;
  /** What stands beside the picture. */
  readonly children?: ComponentChildren;
  /** What stands below it. */
  readonly below?: ComponentChildren;
}) {
  const { question, rows } = props;
  const { id, title, columns, sql } = question;
  return (
    <section class={props.full === true ? 'card full' : 'card'} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      <p class="summary">{props.summary}</p>
      <div class={props.children === undefined ? undefined : 'beside'}>
        {rows.length > 0 && <Drawing question={question} rows={rows} summary={props.summary} />}
        {props.children}
      </div>
      {props.below}
      <BehindIt title={title} columns={columns} rows={rows} sql={sql} />
    </section>
  );
}

function Drawing(props: {
  readonly question: DrawnQuestion;
  readonly rows: readonly ChartRow[];
  readonly summary: string;
}) {
  const { question, rows, summary } = props;
  return (
    <figure>
      <Legend question={question} rows={rows} />
      {drawnWidths.map((width) => (
        <div
          class={width}
          role="img"
          aria-label={`${question.title}: ${summary} The numbers follow as a table.`}
          dangerouslySetInnerHTML={{ __html: drawQuestion(question, rows, width) ?? '' }}
        />
      ))}
    </figure>
  );
}

/** Names what can be seen: a series without any number is left out. */
function Legend(props: { readonly question: DrawnQuestion; readonly rows: readonly ChartRow[] }) {
  const { chart, columns } = props.question;
  if (chart.kind === 'matrix') return null;
  const seen = chart.series.filter(({ column }) => props.rows.some((row) => row[column] !== 0));
  return (
    <ul class="legend">
      {seen.map(({ column, tone }) => (
        <li>
          <span class={`swatch ${tone}`} />
          {labelOf(columns, column)}
        </li>
      ))}
    </ul>
  );
}
