import type { DigestInterval } from './contract';

/** What one digest is about; a channel gets one digest for a period. */
export interface DigestPeriod {
  /** `2026-W47` or `2026-11-22`. */
  readonly id: string;
  /** Days that the digest compares with: 7 or 1. */
  readonly days: 7 | 1;
}

const msPerDay = 86_400_000;

/** The period that a digest of this moment is for, in UTC. */
export function periodOf(every: DigestInterval, at: Date): DigestPeriod {
  return every === 'day' ? { id: at.toISOString().slice(0, 10), days: 1 } : { id: isoWeek(at), days: 7 };
}

/** ISO 8601 week: it belongs to the year of its Thursday. */
function isoWeek(at: Date): string {
  const day = Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate());
  const weekday = (at.getUTCDay() + 6) % 7;
  const thursday = day + (3 - weekday) * msPerDay;
  const year = new Date(thursday).getUTCFullYear();
  const week = Math.floor((thursday - Date.UTC(year, 0, 1)) / msPerDay / 7) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}
