/** The part of CloudFormation's custom resource request that is used. CloudFormation makes every property a string. */
export interface CustomResourceEvent {
  readonly RequestType: 'Create' | 'Update' | 'Delete';
  readonly ResponseURL: string;
  readonly StackId: string;
  readonly RequestId: string;
  readonly LogicalResourceId: string;
  /** Absent on Create. */
  readonly PhysicalResourceId?: string;
  readonly ResourceProperties: Readonly<Record<string, unknown>>;
  /** Only on Update. */
  readonly OldResourceProperties?: Readonly<Record<string, unknown>>;
}

/** What a custom resource tells the template. */
export interface CustomResourceResult {
  /** Must stay the same for a resource's whole life: CloudFormation deletes the old one when it changes. */
  readonly physicalResourceId: string;
  /** Values for `Fn::GetAtt`. */
  readonly data?: Readonly<Record<string, string>>;
}
