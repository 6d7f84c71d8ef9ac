import { join } from 'node:path';
import { cases, objectsOf, type Case } from '../../athena-ddl/case';
import { writeObjects } from './write-objects';

/** A case of `test/athena-ddl/cases` with its objects in a bucket of its own. */
export interface CaseDataset {
  readonly name: string;
  readonly folder: string;
  readonly given: Case;
}

export function caseDatasets(folder: string): readonly CaseDataset[] {
  return cases().map(([name, given]) => {
    const dataset = { name: `case_${name.replaceAll('-', '_')}`, folder: join(folder, name), given };
    writeObjects(dataset.folder, objectsOf(given));
    return dataset;
  });
}
