import type { Document } from '../../lambda/shared/messages/document';
import { composeDigest } from '../../lambda/digest/compose-digest';
import type { DigestInterval } from '../../lambda/digest/contract';
import { periodOf } from '../../lambda/digest/period';
import type { MessageContext } from '../../lambda/shared/messages/message-context';
import { askAll } from '../../lambda/digest/compose-deliveries';
import { readAnswer } from '../../athena-ddl/read-answer';
import type { LocalAthena } from '../../local/athena';
import { bareContext } from './configured-context';

/**
 * The digest over a folder, from the same queries that Athena runs; its period is that of the folder's `as of`.
 * @param context names and links. @default none are configured
 */
export async function localDigest(
  athena: LocalAthena,
  every: DigestInterval,
  context: MessageContext = bareContext,
): Promise<Document> {
  await athena.makeOnce('z_latest_finding');
  const rows = await askAll(async (question) => readAnswer(question, await athena.query(question.sql)));
  return composeDigest(rows, periodOf(every, new Date(`${athena.asOf}T12:00:00Z`)), context);
}
