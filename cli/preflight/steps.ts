/** What `preflight` loads only when it runs: the SDK takes longer to load than any other command to answer. */
export { callerIdentity } from '../caller-identity';
export { preflightClients } from './clients';
export { eventsOption } from './events-option';
export { isProblem } from './finding';
export { findingsText } from './findings-text';
export { fixTrustedAccess } from './fix-trusted-access';
export { runChecks } from './run-checks';
