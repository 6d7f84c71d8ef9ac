import { embeddedMetrics } from '../shared/metrics/embedded-metrics';
import { accountDayBytesMetric, accountDayObjectsMetric } from './contract';
import { largest, type Volume } from './volumes';

/** The most that one account handed in under one day, as lines of the log: metrics, and whose they are. */
export function volumeLines(volumes: readonly Volume[], now: Date): string[] {
  const bytes = largest(volumes, 'bytes');
  const objects = largest(volumes, 'objects');
  return [
    embeddedMetrics({ [accountDayBytesMetric]: bytes?.bytes ?? 0 }, now, 'Bytes'),
    embeddedMetrics({ [accountDayObjectsMetric]: objects?.objects ?? 0 }, now),
    JSON.stringify({ most_bytes: bytes ?? null, most_objects: objects ?? null }),
  ];
}
