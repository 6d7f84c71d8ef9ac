export { openLocalAthena, type LocalAthena, type QueryResult } from './local-athena';
