import type { AdvancedEventSelector, GetEventSelectorsCommandOutput } from '@aws-sdk/client-cloudtrail';

/** Which data events a trail logs, in words: of what, and whether of all of it. */
export function dataEventsText(
  selectors: Pick<GetEventSelectorsCommandOutput, 'EventSelectors' | 'AdvancedEventSelectors'>,
): string {
  const { EventSelectors = [], AdvancedEventSelectors = [] } = selectors;
  const logged = [
    ...EventSelectors.flatMap(({ DataResources = [] }) =>
      DataResources.map(({ Type, Values = [] }) => `${Type}${Values.every(isAll) ? '' : ' (some)'}`),
    ),
    ...AdvancedEventSelectors.flatMap(advanced),
  ];
  return logged.length === 0
    ? 'it logs no data event: what is done with objects of S3, functions and items of tables is in no file'
    : `it logs data events of ${[...new Set(logged)].sort().join(', ')}`;
}

/** `arn:aws:s3` and `arn:aws:lambda` stand for everything of the kind. */
function isAll(value: string): boolean {
  return /^arn:[a-z-]+:[a-z0-9]+$/.test(value);
}

/** Every field but these holds a selector to some of the events. */
const open = ['eventCategory', 'resources.type'];

function advanced({ FieldSelectors = [] }: AdvancedEventSelector): readonly string[] {
  const valuesOf = (field: string) =>
    FieldSelectors.filter(({ Field }) => Field === field).flatMap(({ Equals = [] }) => Equals);
  if (!valuesOf('eventCategory').includes('Data')) return [];
  const isSome = FieldSelectors.some(({ Field = '' }) => !open.includes(Field));
  return valuesOf('resources.type').map((type) => `${type}${isSome ? ' (some)' : ''}`);
}
