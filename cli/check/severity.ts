import { severities } from '../../lambda/digest/severities';

/** Severities of controls, the worst first. */
export const everySeverity = [...severities, 'info'] as const;

export type Severity = (typeof everySeverity)[number];

/** Those of a severity and above. */
export function fromSeverity(least: Severity): readonly string[] {
  return everySeverity.slice(0, everySeverity.indexOf(least) + 1);
}
