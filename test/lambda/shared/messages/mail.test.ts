import { foreignSentence, type Document } from '../../../../lambda/shared/messages/document';
import { mailOf } from '../../../../lambda/shared/messages/mail';
import { slackMessageOf } from '../../../../lambda/shared/messages/slack';
import { codePoints, cutText, utf8Bytes } from '../../../../lambda/shared/text/cut-text';

const section = (heading: string, lines: number, text: string) => ({
  heading,
  lines: Array.from({ length: lines }, () => [foreignSentence(text), foreignSentence(text)]),
  seeAll: 'the saved query',
});
const documentOf = (sections: number, lines: number, text: string): Document => ({
  title: 'Title',
  lead: ['Lead'],
  sections: Array.from({ length: sections }, (_, index) => section(`section ${index}`, lines, text)),
  footer: 'Footer',
});

test.each([
  { name: 'plain text', text: 'a'.repeat(300), sections: 6, shown: 49 },
  { name: 'characters of three bytes in two sections', text: '名'.repeat(300), sections: 2, shown: 49 },
  // 6 sections of 49 lines of 1,800 bytes are twice what SNS takes.
  { name: 'characters of three bytes in six sections', text: '名'.repeat(300), sections: 6, shown: 24 },
  // An event each, with a section of its own: nothing to leave out.
  { name: 'one line a section', text: '名'.repeat(300), sections: 5, shown: 1, lines: 1 },
])('a mail of $name stays within what SNS takes', ({ text, sections, shown, lines = 60 }) => {
  const mail = mailOf(documentOf(sections, lines, text));
  expect(Buffer.byteLength(mail.text) + Buffer.byteLength(mail.subject)).toBeLessThanOrEqual(262_144);
  const [, first = ''] = mail.text.split('\n\n');
  expect(first.split('\n').filter((line) => line.startsWith(`  ${text.slice(0, 1)}`))).toHaveLength(shown);
  expect(first.includes(`… and ${lines - shown} more: the saved query`)).toBe(lines > shown);
});

// With and without a letter in front, so that the limit falls into a pair of surrogates in one of them.
test.each(['', 'x'])('a line is cut between characters, and a broken text is mended: %j', (first) => {
  const text = `${first}${'😀'.repeat(299)}`;
  const [, section = ''] = mailOf(documentOf(1, 1, text)).text.split('\n\n');
  const [, line = ''] = section.split('\n');
  expect(line.isWellFormed()).toBe(true);
  // 700 units beside the indent, at most one less for a character that does not fit.
  expect([701, 702]).toContain(line.length);
  expect(line.endsWith('😀…')).toBe(true);
  expect(mailOf(documentOf(1, 1, 'half \ud83d of one')).text.isWellFormed()).toBe(true);
});

test('what people take for one character stays whole', () => {
  const family = '👩‍👩‍👧‍👦';
  expect(cutText(family.repeat(3), 25)).toBe(`${family}${family}…`);
  expect(cutText(family.repeat(3), 24)).toBe(`${family}${family}…`);
  expect(cutText(family.repeat(3), 22)).toBe(`${family}…`);
  expect(cutText('e\u0301e\u0301e\u0301', 4, codePoints)).toBe('e\u0301…');
  expect(cutText('名名名', 9, utf8Bytes)).toBe('名名名');
  expect(cutText('名名名', 8, utf8Bytes)).toBe('名…');
});

test('Slack: a title of 150 and a block of 3,000 stay, one more is cut between characters', () => {
  const document = (title: string, lead: string): Document => ({
    title,
    lead: [lead],
    sections: [],
    footer: '',
  });
  const blocks = (title: string, lead: string) =>
    slackMessageOf(document(title, lead)).blocks.map((block) =>
      block.type === 'context' ? '' : block.text.text,
    );
  const [just, beyond] = [`${'t'.repeat(148)}😀`, `${'t'.repeat(149)}😀`];
  expect(blocks(just, '')[0]).toBe(just);
  expect(blocks(beyond, '')[0]).toBe(`${'t'.repeat(149)}…`);
  const [full, over] = [`${'l'.repeat(2998)}😀`, `${'l'.repeat(2999)}😀`];
  expect(blocks('', full)[1]).toBe(full);
  expect(blocks('', over)[1]).toBe(`${'l'.repeat(2999)}…`);
});

test('a mail that is too long with one line a section ends in an ellipsis, within what SNS takes', () => {
  const { subject, text } = mailOf(documentOf(300, 1, '名'.repeat(300)));
  const bytes = Buffer.byteLength(text) + Buffer.byteLength(subject);
  expect(bytes).toBeLessThanOrEqual(262_144);
  expect(bytes).toBeGreaterThan(262_144 - 200);
  expect(text.endsWith('…')).toBe(true);
});
