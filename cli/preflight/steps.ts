/** What `preflight` loads only when it runs: the SDK takes longer to load than any other command to answer. */
export { callerIdentity } from '../caller-identity';
export { readConfigFile } from './config-file';
export { preflightClients } from './clients';
export { eventsOption } from './events-option';
export { isProblem } from './check-result';
export { checksText } from './checks-text';
export { fixTrustedAccess } from './fix-trusted-access';
export { runChecks } from './run-checks';
