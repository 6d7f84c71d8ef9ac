/** The account and region of a stack; what is undefined is that of the command line's profile. */
export interface Place {
  readonly account: string | undefined;
  readonly region: string | undefined;
}

/** Neither is known, as with `cdk synth` without credentials. */
export const unknownPlace: Place = { account: undefined, region: undefined };
