import type { Tone } from '../question';

/** The colour of a tone as the page's style sheet sets it, for light and for dark. */
export function toneColour(tone: Tone): string {
  return `var(--${tone})`;
}

/** Colours of what surrounds the marks. */
export const chartColours = {
  text: 'var(--muted)',
  strong: 'var(--text)',
  line: 'var(--line)',
  gap: 'var(--card)',
} as const;
