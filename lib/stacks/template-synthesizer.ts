import { BootstraplessSynthesizer, type IStackSynthesizer } from 'aws-cdk-lib';

/** For templates without assets: no check that the account is bootstrapped, and no role of a bootstrap. */
export function templateSynthesizer(): IStackSynthesizer {
  // The library's class and its interface differ under `exactOptionalPropertyTypes`.
  return new BootstraplessSynthesizer() as IStackSynthesizer;
}
