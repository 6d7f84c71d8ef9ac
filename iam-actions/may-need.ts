import { readTable } from './read-table';

/** An action that calls of another may need too, by what they ask for. No event tells. */
export interface FurtherNeed {
  readonly action: string;
  readonly also: string;
  /** `the role of the function` */
  readonly reason: string;
}

/** What calls of these actions may need besides, in the table's order. */
export function furtherNeeds(actions: readonly string[]): readonly FurtherNeed[] {
  return readTable('may-need.csv', ['action', 'also', 'for'])
    .map(([action = '', also = '', reason = '']) => ({ action, also, reason }))
    .filter(({ action, also }) => actions.includes(action) && !actions.includes(also));
}
