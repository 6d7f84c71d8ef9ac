import type { Principal } from './principal';
import type { WireRequest } from './wire';

/** Values of condition keys, named as in policies, e.g. `aws:PrincipalOrgID`. */
export type AuthorizationContext = Readonly<Record<string, string | readonly string[]>>;

/** What a policy engine decides about. */
export interface AuthorizationRequest {
  /** As in policies: `iam:GenerateCredentialReport`. */
  readonly action: string;
  /** ARN, or `*` for actions without resources. */
  readonly resource: string;
  readonly principal: Principal;
  /** `aws:PrincipalArn` is the role's ARN with its path. */
  readonly context: AuthorizationContext;
  readonly resourceAccountId: string;
}

export interface AuthorizationDecision {
  readonly allowed: boolean;
  /** Why, for the caller's error message. */
  readonly reason?: string;
}

export type Authorize = (
  request: AuthorizationRequest,
) => AuthorizationDecision | Promise<AuthorizationDecision>;

/** A request with its decision. */
export interface RecordedRequest extends AuthorizationRequest {
  readonly allowed: boolean;
  /** On the organization's clock. */
  readonly time: Date;
  /** Headers of the call that asked, by their names in lower case. */
  readonly headers: WireRequest['headers'];
}

/** Asks whether something is allowed, and keeps every question. Without a hook the service's own default decides. */
export class Authorizer {
  readonly requests: RecordedRequest[] = [];

  constructor(
    private readonly hook: Authorize | undefined,
    private readonly now: () => Date,
  ) {}

  /** `byDefault` is the decision where there is no hook. */
  async decide(
    request: AuthorizationRequest,
    byDefault: boolean,
    headers: WireRequest['headers'],
  ): Promise<AuthorizationDecision> {
    const decision = this.hook === undefined ? { allowed: byDefault } : await this.hook(request);
    this.requests.push({ ...request, allowed: decision.allowed, time: this.now(), headers });
    return decision;
  }

  get hooked(): boolean {
    return this.hook !== undefined;
  }
}
