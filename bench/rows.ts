import type { Figures } from './figures';

/** What a row measures, and the most that is aimed at; a page shows them in this order. */
export interface Row {
  readonly what: string;
  readonly aim?: Figures;
}

const mebibyte = 1024 * 1024;
const ofYear = { memory: 1_024 * mebibyte };
const folder = '1,000 accounts × 20 users × 30 days';
/** As many days as the bucket keeps. */
export const largeDays = 400;
const large = `5,000 accounts × 20 users × ${largeDays} days`;

const known = {
  artifact: { what: "the collector's artifact", aim: { bytes: 24_576 } },
  'artifact-start': { what: 'starting Node and loading it, SDK included' },
  demo: { what: 'the demo', aim: { time: 9_000 } },
  collect: { what: 'collecting 1,000 accounts × 20 users', aim: { memory: 250 * mebibyte } },
  'collect-sdk': { what: 'the same against the same SDK calls alone', aim: { ratio: 1 } },
  'collect-http': { what: 'the same against bare HTTP requests' },
  'collect-users': { what: 'collecting one account of 5,000 users', aim: { memory: 250 * mebibyte } },
  'collect-facts': {
    what: 'collecting 100 accounts × 20 users with a key each, and their facts, without pauses',
    aim: { memory: 250 * mebibyte },
  },
  history: {
    what: 'a day of 5,000 accounts × 20 users made into history',
    aim: { time: 60_000, memory: 512 * mebibyte },
  },
  'sql-day': { what: '`user_credential`, one day of a year of 100 accounts × 20 users', aim: { time: 100 } },
  'sql-year': { what: '`user_credential` of the year', aim: { time: 260, ...ofYear } },
  'sql-raw': { what: 'the same over the raw columns, which nothing is kept of' },
  'sql-latest-finding': { what: '`latest_finding`', aim: { time: 200, ...ofYear } },
  'sql-finding': { what: '`finding` of the year', aim: { time: 980, ...ofYear } },
  'sql-summary': { what: '`daily_summary` of the year', aim: { time: 1_190, ...ofYear } },
  'sql-change': { what: '`credential_change` of the year', aim: { time: 1_350, ...ofYear } },
  'sql-recent-change': { what: '`recent_credential_change`, 30 days read from 72', aim: ofYear },
  dashboard: { what: `\`dashboard\` of ${folder}, first look`, aim: { time: 9_000 } },
  'dashboard-again': {
    what: `\`dashboard\` of ${folder}, second look`,
    aim: { time: 5_000, memory: 500 * mebibyte },
  },
  'dashboard-next': { what: `\`dashboard\` of ${folder}, the next day` },
  digest: { what: `\`digest\` of ${folder}, first look` },
  'digest-again': {
    what: `\`digest\` of ${folder}, second look`,
    aim: { time: 5_000, memory: 700 * mebibyte },
  },
  'digest-next': { what: `\`digest\` of ${folder}, the next day` },
  trail: { what: '`use` of a million events of one user in 2,000 files', aim: { memory: 500 * mebibyte } },
  'trail-plain': { what: 'the same against DuckDB alone' },
  'large-history': { what: `history of ${large}` },
  'large-coverage': { what: `\`coverage\` of today, ${large}` },
  'large-latest-finding': { what: `\`latest_finding\`, ${large}` },
  'large-old-finding': { what: `\`finding\` of a day long ago, ${large}` },
  'large-recent-change': { what: `\`recent_credential_change\`, ${large}` },
  'large-summary': { what: `\`daily_summary\` of all days, ${large}` },
  'large-dashboard': { what: `\`dashboard\`, ${large}` },
  'large-digest': { what: `\`digest\`, ${large}` },
} satisfies Readonly<Record<string, Row>>;

export type RowName = keyof typeof known;

export const rows: Readonly<Record<RowName, Row>> = known;

/** Names in the order of the page. */
export const rowNames = Object.keys(known) as readonly RowName[];
