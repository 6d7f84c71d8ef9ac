/** A moment from which on something holds, and one at which it ends. ISO 8601, UTC. @default always, never */
export interface Span {
  readonly from?: string;
  readonly until?: string;
}

/** A managed policy that is attached. */
export interface AttachmentData extends Span {
  readonly arn: string;
}

/** An inline policy: a document, or its text as IAM hands it out, for one that does not decode. */
export interface InlinePolicyData extends Span {
  readonly name: string;
  readonly document: object | string;
}

/** What users and groups have in common. */
export interface PolicyHolder {
  /** @default none */
  readonly attachedPolicies?: readonly AttachmentData[];
  /** @default none */
  readonly inlinePolicies?: readonly InlinePolicyData[];
}

export interface GroupData extends PolicyHolder {
  readonly name: string;
}

/** A policy that the account made by itself; attached by its ARN, `arn:aws:iam::<account>:policy/<name>`. */
export interface CustomerPolicyData {
  readonly name: string;
  readonly document: object | string;
  readonly createdAt: string;
}

/** A credential of one service: CodeCommit, Keyspaces, Bedrock. */
export interface ServiceCredentialData extends Span {
  /** `ACCA` and 17 letters or digits. */
  readonly id: string;
  /** `bedrock.amazonaws.com` */
  readonly service: string;
  readonly createdAt: string;
  /** @default never */
  readonly expiresAt?: string;
  /** @default 'Active' */
  readonly status?: 'Active' | 'Inactive' | 'Expired';
}

/** What IAM tells of a user beside the report. */
export interface UserFacts extends PolicyHolder {
  /** @default none */
  readonly tags?: Readonly<Record<string, string>>;
  /** Names of groups. @default none */
  readonly groups?: readonly string[];
  /** ARN of the permissions boundary. @default none */
  readonly boundary?: string;
  /** @default none */
  readonly serviceCredentials?: readonly ServiceCredentialData[];
  /** What MFA is, while it is on: only a virtual device is listed. @default 'virtual' */
  readonly mfaKind?: 'virtual' | 'hardware' | 'passkey';
}

/** What IAM keeps for a whole account. */
export interface AccountFacts {
  /** @default none */
  readonly groups?: readonly GroupData[];
  /** @default none */
  readonly policies?: readonly CustomerPolicyData[];
  /** Members of `PasswordPolicy` in IAM's own words. @default there is none, unless passwords expire */
  readonly passwordPolicy?: Readonly<Record<string, number | boolean>>;
}
