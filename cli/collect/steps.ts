/** What `collect` loads only when it runs: the SDK takes longer to load than any other command to answer. */
export { storeAccountList } from '../../lambda/accounts/store-account-list';
export { identifyCaller } from './caller';
export { collectClients } from './clients';
export { collectAccounts } from './collect-accounts';
export { readDestination } from './destination';
export { readAccountList } from './account-list';
export { outcomeColumns, outcomeRows } from './outcome-rows';
export { outcomeSentence } from './outcome-sentence';
export { writingError } from './writing-error';
