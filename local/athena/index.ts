export type { LocalAthena, QueryResult } from './local-athena';
export { openLocalAthena } from './open-local-athena';
export { keptFolder } from './kept-store';
