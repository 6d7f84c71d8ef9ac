/** An event of the demo's trail: where it lies, and the fields that differ from event to event. */
export interface TrailEvent {
  readonly accountId: string;
  readonly region: string;
  /** ISO 8601, UTC. */
  readonly time: string;
  readonly identity: Readonly<Record<string, unknown>>;
  /** Without `.amazonaws.com`. */
  readonly service: string;
  readonly name: string;
  readonly address: string;
  readonly agent: string;
  readonly fields?: Readonly<Record<string, unknown>>;
}

/** Regions that the demo's trail has files of. */
export const trailRegions = ['eu-central-1', 'eu-west-1', 'us-east-1'] as const;
