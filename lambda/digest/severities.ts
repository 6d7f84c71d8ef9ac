/** Severities that a digest tells about, the worst first. `info` is counted elsewhere, as numbers. */
export const severities = ['critical', 'high', 'medium', 'low'] as const;

/** `2 critical, 5 high`; `none` without any. */
export function bySeverity(countOf: (severity: string) => number): string {
  const counts = severities.map((severity) => ({ severity, count: countOf(severity) }));
  const told = counts.filter(({ count }) => count > 0);
  return told.length === 0
    ? 'none'
    : told.map(({ severity, count }) => `${count.toLocaleString('en-US')} ${severity}`).join(', ');
}
