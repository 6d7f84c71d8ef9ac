/** What the event rules, the bus and the notifier's construct share with its handler. */

/** What to hear of about IAM users, whoever does it. */
export const credentialEventNames = [
  'CreateUser',
  'DeleteUser',
  'CreateLoginProfile',
  'UpdateLoginProfile',
  'CreateAccessKey',
  'UpdateAccessKey',
  'UploadSigningCertificate',
  'CreateServiceSpecificCredential',
  'DeactivateMFADevice',
  'UploadSSHPublicKey',
  'ResetServiceSpecificCredential',
  'DeleteVirtualMFADevice',
  'UpdateSigningCertificate',
  'UpdateUser',
  // Ways to an administrator whose policy no pattern can read.
  'PutUserPolicy',
  'PutGroupPolicy',
  'AddUserToGroup',
  'DeleteUserPermissionsBoundary',
] as const;

/** What the root user does with its own sign-in, which CloudTrail tells as events of sign-ins. */
export const rootSignInEventNames = [
  'ConsoleLogin',
  'PasswordUpdated',
  'PasswordRecoveryRequested',
  'PasswordRecoveryCompleted',
  'EmailUpdated',
] as const;

/** Policies with which a user can do, or let itself do, everything; as the end of the policy's ARN. */
export const administratorPolicies = [':policy/AdministratorAccess', ':policy/IAMFullAccess'] as const;

/** Events about no IAM user, whoever did it: of the root user's own sign-in, of a group, of a policy. */
export const eventNamesAboutNoUser: readonly string[] = [
  ...rootSignInEventNames,
  'AttachGroupPolicy',
  'PutGroupPolicy',
  'CreatePolicyVersion',
];

/** Policies that AWS attaches to a user whose access key it found in public, of any version. */
export const quarantinePolicy = ':policy/AWSCompromisedKeyQuarantine';

/** The inline policy that it put there before there was a managed one. */
export const exposedCredentialPolicy = 'AWSExposedCredentialPolicy_DO_NOT_REMOVE';

/** Sources of events that the central bus takes: global services, whose events arise in one region. */
export const eventSources = [
  'aws.iam',
  'aws.signin',
  'aws.sts',
  'aws.organizations',
  'aws.account',
  'aws.route53',
  'aws.cloudfront',
] as const;

const apiCall = 'AWS API Call via CloudTrail';
const signIn = 'AWS Console Sign In via CloudTrail';

const serviceEvent = 'AWS Service Event via CloudTrail';

/** Types of events that the central bus takes. */
export const eventDetailTypes = [apiCall, signIn, serviceEvent] as const;

/** The region in which events of global services arise in the commercial partition. */
export const eventsRegion = 'us-east-1';

/** The stacks in that region: in the data account, the deploying account, and the management account when another deploys. */
export const eventStackNames = {
  bus: 'CredentialReportEventBus',
  rules: 'CredentialReportEvents',
  management: 'CredentialReportManagementEvents',
} as const;

/** The StackSet that puts the rule into every member. */
export const eventStackSetName = 'CredentialReportEvents';

/**
 * The pattern of the rule in every account: credentials of IAM users, administrators made, sign-ins of the root user and
 * what the root user changes. Calls that were denied changed nothing and are left out; failed sign-ins are not.
 */
export const eventPattern = {
  $or: [
    {
      source: ['aws.iam'],
      'detail-type': [apiCall],
      detail: { eventName: [...credentialEventNames], errorCode: [{ exists: false }] },
    },
    {
      source: ['aws.iam'],
      'detail-type': [apiCall],
      detail: {
        eventName: ['AttachUserPolicy', 'AttachGroupPolicy'],
        requestParameters: {
          policyArn: [
            ...administratorPolicies.map((suffix) => ({ suffix })),
            { wildcard: `*${quarantinePolicy}*` },
          ],
        },
        errorCode: [{ exists: false }],
      },
    },
    {
      source: ['aws.iam'],
      'detail-type': [apiCall],
      detail: {
        eventName: ['CreatePolicyVersion'],
        requestParameters: { setAsDefault: [true] },
        errorCode: [{ exists: false }],
      },
    },
    {
      source: ['aws.signin'],
      'detail-type': [signIn, serviceEvent],
      detail: { eventName: [...rootSignInEventNames], userIdentity: { type: ['Root'] } },
    },
    {
      source: [...eventSources],
      'detail-type': [apiCall],
      detail: { userIdentity: { type: ['Root'] }, readOnly: [false], errorCode: [{ exists: false }] },
    },
  ],
};

/** Heading of the runbook for an account that floods the others. */
export const floodHeading = 'Credential events wait, or one account floods';

/** Environment variables of the notifier. */
export const notifierEnvironment = {
  bucket: 'REPORT_BUCKET',
  bucketOwner: 'REPORT_BUCKET_OWNER',
  workGroup: 'WORK_GROUP',
  database: 'DATABASE',
  queueUrl: 'EVENT_QUEUE_URL',
  deadLettersUrl: 'DEAD_LETTERS_URL',
} as const;

/** Metric of the messages in the dead-letter queue, in the namespace of the coverage. */
export const deadLettersMetric = 'EventDeadLetters';

/** Metric of the seconds that the oldest event of a run lay in the queue, in the same namespace. */
export const oldestEventMetric = 'OldestEventSeconds';

/** An event waits for the next run, or for the second after a failure; longer means that more comes than is reported. */
export const longestWaitSeconds = 30 * 60;

/** How often the queue is emptied: what comes together becomes one message. */
export const notifierEveryMinutes = 5;

/** Less than the time between two runs, so that two never work at the same time. */
export const notifierTimeoutSeconds = 270;

/** Longest pause that Slack may ask for while an event is reported, in seconds: the next run is not far. */
export const notifierPauseSeconds = 20;

/** Kept free for notifying, in milliseconds: four posts to Slack of 10 s and three pauses, and removing 2,000 messages. */
export const notifierSendMs = 130_000;

/** Kept free for all that follows receiving, in milliseconds: keeping up to 2,000 events and asking Athena come before. */
export const notifierReserveMs = notifierSendMs + 80_000;
