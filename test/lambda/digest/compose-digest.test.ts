import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeDigest } from '../../../lambda/digest/compose-digest';
import { mailOf } from '../../../lambda/shared/messages/mail';
import { slackMessageOf } from '../../../lambda/shared/messages/slack';
import { digestCases } from './cases';
import { coverage, digestRows, findingChange, numbers } from './rows';

const expected = (file: string) => readFileSync(join(__dirname, 'cases', file), 'utf8');

test.each(digestCases)('$name: mail and Slack read as they should', ({ name, rows, period }) => {
  const document = composeDigest(rows, period);
  const { subject, text } = mailOf(document);
  expect(`Subject: ${subject}\n\n${text}`).toBe(expected(`${name}.mail.txt`));
  const { blocks } = slackMessageOf(document);
  const texts = blocks.map((block) =>
    block.type === 'context' ? block.elements.map((element) => element.text).join('\n') : block.text.text,
  );
  expect(`${texts.join('\n\n')}\n`).toBe(expected(`${name}.slack.txt`));
});

const many = 5_000;
const longest = {
  account_name: '本'.repeat(10_000),
  user_name: '&'.repeat(10_000),
  evidence: '<'.repeat(10_000),
};

test.each([
  { name: 'plain findings', given: {} },
  { name: 'findings with very long names', given: longest },
])('5,000 $name stay within the limits, and what is left out is counted', ({ given }) => {
  const changes = Array.from({ length: many }, () => findingChange('new', given));
  const document = composeDigest(digestRows({ digest_finding_changes: changes }), {
    id: '2026-W47',
    days: 7,
  });

  const { subject, text } = mailOf(document);
  expect(subject.length).toBeLessThan(100);
  expect(Buffer.byteLength(text)).toBeLessThan(262_144);
  // Three lines of counts, and 46 findings on the other lines of the section.
  expect(text).toContain(
    `… and ${(many - 46).toLocaleString('en-US')} more: all of them with credential-report query --named digest_finding_changes`,
  );

  const message = slackMessageOf(document);
  expect(message.blocks.length).toBeLessThanOrEqual(50);
  const texts = message.blocks.flatMap((block) => (block.type === 'section' ? [block.text.text] : []));
  expect(Math.max(...texts.map((one) => one.length))).toBeLessThanOrEqual(3000);
  const [findings] = texts.filter((one) => one.startsWith('*Findings*'));
  const shown = findings?.match(/^• new high/gm)?.length ?? 0;
  expect(shown).toBeGreaterThan(0);
  expect(findings).toContain(
    `… and ${(many - shown).toLocaleString('en-US')} more: all of them with credential-report query`,
  );
});

test('refuses no row of coverage instead of telling a wrong number', () => {
  expect(() => composeDigest(digestRows({ digest_coverage: [] }), { id: '2026-W47', days: 7 })).toThrow(
    'the query digest_coverage answered no row, it must answer one',
  );
});

test('large numbers of accounts are readable', () => {
  const counts = { expected: 5000, collected: 1499, failed: 1000, missing: 1500, pending: 1001 };
  const rows = digestRows({ digest_coverage: [coverage(counts)] });
  expect(mailOf(composeDigest(rows, { id: '2026-W47', days: 7 })).text).toContain(
    '1,499 of 5,000 expected accounts handed in the report of 2026-11-22; 1,000 failed, 1,500 missing, 1,001 not due yet.',
  );
});

test('a silent account never counts as less', () => {
  // Numbers come from each account's newest report, so `accounts` says of how many.
  const rows = digestRows({ digest_numbers: [numbers(0, { accounts: 1 }), numbers(7)] });
  expect(mailOf(composeDigest(rows, { id: '2026-W47', days: 7 })).text).toContain(
    'from the newest reports of 1 account, compared',
  );
});
