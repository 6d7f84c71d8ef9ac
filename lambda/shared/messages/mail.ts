import { flatLines, type Document, type FlatLine, type Line, type Section } from './document';
import { cutText, utf8Bytes } from '../text/cut-text';
import { wrapText } from '../text/wrap-text';
import { readableNumber } from '../text/counted';
import { oneLine } from './foreign-text';

/** A mail as SNS takes it. */
export interface Mail {
  /** Less than 100 characters, ASCII, no line break: what SNS accepts as a subject. */
  readonly subject: string;
  /** Plain text. */
  readonly text: string;
}

/** SNS: "less than 100 characters". */
const maxSubject = 99;
/** Columns of a terminal, and of most readers of mail that does not wrap by itself. */
const columns = 80;
/** Lines of a section in a mail; longer lists are for a query. */
const maxSectionLines = 50;
/** A line may hold a few foreign texts. */
const maxLineCharacters = 700;
/** SNS: a message has at most 262,144 bytes, its subject included. */
const maxBytes = 262_144 - 100;

/** The document as a plain mail; what had to be left out is counted, with the place to look it up. */
export function mailOf(document: Document): Mail {
  let lines = maxSectionLines;
  let text = mailText(document, lines);
  // Names and reasons of several bytes a character in every section: fewer of them.
  while (Buffer.byteLength(text) > maxBytes && lines > 1) {
    lines = Math.floor(lines / 2);
    text = mailText(document, lines);
  }
  return { subject: subjectOf(document.title), text: cutText(text, maxBytes, utf8Bytes) };
}

function mailText(document: Document, maxLines: number): string {
  const sections = document.sections.map((section) => sectionText(section, maxLines));
  return `${[lineText(document.lead, 0, 0), ...sections, wrapText(document.footer, columns, 0, 0)].join('\n\n')}\n`;
}

/** A subject SNS accepts, whatever the title: a line break in it would begin another header of the mail. */
export function subjectOf(title: string): string {
  const subject = title.replace(/[^\x20-\x7e]+/g, '?').trim();
  return subject.length <= maxSubject ? subject : `${subject.slice(0, maxSubject - 3)}...`;
}

function sectionText({ heading, lines, seeAll }: Section, maxLines: number): string {
  const all = flatLines(lines);
  const shown = all.slice(0, all.length > maxLines ? maxLines - 1 : maxLines);
  const left = all.length - shown.length;
  return [
    heading.toUpperCase(),
    ...shown.map(indentedText),
    ...(left > 0 ? [wrapText(`… and ${readableNumber(left)} more: ${seeAll}`, columns, 2, 4)] : []),
  ].join('\n');
}

function indentedText({ line, under }: FlatLine): string {
  return under ? lineText(['- ', ...line], 4, 2) : lineText(line, 2, 2);
}

/** A line, broken where it is too long, and each of its pages and commands on a line of its own. */
function lineText(line: Line, indent: number, hanging: number): string {
  const texts = line.map((part) =>
    typeof part === 'string' ? part : 'foreign' in part ? oneLine(part) : '',
  );
  const text = cutText(texts.join(''), maxLineCharacters);
  const below = line.flatMap((part) => {
    if (typeof part === 'string' || 'foreign' in part) return [];
    return [`${part.words}: ${'url' in part ? part.url : part.command}`];
  });
  const margin = ' '.repeat(indent + (text === '' ? 0 : hanging));
  return [
    ...(text === '' && below.length > 0 ? [] : [wrapText(text, columns, indent, hanging)]),
    ...below.map((one) => `${margin}${one}`),
  ].join('\n');
}
