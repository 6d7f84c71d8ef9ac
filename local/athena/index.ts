export { namedQueries, viewFiles, tableFiles, type NamedQuery, type SqlFile } from './athena-ddl';
export { openLocalAthena, type LocalAthena, type LocalAthenaProps, type QueryResult } from './local-athena';
export type { DayRange } from './days';
export { DataFolderError, DayRangeError, NoDayInRangeError, QueryError } from './errors';
