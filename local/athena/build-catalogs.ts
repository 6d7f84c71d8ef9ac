import { catalog } from './catalog';
import type { CatalogFile } from './catalog-file';
import { dayPlanCatalog, planCatalog } from './plan-catalog';

/** The files that the package ships ready. */
export function catalogFiles(): readonly CatalogFile[] {
  return [catalog, planCatalog, dayPlanCatalog];
}

/** Writes those that are not there: without them every run makes the views by itself, which takes a second. */
export async function buildCatalogs(): Promise<void> {
  for (const file of catalogFiles()) await file.build();
}
