/** What `collect` loads only when it runs: the SDK takes longer to load than any other command to answer. */
export { storeListing } from '../../lambda/accounts/store-listing';
export { awsError } from '../aws-error';
export { identifyCaller } from './caller';
export { collectClients } from './clients';
export { collectAccounts } from './collect-accounts';
export { readDestination } from './destination';
export { readDirectory } from './directory';
export { outcomeColumns, outcomeRows } from './outcome-rows';
