import type {
  GetAccountAuthorizationDetailsRequest,
  GetAccountAuthorizationDetailsResponse,
  GetAccountPasswordPolicyResponse,
  GetAccountSummaryResponse,
  ListAccessKeysRequest,
  ListAccessKeysResponse,
  ListServiceSpecificCredentialsRequest,
  ListServiceSpecificCredentialsResponse,
  ListVirtualMFADevicesRequest,
  ListVirtualMFADevicesResponse,
} from '@aws-sdk/client-iam';

/** Operations of IAM that tell facts: what goes in, and what a page of the answer is; nothing where there is no such thing. */
export interface IamCalls {
  readonly GetAccountAuthorizationDetails: [
    GetAccountAuthorizationDetailsRequest,
    Partial<GetAccountAuthorizationDetailsResponse>,
  ];
  readonly GetAccountPasswordPolicy: [object, Partial<GetAccountPasswordPolicyResponse>];
  readonly GetAccountSummary: [object, GetAccountSummaryResponse];
  readonly ListAccessKeys: [ListAccessKeysRequest, Partial<ListAccessKeysResponse>];
  readonly ListServiceSpecificCredentials: [
    ListServiceSpecificCredentialsRequest,
    ListServiceSpecificCredentialsResponse,
  ];
  readonly ListVirtualMFADevices: [ListVirtualMFADevicesRequest, Partial<ListVirtualMFADevicesResponse>];
}
