import type { Document, Foreign, Line, Section } from './document';
import { cutText } from '../text/cut-text';
import { readableNumber } from '../text/counted';
import { oneLine } from './foreign-text';

type Text = { readonly type: 'mrkdwn' | 'plain_text'; readonly text: string };

/** The blocks of Block Kit that are used here. */
export type SlackBlock =
  | { readonly type: 'header'; readonly text: Text }
  | { readonly type: 'section'; readonly text: Text }
  | { readonly type: 'context'; readonly elements: readonly Text[] };

/** What an incoming webhook takes. */
export interface SlackMessage {
  /** Shown in notifications, and where blocks cannot be. */
  readonly text: string;
  readonly blocks: readonly SlackBlock[];
}

/** Block Kit: at most 50 blocks, 3,000 characters in a text, 150 in a header. */
const limits = { blocks: 50, text: 3000, header: 150 } as const;
/** A channel is read at a glance: lists longer than this are for the mail or a query. */
const maxSectionLines = 12;

/** The document for an incoming webhook; what had to be left out is counted, with the place to look it up. */
export function slackMessageOf(document: Document): SlackMessage {
  const title = cutText(document.title, limits.header);
  const room = limits.blocks - 3;
  // A section too many is still reported, by its heading.
  const shown = document.sections.length > room ? document.sections.slice(0, room - 1) : document.sections;
  const leftOut = document.sections.slice(shown.length);
  return {
    text: escaped(title),
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: title } },
      section(fitted(slackLine(document.lead))),
      ...shown.map((one) => section(sectionText(one))),
      ...(leftOut.length > 0
        ? [section(fitted(`Left out: ${leftOut.map(({ heading }) => escaped(heading)).join(', ')}`))]
        : []),
      { type: 'context', elements: [{ type: 'mrkdwn', text: fitted(escaped(document.footer)) }] },
    ],
  };
}

function section(text: string): SlackBlock {
  return { type: 'section', text: { type: 'mrkdwn', text } };
}

function sectionText({ heading, lines, seeAll }: Section): string {
  const head = `*${escaped(heading)}*`;
  const shown: string[] = [];
  let length = head.length;
  const reserve = seeAll.length + 50;
  for (const line of lines.slice(0, lines.length > maxSectionLines ? maxSectionLines - 1 : maxSectionLines)) {
    const text = `• ${slackLine(line)}`;
    if (length + text.length + 1 > limits.text - reserve) break;
    shown.push(text);
    length += text.length + 1;
  }
  const left = lines.length - shown.length;
  const rest = left > 0 ? [`… and ${readableNumber(left)} more: ${escaped(seeAll)}`] : [];
  return fitted([head, ...shown, ...rest].join('\n'));
}

function slackLine(line: Line): string {
  return line.map((part) => (typeof part === 'string' ? escaped(part) : code(part))).join('');
}

/**
 * A foreign text as inline code, in which Slack formats nothing and mentions nobody; the backtick would end it.
 */
function code(part: Foreign): string {
  const text = escaped(oneLine(part).replaceAll('`', "'"));
  return text.trim() === '' ? text : `\`${text}\``;
}

/** Slack's three control characters: with them escaped, `<!channel>` and links are only text. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function fitted(text: string): string {
  return cutText(text, limits.text);
}
