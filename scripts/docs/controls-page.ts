import type { ControlRow } from './control-rows';
import { markdownTable } from './markdown-table';
import { pageBelow } from './page-below';

/** `docs/controls.md` with the controls as the view `control` has them. */
export function controlsPage(page: string, rows: readonly ControlRow[]): string {
  const made = [tableOf(rows), ...rows.map(sectionOf)].join('\n\n');
  return pageBelow(page, 'docs/controls.md', 'All controls', made);
}

function tableOf(rows: readonly ControlRow[]): string {
  const head = ['control', 'severity', 'days', 'CIS 7.0', '6.0', '5.0', '3.0', 'Security Hub'];
  return markdownTable(
    head,
    rows.map((row) => [
      `[${row.control}](#${row.control})`,
      row.severity,
      ...[row.threshold_days, row.cis_v7, row.cis_v6, row.cis_v5, row.cis_v3, row.security_hub].map((cell) =>
        String(cell ?? '–'),
      ),
    ]),
  );
}

function sectionOf(row: ControlRow): string {
  return [
    `### ${row.control}`,
    `**${row.asks}** ${row.why}`,
    `First: ${row.first_step}`,
    `If that breaks something: ${row.if_it_breaks}`,
    `AWS: <${row.link}>`,
  ].join('\n\n');
}
