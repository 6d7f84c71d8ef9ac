import { counted, readableNumber } from '../../lambda/shared/text/counted';
import { printable } from '../output/printable';
import type { TrailScope } from '../../local/trail';
import { unseenLines } from './unseen-lines';
import type { KnownAction, OtherEvent, PolicyDraft } from './draft-policy';
import { characters, mostCharacters, splitDocument, type PolicyDocument } from './policy-document';

/** What a drafted policy is made of, and what it cannot have. */
export interface DraftNotes {
  readonly draft: PolicyDraft;
  readonly scope: TrailScope;
  /** Day of the list of actions. */
  readonly listedOn: string;
  readonly attempts: number;
  readonly withAttempts: boolean;
}

/** The lists beside the policy: known, unknown, and what no event tells. */
export function draftText(notes: DraftNotes): string {
  const { draft, listedOn } = notes;
  const { known, unknown, withoutPermission } = draft;
  return [
    ...list(`used and known, by the list of actions of ${listedOn}`, [
      ...known.map(knownLine),
      ...withoutPermission.map((event) => `${eventText(event)}: needs no permission`),
    ]),
    ...list(
      'used but unknown, and not in the policy',
      unknown.map((event) => `${eventText(event)}: ${event.reason}`),
    ),
    ...list('cannot be seen', unseenLines(notes)),
  ]
    .map((line) => `${printable(line)}\n`)
    .join('');
}

/** How long the policy is, when IAM does not take it as one. */
export function lengthText(document: PolicyDocument): string {
  if (characters(document) <= mostCharacters) return '';
  const parts = splitDocument(document).map(
    (part) => `${servicesOf(part).join(', ')} (${counted(resourceCount(part), 'resource')})`,
  );
  return [
    `the policy has ${readableNumber(characters(document))} characters, and a managed policy at most ${readableNumber(mostCharacters)}: make ${counted(parts.length, 'policy', 'policies')} of it`,
    ...parts.map((services, at) => `  ${at + 1}: ${services}`),
  ]
    .map((line) => `${line}\n`)
    .join('');
}

function list(title: string, lines: readonly string[]): string[] {
  return [`${title}:`, ...(lines.length === 0 ? ['  nothing'] : lines.map((line) => `  ${line}`))];
}

function knownLine({ action, calls, resources, reason }: KnownAction): string {
  const on = resources.length > 2 ? `${resources.length} resources` : resources.join(' and ');
  return `${action} on ${on}, ${counted(calls, 'call')}${reason === undefined ? '' : `: ${reason}`}`;
}

function eventText({ source, name, calls }: OtherEvent): string {
  return `${source} ${name}, ${counted(calls, 'call')}`;
}

function servicesOf({ Statement }: PolicyDocument): string[] {
  return [...new Set(Statement.flatMap(({ Action }) => Action.map((action) => action.split(':')[0] ?? '')))];
}

function resourceCount({ Statement }: PolicyDocument): number {
  return new Set(Statement.flatMap(({ Resource }) => Resource)).size;
}
