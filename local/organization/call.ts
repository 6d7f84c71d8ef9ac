import type { AuthorizationContext } from './authorization';
import { requestContext } from './request-context';
import type { Principal, Session } from './principal';
import type { ServiceError } from './service-error';
import type { WireRequest } from './wire';
import type { World } from './world';

/** What to ask permission for. */
export interface Permission {
  readonly action: string;
  /** @default '*' */
  readonly resource?: string;
  /** @default the caller's account */
  readonly resourceAccountId?: string;
  /** Condition keys of the service, beside the global ones. */
  readonly context?: AuthorizationContext;
  /** The decision without an `authorize` hook. @default true */
  readonly byDefault?: boolean;
}

/** One call to one action, decoded. */
export class Call<Input> {
  readonly now: Date;

  constructor(
    readonly input: Input,
    readonly session: Session,
    readonly region: string,
    readonly world: World,
    private readonly request: WireRequest,
    private readonly denied: (message: string) => ServiceError,
  ) {
    this.now = world.now();
  }

  get caller(): Principal {
    return this.session.principal;
  }

  /** True when the permission is granted; the question is recorded either way. */
  async may(permission: Permission): Promise<boolean> {
    return (await this.decide(permission)).allowed;
  }

  /** Throws the service's access denied error unless the permission is granted. */
  async authorize(permission: Permission): Promise<void> {
    const { allowed, reason } = await this.decide(permission);
    if (allowed) return;
    const { action, resource = '*' } = permission;
    const because = reason === undefined ? '' : ` because ${reason}`;
    throw this.denied(
      `User: ${this.caller.arn} is not authorized to perform: ${action} on resource: ${resource}${because}`,
    );
  }

  private decide(permission: Permission) {
    const {
      action,
      resource = '*',
      resourceAccountId = this.caller.accountId,
      byDefault = true,
    } = permission;
    const context = {
      ...requestContext(this.world, this.session, this.region, this.request, resourceAccountId),
      ...permission.context,
    };
    const question = { action, resource, principal: this.caller, context, resourceAccountId };
    return this.world.authorizer.decide(question, byDefault, this.request.headers);
  }
}
