import { foreignSentence, type Document } from '../../../../lambda/shared/messages/document';
import { mailOf } from '../../../../lambda/shared/messages/mail';

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
