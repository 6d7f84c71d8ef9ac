import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeDigest } from '../../../lambda/digest/compose-digest';
import { mailOf } from '../../../lambda/shared/messages/mail';
import { slackMessageOf } from '../../../lambda/shared/messages/slack';
import { digestCases } from './cases';
import { coverage, digestRows, findingChange, numbers } from './rows';

const week = { id: '2026-W47', days: 7 } as const;
const context = { links: {}, consoleHost: 'console.aws.amazon.com' };
const expected = (file: string) => readFileSync(join(__dirname, 'cases', file), 'utf8');

test.each(digestCases)(
  '$name: mail and Slack read as they should',
  ({ name, rows, period, context: known }) => {
    const document = composeDigest(rows, period, known ?? context);
    const { subject, text } = mailOf(document);
    expect(`Subject: ${subject}\n\n${text}`).toBe(expected(`${name}.mail.txt`));
    const { blocks } = slackMessageOf(document);
    const texts = blocks.map((block) =>
      block.type === 'context' ? block.elements.map((element) => element.text).join('\n') : block.text.text,
    );
    expect(`${texts.join('\n\n')}\n`).toBe(expected(`${name}.slack.txt`));
  },
);

const many = 5_000;
const longest = {
  account_name: '本'.repeat(10_000),
  user_name: '&'.repeat(10_000),
  evidence: '<'.repeat(10_000),
};

test.each([
  { name: 'plain findings', given: {} },
  { name: 'findings with very long names', given: longest },
])('5,000 $name of each control stay within the limits and are counted', ({ given }) => {
  const controls = Array.from({ length: 4 }, (_, index) => `control-${index}`);
  const rows = controls.flatMap((control, at) => [
    ...Array.from({ length: many }, (_, index) =>
      findingChange('new', { control, account_id: String(100_000_000_000 + index), ...given }),
    ),
    // As many as still are a line each.
    ...Array.from({ length: 5 }, (_, index) =>
      findingChange('resolved', { control, account_id: String(200_000_000_000 + 10 * at + index), ...given }),
    ),
  ]);
  const document = composeDigest(digestRows({ digest_finding_changes: rows }), week, context);

  const { subject, text } = mailOf(document);
  expect(subject.length).toBeLessThan(100);
  expect(Buffer.byteLength(text)).toBeLessThan(262_144);
  for (const control of controls)
    expect(text).toContain(`\n  new high ${control}: 5,000 in 5,000 accounts (all of them with`);

  const message = slackMessageOf(document);
  expect(message.blocks.length).toBeLessThanOrEqual(50);
  const texts = message.blocks.flatMap((block) => (block.type === 'section' ? [block.text.text] : []));
  expect(Math.max(...texts.map((one) => one.length))).toBeLessThanOrEqual(3000);
  const [changed] = texts.filter((one) => one.startsWith('*Changed since 7 days ago*'));
  const shown = changed?.match(/^• /gm)?.length ?? 0;
  expect(shown).toBeGreaterThan(0);
  expect(changed).toMatch(/… and \d+ more: all of them with the saved query changes_of_the_week$/);
});

test('refuses no row of coverage instead of telling a wrong number', () => {
  expect(() => composeDigest(digestRows({ digest_coverage: [] }), week, context)).toThrow(
    'the query digest_coverage answered no row, it must answer one',
  );
});

test('large numbers of accounts are readable', () => {
  const counts = { expected: 5000, collected: 1499, failed: 1000, missing: 1500, pending: 1001 };
  const rows = digestRows({ digest_coverage: [coverage(counts)] });
  expect(mailOf(composeDigest(rows, week, context)).text).toContain(
    '1,499 of 5,000 expected accounts handed in the report of 2026-11-22; 1,000\nfailed, 1,500 missing, 1,001 not due yet.',
  );
});

test('a silent account never counts as less', () => {
  // Numbers come from each account's newest report, so `accounts` says of how many.
  const rows = digestRows({ digest_numbers: [numbers(0, { accounts: 1 }), numbers(7)] });
  expect(mailOf(composeDigest(rows, week, context)).text).toContain(
    'from\nthe newest reports of 1 account, compared',
  );
});
