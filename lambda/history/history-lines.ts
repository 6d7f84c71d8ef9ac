import { historySources } from '../report/history-source';
import { embeddedMetrics } from '../shared/metrics/embedded-metrics';
import { objectsNotReadMetric, yesterdayWrittenMetric } from './contract';
import type { UnreadInput } from './manifest';
import type { FileOutcome, HistoryRun } from './run-history';

/** So many objects that were not read are named in the log; the manifests name all. */
const mostNamed = 50;

/** A run as lines of the log: what was made and what failed, objects that were not read, and the metrics. */
export function historyLines({ recent, older, left }: HistoryRun, now: Date): string[] {
  const all = [...recent, ...older];
  const unread = recent.flatMap(unreadOf);
  const newest = recent.slice(0, historySources.length);
  const isWritten = newest.length === historySources.length && newest.every((one) => 'manifest' in one);
  return [
    ...all.flatMap(newsOf),
    ...all
      .flatMap(unreadOf)
      .slice(0, mostNamed)
      .map(({ key, reason }) => JSON.stringify({ not_read: key, reason })),
    ...(left === 0 ? [] : [JSON.stringify({ left_for_the_next_run: left })]),
    embeddedMetrics(
      { [yesterdayWrittenMetric]: isWritten ? 1 : 0, [objectsNotReadMetric]: unread.length },
      now,
    ),
  ];
}

/** @returns what failed, each in a sentence */
export function problemsOf({ recent, older, olderProblem }: HistoryRun): string[] {
  return [
    ...[...recent, ...older].flatMap((one) =>
      'problem' in one ? [`${one.source.name}/${one.day}: ${one.problem}`] : [],
    ),
    ...(olderProblem === undefined ? [] : [`older days are not known: ${olderProblem}`]),
  ];
}

/** What was kept is no news. */
function newsOf(outcome: FileOutcome): string[] {
  const { source, day } = outcome;
  const of = { source: source.name, day };
  if ('problem' in outcome) return [JSON.stringify({ history: 'failed', ...of, problem: outcome.problem })];
  const { why, manifest } = outcome;
  if (why === undefined) return [];
  const { inputs, not_read, rows, bytes } = manifest;
  return [
    JSON.stringify({
      history: 'made',
      ...of,
      why,
      objects: inputs.length,
      not_read: not_read.length,
      rows,
      bytes,
    }),
  ];
}

function unreadOf(outcome: FileOutcome): readonly UnreadInput[] {
  return 'manifest' in outcome ? outcome.manifest.not_read : [];
}
