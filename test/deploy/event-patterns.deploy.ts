import { join } from 'node:path';
import { eventCases } from '../lambda/event-notifier/cases';
import { event } from '../lambda/event-notifier/events';
import { matches } from '../lib/event-pattern';
import { propertiesOf, synthesize } from '../lib/synthesize';
import { everythingInOneAccount } from './configurations';
import { eventsOf, type Fields } from './events-of-pattern';
import { runJava } from './java-program';

/** The patterns of the templates in EventBridge's own rule engine, and the tests' own matching against it. */

const { events } = synthesize(everythingInOneAccount);
const rules = [events?.member, events?.rules, events?.bus].flatMap((template) =>
  template === undefined ? [] : propertiesOf<{ EventPattern: Fields }>(template, 'AWS::Events::Rule'),
);
const skeleton = JSON.parse(event()) as Fields;
const ordinary = eventCases.flatMap(({ events: texts }) => texts.map((text) => JSON.parse(text) as Fields));
const pairs = rules.flatMap(({ EventPattern: pattern }) =>
  [...ordinary, ...eventsOf(pattern, skeleton)].map((one) => ({ pattern, event: one })),
);

/** What the rule engine says of each pair. */
async function engineSays(): Promise<boolean[]> {
  const input = pairs.map(
    ({ pattern, event: one }) => `${JSON.stringify(pattern)}\n${JSON.stringify(one)}\n`,
  );
  const ruler = join(__dirname, 'ruler');
  const { code, printed, output } = await runJava(
    join(ruler, 'Match.java'),
    join(ruler, 'artifacts.txt'),
    input.join(''),
  );
  if (code !== 0) throw new Error(output);
  return printed
    .trim()
    .split('\n')
    .map((line) => line === 'true');
}

test('the rule engine takes every pattern, and says of every event what the tests say', async () => {
  const said = await engineSays();
  expect(said).toHaveLength(pairs.length);
  expect(said).toContain(true);
  expect(said).toContain(false);
  const different = pairs.filter(({ pattern, event: one }, index) => matches(pattern, one) !== said[index]);
  expect(different).toEqual([]);
});
