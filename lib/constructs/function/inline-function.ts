import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function, LoggingFormat, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { bundleLambda } from '../../../scripts/bundle-lambda';
import { allow } from '../../permissions/allow';
import type { RoleSettings } from '../../config/settings';
import type { RoleKind } from '../../permissions/roles';
import { ServiceRole } from '../../permissions/service-role';

export interface InlineFunctionProps {
  /** Folder below `lambda/`, and the kind of its role. */
  readonly name: Exclude<RoleKind, `${string}-schedule` | 'account-name' | 'event-forwarder'>;
  readonly description: string;
  readonly roles: RoleSettings;
  readonly timeoutSeconds: number;
  /** In MiB. @default 256 */
  readonly memorySize?: number;
  readonly environment?: Readonly<Record<string, string>>;
}

/**
 * A Lambda function whose code stands in the template, readable in the console and without an asset; with a role below
 * its own path and a log group that forgets after a month.
 */
export class InlineFunction extends Construct {
  readonly function: Function;
  readonly role: ServiceRole;

  constructor(scope: Construct, id: string, props: InlineFunctionProps) {
    super(scope, id);
    const logGroup = new LogGroup(this, 'Log', {
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.role = new ServiceRole(this, 'Role', {
      kind: props.name,
      settings: props.roles,
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      description: props.description,
    });
    this.function = new Function(this, 'Function', {
      description: props.description,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'index.handler',
      code: Code.fromInline(bundleLambda(props.name)),
      role: this.role,
      logGroup,
      loggingFormat: LoggingFormat.TEXT,
      timeout: Duration.seconds(props.timeoutSeconds),
      memorySize: props.memorySize ?? 256,
      environment: { ...props.environment },
    });
    allow(this.function, {
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      resources: [logGroup.logGroupArn],
      wildcard: 'the streams of its own log group',
    });
  }
}
