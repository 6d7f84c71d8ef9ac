import { furtherNeeds } from '../../iam-actions/may-need';
import { counted } from '../../lambda/shared/text/counted';
import type { TrailScope } from '../../local/trail';
import { dataLine, daysText } from '../trail/scope-text';
import type { PolicyDraft } from './draft-policy';

/** What a draft is made of. */
interface Seen {
  readonly draft: PolicyDraft;
  readonly scope: TrailScope;
  readonly attempts: number;
  readonly withAttempts: boolean;
}

/** What no event tells, and what is in no event that was read: a policy lacks it, however it is drafted. */
export function unseenLines({ draft, scope, attempts, withAttempts }: Seen): readonly string[] {
  return [
    `data events: ${dataLine(scope)}`,
    ...missingLines(scope),
    ...attemptLines(attempts, withAttempts),
    'iam:PassRole: no event tells that a role was given to a service',
    ...furtherNeeds(draft.known.map(({ action }) => action)).map(
      ({ action, also, reason }) => `${also}: calls of ${action} may need it for ${reason}`,
    ),
    'conditions: none is drafted',
    'versions of objects: reading one needs s3:GetObjectVersion too',
  ];
}

function missingLines({ daysWithoutFiles: days, filesNotRead: files }: TrailScope): string[] {
  return [
    ...(days.length === 0 ? [] : [`${counted(days.length, 'day')} without any file: ${daysText(days)}`]),
    ...(files.length === 0
      ? []
      : [`${counted(files.length, 'file')} that could not be read, or not all of it`]),
  ];
}

function attemptLines(attempts: number, withAttempts: boolean): string[] {
  if (attempts === 0) return [];
  return [
    withAttempts
      ? `${counted(attempts, 'attempt counts', 'attempts count')} as use, also those that nobody should allow`
      : `${counted(attempts, 'attempt')} that failed: not in the policy without --attempts`,
  ];
}
