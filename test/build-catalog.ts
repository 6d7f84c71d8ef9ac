import { buildCatalogs } from '../local/athena/build-catalogs';

/** Before the tests: after a change of a view each of them would make all views by itself. */
export default buildCatalogs;
