import { dataSets } from '../../../dashboards/quick-sight/data-sets';
import { rowRules } from '../../../dashboards/quick-sight/row-rules';

const arn = (name: string) => `arn:aws:quicksight:us-east-1:100000000001:group/default/${name}`;

/** Rules of every kind: who sees everything, a unit by its path and by its id, and an account. */
const rules = rowRules({
  everything: [arn('security')],
  some: { [arn('production')]: ['Root/Prod', '100000000001'], [arn('web')]: ['ou-ab12-cdefgh34'] },
});

/** What QuickSight asks each day, by the name of its dataset; no view has its database in front. */
export function dataSetQueries(): readonly { readonly name: string; readonly text: string }[] {
  return [...dataSets, rules].map(({ id, sql }) => ({ name: `dataset ${id}`, text: sql }));
}
