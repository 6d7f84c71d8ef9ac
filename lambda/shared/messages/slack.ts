import type { Document, Foreign, Group, Line, Section } from './document';
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
const maxBlockLines = 12;

/** The document for an incoming webhook; what had to be left out is counted, with the place to look it up. */
export function slackMessageOf(document: Document): SlackMessage {
  const title = cutText(document.title, limits.header);
  const room = limits.blocks - 3;
  const texts = document.sections.flatMap(blockTexts);
  // A block too many is still reported, by the section that it is of.
  const shown = texts.length > room ? texts.slice(0, room - 1) : texts;
  const leftOut = new Set(texts.slice(shown.length).map(({ heading }) => escaped(heading)));
  return {
    text: escaped(title),
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: title } },
      section(fitted(slackLine(document.lead))),
      ...shown.map(({ text }) => section(text)),
      ...(leftOut.size > 0 ? [section(fitted(`Left out: more of ${[...leftOut].join(', ')}`))] : []),
      { type: 'context', elements: [{ type: 'mrkdwn', text: fitted(escaped(document.footer)) }] },
    ],
  };
}

function section(text: string): SlackBlock {
  return { type: 'section', text: { type: 'mrkdwn', text } };
}

interface BlockText {
  readonly heading: string;
  readonly text: string;
}

/** A block for the lines of a section, and one for each of its groups; the heading stands above the first. */
function blockTexts({ heading, lines, seeAll }: Section): BlockText[] {
  const runs = runsOf(lines);
  return runs.map(({ head, lines: own }, at) => ({
    heading,
    text: blockText(
      [...(at === 0 ? [`*${escaped(heading)}*`] : []), ...(head ? [slackLine(head)] : [])],
      own,
      seeAll,
    ),
  }));
}

/** Groups, and the lines between them. */
function runsOf(lines: Section['lines']): (Partial<Group> & Pick<Group, 'lines'>)[] {
  const runs: { head?: Line; lines: Line[] }[] = [];
  for (const one of lines) {
    const last = runs.at(-1);
    if ('head' in one) runs.push({ head: one.head, lines: [...one.lines] });
    else if (last !== undefined && last.head === undefined) last.lines.push(one);
    else runs.push({ lines: [one] });
  }
  return runs.length === 0 ? [{ lines: [] }] : runs;
}

function blockText(heads: readonly string[], lines: readonly Line[], seeAll: string): string {
  const shown: string[] = [];
  let length = heads.join('\n').length;
  const reserve = seeAll.length + 50;
  for (const line of lines.slice(0, lines.length > maxBlockLines ? maxBlockLines - 1 : maxBlockLines)) {
    const text = `• ${slackLine(line)}`;
    if (length + text.length + 1 > limits.text - reserve) break;
    shown.push(text);
    length += text.length + 1;
  }
  const left = lines.length - shown.length;
  const rest = left > 0 ? [`… and ${readableNumber(left)} more: ${escaped(seeAll)}`] : [];
  return fitted([...heads, ...shown, ...rest].join('\n'));
}

function slackLine(line: Line): string {
  return line
    .map((part) => {
      if (typeof part === 'string') return escaped(part);
      if ('foreign' in part) return code(part);
      const words = escaped(part.words);
      return ` ${'url' in part ? `<${escaped(part.url)}|${words}>` : `${words}: \`${escaped(part.command)}\``}`;
    })
    .join('')
    .trim();
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
