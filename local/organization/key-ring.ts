import { createHash, randomBytes } from 'node:crypto';
import type { Session } from './principal';

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
}

/** Why credentials are refused; every service has its own code for it. */
export type KeyProblem = 'unknown-key' | 'expired-key';

/** The credentials that were handed out. The access key id decides who calls: signatures are not verified. */
export class KeyRing {
  private readonly sessions = new Map<string, { credentials: Credentials; session: Session }>();

  /** New credentials of a session. */
  issue(session: Session): Credentials {
    const id = createHash('sha256').update(`${this.sessions.size} ${session.principal.arn}`).digest('hex');
    const credentials = {
      accessKeyId: `ASIA${id.slice(0, 16).toUpperCase()}`,
      secretAccessKey: randomBytes(30).toString('base64'),
      sessionToken: randomBytes(48).toString('base64'),
    };
    this.sessions.set(credentials.accessKeyId, { credentials, session });
    return credentials;
  }

  /** The session that an access key id stands for; a wrong or missing session token is as bad as an unknown key. */
  identify(accessKeyId: string, sessionToken: string | undefined, now: Date): Session | KeyProblem {
    const known = this.sessions.get(accessKeyId);
    if (known?.credentials.sessionToken !== sessionToken || known === undefined) return 'unknown-key';
    const { expiresAt } = known.session;
    return expiresAt !== undefined && expiresAt <= now.getTime() ? 'expired-key' : known.session;
  }
}
