/** Names that people type: in queries, in the console, on the command line. */
export const databaseName = 'credential_report';
export const workGroupName = 'credential-report';

/** Where Athena puts what it answers, in the bucket. */
export const resultsPrefix = 'athena-results';

/** The same for a trail's events. */
export const trailDatabaseName = 'credential_report_trail';
export const trailWorkGroupName = 'credential-report-trail';
