import type { CredentialEvent } from './credential-event';
import { isLeak } from './event-words';

/** What whoever reads of an event does first. */
export function eventAdvice(event: CredentialEvent): string {
  if (isLeak(event))
    return 'deactivate every key of the user now, see what was done with them, then delete them';
  if (event.aboutRoot || event.byRoot)
    return 'ask who it was; if nobody knows, change the password of the root user, delete its keys and see what was done';
  return 'ask who did it and what for; take it back where nobody can say, and see what was done since';
}
