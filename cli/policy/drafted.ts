import { dayOfActionList } from '../../iam-actions/action-list';
import type { TrailUse } from '../../local/trail';
import { draftPolicy } from './draft-policy';
import { draftText, lengthText } from './draft-text';
import { policyDocument } from './policy-document';

/** A drafted policy as it is written. */
export interface Drafted {
  /** The policy alone, JSON; undefined where no action is known. */
  readonly policy: string | undefined;
  /** What stands beside it: what was used and is known, what is unknown, what cannot be seen. */
  readonly notes: string;
  /** Whether every use is in the policy, and IAM takes it as one. */
  readonly isWhole: boolean;
  /** Actions that were used and are known: `s3:PutObject`. */
  readonly actions: readonly string[];
}

/** Drafts the policy of uses; attempts count where they are asked for. */
export async function drafted({ uses, scope }: TrailUse, withAttempts: boolean): Promise<Drafted> {
  const tried = uses.filter(({ error_code: error }) => error !== null);
  const draft = await draftPolicy(
    withAttempts ? uses : uses.filter(({ error_code: error }) => error === null),
  );
  const attempts = tried.reduce((sum, { calls }) => sum + calls, 0);
  const actions = draft.known.map(({ action }) => action);
  const notes = draftText({ draft, scope, attempts, withAttempts, listedOn: await dayOfActionList() });
  if (draft.known.length === 0)
    return {
      policy: undefined,
      notes: `${notes}no policy: no use needs an action that is known\n`,
      isWhole: false,
      actions,
    };
  const document = policyDocument(draft.known);
  const length = lengthText(document);
  return {
    policy: `${JSON.stringify(document, null, 2)}\n`,
    notes: notes + length,
    isWhole: draft.unknown.length === 0 && length === '',
    actions,
  };
}
