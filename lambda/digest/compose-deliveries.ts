import type { Ask } from '../../athena-ddl/question';
import {
  controlsQuestion,
  digestQuestions,
  organizationQuestion,
  ownersQuestion,
  type DigestRows,
} from '../../athena-ddl/questions/digest';
import { composeDigest } from './compose-digest';
import { composeOwnerDigest } from './compose-owner-digest';
import { namedContext } from './digest-title';
import type { Delivery } from './deliver';
import type { MessageContext } from '../shared/messages/message-context';
import type { DigestPeriod } from './period';
import type { Recipient } from './recipients';

/** What each recipient gets. */
export interface Composed {
  readonly deliveries: readonly Delivery[];
  /** False when no account has handed in a report in the last days, as before the first collection. */
  readonly hasReports: boolean;
}

/** Composes what each recipient gets; asks only what that needs, so nothing without recipients. */
export async function composeDeliveries(
  ask: Ask,
  recipients: readonly Recipient[],
  period: DigestPeriod,
  context: MessageContext,
): Promise<Composed> {
  const everybody = recipients.flatMap(({ channel, owner }) => (owner === undefined ? [channel] : []));
  const owners = recipients.flatMap(({ channel, owner }) =>
    owner === undefined ? [] : [{ channel, owner }],
  );
  const deliveries: Delivery[] = [];
  const rows = everybody.length > 0 ? await askAll(ask) : undefined;
  if (rows !== undefined) {
    const document = composeDigest(rows, period, context);
    deliveries.push(...everybody.map((channel) => ({ channel, document })));
  }
  if (owners.length > 0) {
    const [owned, gaps, controls, organization] = await Promise.all([
      ask(ownersQuestion),
      rows?.digest_gaps ?? ask(digestQuestions.digest_gaps),
      rows?.digest_controls ?? ask(controlsQuestion),
      rows?.digest_organization ?? ask(organizationQuestion),
    ]);
    const named = namedContext(context, organization);
    deliveries.push(
      ...owners.map(({ channel, owner }) => ({
        channel,
        document: composeOwnerDigest({ owned, gaps, controls }, owner, period, named),
      })),
    );
  }
  const hasReports = rows === undefined || rows.digest_numbers.some((row) => row.days_ago === 0);
  return { deliveries, hasReports };
}

/** Asks every question of the digest. */
export async function askAll(ask: Ask): Promise<DigestRows> {
  const answers = await Promise.all(
    Object.entries(digestQuestions).map(async ([query, question]) => [query, await ask(question)] as const),
  );
  return Object.fromEntries(answers) as unknown as DigestRows;
}
