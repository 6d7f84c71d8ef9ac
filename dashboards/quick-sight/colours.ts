/** Colours of severities as the page has them in the light: QuickSight knows no style sheet. */
export const severityColours: Readonly<Record<string, string>> = {
  critical: '#8b0a3a',
  high: '#cb410b',
  medium: '#b88700',
  low: '#3b7cc4',
  info: '#8a929c',
};
