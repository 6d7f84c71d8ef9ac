import { buildCatalog } from '../local/athena/catalog';

/** Before the tests: after a change of a view each of them would make all views by itself. */
export default buildCatalog;
