/** Whose use is asked for, and of which days. */
export interface TrailSelection {
  /** Account id: 12 digits. */
  readonly accountId: string;
  readonly principal: TrailPrincipal;
  /** First day of the events, `YYYY-MM-DD` in UTC. */
  readonly from: string;
  /** Last day of the events, included. */
  readonly to: string;
}

/** An IAM user by name with all credentials, one access key by its id, or the root user. */
export type TrailPrincipal = { readonly user: string } | { readonly key: string } | { readonly root: true };
