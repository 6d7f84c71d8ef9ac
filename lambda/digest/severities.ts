import { readableNumber } from '../shared/text/counted';

/** Severities that a digest tells one by one, the worst first; `info` is only counted. */
export const severities = ['critical', 'high', 'medium', 'low'] as const;

/** `2 critical, 5 high`; `none above info` without any. */
export function bySeverity(countOf: (severity: string) => number): string {
  const counts = severities.map((severity) => ({ severity, count: countOf(severity) }));
  const found = counts.filter(({ count }) => count > 0);
  return found.length === 0
    ? 'none above info'
    : found.map(({ severity, count }) => `${readableNumber(count)} ${severity}`).join(', ');
}

/** The same with those of `info`, where they are counted too: `none above info; 800 info`; `none` without any at all. */
export function byEverySeverity(countOf: (severity: string) => number): string {
  const info = countOf('info');
  if (info > 0) return `${bySeverity(countOf)}; ${readableNumber(info)} info`;
  return severities.some((severity) => countOf(severity) > 0) ? bySeverity(countOf) : 'none';
}
