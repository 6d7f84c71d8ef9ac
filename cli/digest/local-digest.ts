import type { Document } from '../../lambda/shared/messages/document';
import { composeDigest } from '../../lambda/digest/compose-digest';
import type { DigestInterval } from '../../lambda/digest/contract';
import { periodOf } from '../../lambda/digest/period';
import type { MessageContext } from '../../lambda/shared/messages/message-context';
import { askAll } from '../../lambda/digest/compose-deliveries';
import { readAnswer } from '../../athena-ddl/read-answer';
import type { LocalAthena } from '../../local/athena';
import { bareContext } from './configured-context';

/** Views that take long, and that other commands ask too. */
const askedOften = ['z_latest_finding', 'latest_key_triage', 'recent_coverage', 'recent_credential_change'];

/**
 * The digest over a folder, from the same queries that Athena runs; its period is that of the folder's `as of`.
 * @param context names and links. @default none are configured
 */
export async function localDigest(
  athena: LocalAthena,
  every: DigestInterval,
  context: MessageContext = bareContext,
): Promise<Document> {
  for (const view of askedOften) await athena.makeOnce(view);
  const rows = await askAll(async (question) => readAnswer(question, await athena.query(question.sql)));
  return composeDigest(rows, periodOf(every, new Date(`${athena.asOf}T12:00:00Z`)), context);
}
