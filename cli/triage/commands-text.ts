import type { TriagedKey } from '../../athena-ddl/questions/key-triage';
import { printable } from '../output/printable';
import { keySteps } from './key-steps';
import { useCommand } from './use-command';
import { shellWord } from '../output/shell-word';

/** The commands of every key, in their order. Only first steps stand as commands; what may follow is a comment. */
export function commandsText(rows: readonly TriagedKey[]): string {
  return rows.map((row) => `${linesOf(row).join('\n')}\n`).join('\n');
}

function linesOf(row: TriagedKey): string[] {
  const { first, undo, later, note } = keySteps(row);
  const key = row.key_id ?? row.credential.replaceAll('_', ' ');
  return [
    `# ${row.place}. ${row.advice}, ${quoted(key)} of ${quoted(row.user_name)}`,
    `# account ${quoted(row.account_id)}${nameOf(row)}`,
    `# ${note}`,
    ...useLines(row),
    ...(first === undefined ? [] : [first]),
    ...(undo === undefined ? [] : [`# undo: ${undo}`]),
    ...(later === undefined ? [] : [`# later: ${later}`]),
  ];
}

/** What the key did, or whoever has it where its id is not certain; TRAIL is for the reader to fill in. */
function useLines(row: TriagedKey): string[] {
  const command = useCommand(row);
  return command === undefined ? [] : [`# what it did: ${command}`];
}

function nameOf({ account_name: name }: TriagedKey): string {
  return name === null || name.trim() === '' ? '' : `, ${quoted(name)}`;
}

/** Names are quoted in comments too: a shell that takes a pasted comment for a command must find words and nothing else. */
function quoted(text: string): string {
  return shellWord(printable(text));
}
