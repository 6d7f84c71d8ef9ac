/** What `preflight` loads only when it runs: the SDK takes longer to load than any other command to answer. */
export { callerIdentity } from '../caller-identity';
export { preflightClients } from './clients';
export { findingsText } from './findings-text';
export { fixTrustedAccess } from './fix-trusted-access';
export { runChecks } from './run-checks';
