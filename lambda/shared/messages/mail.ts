import type { Document, Line, Section } from './document';
import { cutText, utf8Bytes } from '../text/cut-text';
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
  return `${[mailLine(document.lead), ...sections, document.footer].join('\n\n')}\n`;
}

/** A subject SNS accepts, whatever the title: a line break in it would begin another header of the mail. */
export function subjectOf(title: string): string {
  const subject = title.replace(/[^\x20-\x7e]+/g, '?').trim();
  return subject.length <= maxSubject ? subject : `${subject.slice(0, maxSubject - 3)}...`;
}

function sectionText({ heading, lines, seeAll }: Section, maxLines: number): string {
  const shown = lines.slice(0, lines.length > maxLines ? maxLines - 1 : maxLines);
  const left = lines.length - shown.length;
  return [
    heading.toUpperCase(),
    ...shown.map((line) => `  ${mailLine(line)}`),
    ...(left > 0 ? [`  … and ${readableNumber(left)} more: ${seeAll}`] : []),
  ].join('\n');
}

function mailLine(line: Line): string {
  const text = line.map((part) => (typeof part === 'string' ? part : oneLine(part))).join('');
  return cutText(text, maxLineCharacters);
}
