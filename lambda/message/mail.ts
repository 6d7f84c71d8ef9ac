import type { Document, Line, Section } from './document';
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
/** Lines of a section in a mail; longer lists are for a query. */
const maxSectionLines = 50;
/** A message of SNS has at most 262,144 bytes; a line may hold a few foreign texts of four-byte characters. */
const maxLineCharacters = 700;

/** The document as a plain mail; what had to be left out is counted, with the place to look it up. */
export function mailOf(document: Document): Mail {
  return {
    subject: subjectOf(document.title),
    text: `${[mailLine(document.lead), ...document.sections.map(sectionText), document.footer].join('\n\n')}\n`,
  };
}

/** A subject SNS accepts, whatever the title: a line break in it would begin another header of the mail. */
export function subjectOf(title: string): string {
  const subject = title.replace(/[^\x20-\x7e]+/g, '?').trim();
  return subject.length <= maxSubject ? subject : `${subject.slice(0, maxSubject - 3)}...`;
}

function sectionText({ heading, lines, seeAll }: Section): string {
  const shown = lines.slice(0, lines.length > maxSectionLines ? maxSectionLines - 1 : maxSectionLines);
  const left = lines.length - shown.length;
  return [
    heading.toUpperCase(),
    ...shown.map((line) => `  ${mailLine(line)}`),
    ...(left > 0 ? [`  … and ${left.toLocaleString('en-US')} more: ${seeAll}`] : []),
  ].join('\n');
}

function mailLine(line: Line): string {
  const text = line.map((part) => (typeof part === 'string' ? part : oneLine(part))).join('');
  return text.length <= maxLineCharacters ? text : `${text.slice(0, maxLineCharacters - 1)}…`;
}
