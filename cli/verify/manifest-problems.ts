import type { Manifest } from '../../lambda/history/manifest';
import type { Problem } from './problem';

/** What a manifest says that is not so. Entity tags are the bucket's affair: they depend on how it is encrypted. */
export function manifestProblems(said: Manifest, is: Manifest, object: string): readonly Problem[] {
  const problems: string[] = [];
  const inputs = new Map(is.inputs.map((input) => [input.key, input]));
  for (const { key, size, sha256, rows_read } of said.inputs) {
    const input = inputs.get(key);
    inputs.delete(key);
    if (input === undefined) problems.push(`names ${key}, which is not in the folder or cannot be read`);
    else if (input.size !== size || input.sha256 !== sha256 || input.rows_read !== rows_read)
      problems.push(`says other bytes or rows of ${key} than there are`);
  }
  const unread = new Map(said.not_read.map(({ key, reason }) => [key, reason]));
  for (const key of inputs.keys())
    problems.push(unread.has(key) ? `says of ${key}: not read, ${unread.get(key)}` : `does not name ${key}`);
  for (const { key } of is.not_read)
    if (!unread.has(key)) problems.push(`says nothing of ${key}, which cannot be read`);
  if (said.rows !== is.rows) problems.push(`says ${said.rows} rows, there are ${is.rows}`);
  return problems.map((problem) => ({ object, problem }));
}
