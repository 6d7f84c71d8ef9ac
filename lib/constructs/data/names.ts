/** Names that people type: in queries, in the console, on the command line. */
export const databaseName = 'credential_report';
export const workGroupName = 'credential-report';
