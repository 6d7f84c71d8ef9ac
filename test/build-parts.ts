import { buildCatalogs } from '../local/athena/build-catalogs';
import { bundlePage } from '../scripts/bundle-page';

/** Before the tests: after a change of a view each of them would make all views by itself, or find an old script of the page. */
export default function build(): Promise<void> {
  bundlePage();
  return buildCatalogs();
}
