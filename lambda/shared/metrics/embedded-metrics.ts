import { metricNamespace } from './contract';

/**
 * Numbers in CloudWatch's embedded metric format: CloudWatch makes metrics of the line in the log, so the function needs no
 * permission to write any.
 */
export function embeddedMetrics(
  counts: Readonly<Record<string, number>>,
  now: Date,
  unit: 'Count' | 'Seconds' | 'Bytes' = 'Count',
): string {
  return JSON.stringify({
    _aws: {
      Timestamp: now.getTime(),
      CloudWatchMetrics: [
        {
          Namespace: metricNamespace,
          Dimensions: [[]],
          Metrics: Object.keys(counts).map((Name) => ({ Name, Unit: unit })),
        },
      ],
    },
    ...counts,
  });
}
