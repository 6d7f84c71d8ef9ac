export { namedQueries, viewFiles, tableFiles } from './athena-ddl';
export { openLocalAthena, type LocalAthena, type QueryResult } from './local-athena';
