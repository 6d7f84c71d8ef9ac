import { ListOrganizationsFeaturesCommand, type IAMClient } from '@aws-sdk/client-iam';

/** Answers that say that it is off: nobody let IAM act in the organization, or its features are not those of all. */
const off = ['ServiceAccessNotEnabledException', 'OrganizationNotInAllFeaturesModeException'];

/**
 * Whether the root users of member accounts are managed centrally, so that they need no credentials of their own; null where
 * it cannot be known, as for a delegated administrator of StackSets alone.
 * @param warn hears why it is not known
 */
export async function isRootCentrallyManaged(
  iam: Pick<IAMClient, 'send'>,
  warn: (text: string) => void,
): Promise<boolean | null> {
  try {
    const { EnabledFeatures = [] } = await iam.send(new ListOrganizationsFeaturesCommand({}));
    return EnabledFeatures.includes('RootCredentialsManagement');
  } catch (error) {
    if (off.includes((error as Error).name)) return false;
    warn(`whether root users are managed centrally is not known: ${String(error)}`);
    return null;
  }
}
