import type { AddressInfo } from 'node:net';
import { Authorizer, type Authorize, type RecordedRequest } from './authorization';
import { checkData } from './check-data';
import { Directory } from './directory';
import { FaultPlan, type Fault } from './fault';
import { KeyRing, type Credentials } from './key-ring';
import type { OrganizationData } from './organization-data';
import { rolePrincipal, userPrincipal } from './principal';
import type { BucketData } from './s3/bucket';
import { builtInServices } from './built-in-services';
import { createWireServer } from './server';
import type { Service } from './service';

export type { AuthorizationDecision, AuthorizationRequest, RecordedRequest } from './authorization';
export type { Fault } from './fault';
export type { OrganizationData } from './organization-data';

export interface EmbeddedOrganizationProps {
  readonly organization: OrganizationData;
  readonly buckets: readonly BucketData[];
  /** The organization's clock. */
  readonly now: () => Date;
  /** @default none */
  readonly faults?: readonly Fault[];
  /** Decides every call. @default members may do everything that AWS lets an administrator of their account do */
  readonly authorize?: Authorize;
  /** @default a free one */
  readonly port?: number;
  /** How long IAM takes to make a report, in milliseconds of the organization's clock. @default 2000 */
  readonly reportDuration?: number;
  /** What `aws:SecureTransport` says: loopback plays TLS. @default true */
  readonly secureTransport?: boolean;
  /** Services beside the built-in ones. @default none */
  readonly services?: readonly Service[];
}

export interface EmbeddedOrganization {
  /** For `AWS_ENDPOINT_URL`. */
  readonly endpoint: string;
  /**
   * Credentials that do not expire; the key id decides the account. `roleArn`, with its path, makes them a session
   * of that role, which need not be declared; without it they are an administrator's.
   */
  credentials(accountId: string, roleArn?: string): Credentials;
  /** The environment of a process that calls as that account. */
  environment(accountId: string, roleArn?: string): Record<string, string>;
  /** Every authorization request made, in order. */
  readonly requests: readonly RecordedRequest[];
  close(): Promise<void>;
}

/** Starts an AWS Organization on 127.0.0.1 that AWS SDK clients talk to through `AWS_ENDPOINT_URL`. */
export async function startOrganization(props: EmbeddedOrganizationProps): Promise<EmbeddedOrganization> {
  checkData(props.organization);
  const directory = new Directory(props.organization);
  const keys = new KeyRing();
  const authorizer = new Authorizer(props.authorize, props.now);
  const { secureTransport = true, reportDuration = 2000, now } = props;
  const world = {
    directory,
    keys,
    faults: new FaultPlan(props.faults ?? []),
    authorizer,
    now,
    secureTransport,
  };
  const services = [
    ...builtInServices(directory.partition, props.buckets, reportDuration),
    ...(props.services ?? []),
  ];
  for (const fault of props.faults ?? []) {
    const service = services.find(({ name }) => fault.action.startsWith(`${name}:`));
    if (service === undefined)
      throw new Error(`a fault is planted in ${fault.action}, which is not emulated`);
    service.checkFault(fault);
  }
  const server = createWireServer(services, world);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(props.port ?? 0, '127.0.0.1', resolve);
  });
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const issued = new Map<string, Credentials>();

  function credentials(accountId: string, roleArn?: string): Credentials {
    if (!directory.knows(accountId)) throw new Error(`the organization's data names no account ${accountId}`);
    const known = issued.get(`${accountId} ${roleArn}`);
    if (known !== undefined) return known;
    const sessionName = 'embedded';
    const { partition } = directory;
    const session =
      roleArn === undefined
        ? { principal: userPrincipal(partition, accountId) }
        : { principal: rolePrincipal(partition, roleArn, sessionName), sessionName };
    if (session.principal.accountId !== accountId)
      throw new Error(`the role ${String(roleArn)} is none of the account ${accountId}`);
    const made = keys.issue({ ...session, transitiveTagKeys: [] });
    issued.set(`${accountId} ${roleArn}`, made);
    return made;
  }

  return {
    endpoint,
    credentials,
    environment(accountId, roleArn) {
      const made = credentials(accountId, roleArn);
      return {
        AWS_ENDPOINT_URL: endpoint,
        AWS_ACCESS_KEY_ID: made.accessKeyId,
        AWS_SECRET_ACCESS_KEY: made.secretAccessKey,
        AWS_SESSION_TOKEN: made.sessionToken,
        AWS_REGION: props.buckets[0]?.region ?? 'us-east-1',
      };
    },
    requests: authorizer.requests,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)));
        server.closeAllConnections();
      }),
  };
}
