import type { Environment } from 'aws-cdk-lib';
import type { Place } from '../config/place';

/** What is undefined is that of the command line's profile. */
export function environment({ account, region }: Place): Environment {
  return { ...(account === undefined ? {} : { account }), ...(region === undefined ? {} : { region }) };
}
