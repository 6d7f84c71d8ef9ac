import type { Resource, Template } from '../lib/synthesize';

/** Where and with what a template is deployed. */
export interface Deployment {
  /** Names that CloudFormation makes begin with it. */
  readonly stackName: string;
  readonly partition: string;
  readonly accountId: string;
  readonly region: string;
  /** @default none */
  readonly parameters?: Readonly<Record<string, string>>;
  /** Attributes of custom resources by `Fn::GetAtt` name. @default none */
  readonly customAttributes?: Readonly<Record<string, string>>;
}

type Properties = Readonly<Record<string, unknown>>;
interface Identity {
  readonly ref: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** What `Ref` and `Fn::GetAtt` give for each type, as CloudFormation documents it; names it makes begin with the logical id. */
type Identify = (
  id: string,
  properties: Properties,
  arn: (service: string, resource: string) => string,
) => Identity;

const byArn = (ref: string, arn: string): Identity => ({ ref, attributes: { Arn: arn } });
const named = (properties: Properties, key: string, id: string) => {
  const value = properties[key];
  return typeof value === 'string' ? value : id;
};

const identities: Readonly<Record<string, Identify>> = {
  'AWS::IAM::Role': (id, properties, arn) => {
    const name = named(properties, 'RoleName', id);
    return byArn(name, arn('iam', `role${String(properties['Path'])}${name}`));
  },
  'AWS::IAM::ManagedPolicy': (id, properties, arn) => ({
    ref: arn('iam', `policy${String(properties['Path'])}${id}`),
    attributes: {},
  }),
  'AWS::Lambda::Function': (id, _, arn) => byArn(id, arn('lambda', `function:${id}`)),
  'AWS::Logs::LogGroup': (id, _, arn) => byArn(id, arn('logs', `log-group:${id}:*`)),
  'AWS::Scheduler::ScheduleGroup': (id, _, arn) => byArn(id, arn('scheduler', `schedule-group/${id}`)),
  'AWS::S3::Bucket': (id, properties, arn) => {
    const name = named(properties, 'BucketName', id);
    return byArn(name, arn('s3', name));
  },
  'AWS::SNS::Topic': (id, properties, arn) => {
    const topic = arn('sns', named(properties, 'TopicName', id));
    return { ref: topic, attributes: { TopicArn: topic } };
  },
  // Rules of a bus of one's own carry its name.
  'AWS::Events::Rule': (id, properties, arn) => {
    const bus = properties['EventBusName'];
    return byArn(id, arn('events', typeof bus === 'string' ? `rule/${bus}/${id}` : `rule/${id}`));
  },
  'AWS::CloudWatch::Alarm': (id, _, arn) => byArn(id, arn('cloudwatch', `alarm:${id}`)),
  'AWS::SecretsManager::Secret': (id, _, arn) => ({
    ref: arn('secretsmanager', `secret:${id}-a1b2c3`),
    attributes: {},
  }),
  'AWS::Events::EventBus': (id, properties, arn) => {
    const name = named(properties, 'Name', id);
    return { ref: name, attributes: { Arn: arn('events', `event-bus/${name}`), Name: name } };
  },
  'AWS::QuickSight::DataSource': (id, _, arn) => byArn(id, arn('quicksight', `datasource/${id}`)),
  'AWS::QuickSight::DataSet': (id, _, arn) => byArn(id, arn('quicksight', `dataset/${id}`)),
  'AWS::SQS::Queue': (id, properties, arn) => {
    const name = named(properties, 'QueueName', id);
    const queue = arn('sqs', name);
    const [, , , region, account] = queue.split(':');
    return {
      ref: `https://sqs.${region}.amazonaws.com/${account}/${name}`,
      attributes: { Arn: queue, QueueName: name },
    };
  },
};

/** Services whose ARNs lack the account or the region. */
const withoutRegion = new Set(['iam', 's3']);

/** The name of a resource without one of its own; CloudFormation adds something random. */
export function physicalName(logicalId: string, { stackName }: Deployment): string {
  return `${stackName}-${logicalId}`;
}

/** A template whose intrinsic functions are replaced. */
export interface ResolvedTemplate extends Template {
  /** The ARN of a resource by its logical id, as `Fn::GetAtt` gives it. */
  readonly arnOf: (id: string) => string | undefined;
}

/** Replaces every intrinsic function of a template by what it gives in a deployment. @throws Error for one it does not know */
export function resolveTemplate(template: Template, deployment: Deployment): ResolvedTemplate {
  const { stackName, partition, accountId, region, parameters = {}, customAttributes = {} } = deployment;
  const pseudo: Readonly<Record<string, string>> = {
    'AWS::Partition': partition,
    'AWS::AccountId': accountId,
    'AWS::Region': region,
    'AWS::StackName': stackName,
    'AWS::StackId': `arn:${partition}:cloudformation:${region}:${accountId}:stack/${stackName}/1`,
    'AWS::URLSuffix': 'amazonaws.com',
    ...parameters,
  };
  const arn = (service: string, resource: string) =>
    `arn:${partition}:${service}:${withoutRegion.has(service) ? '' : region}:${service === 's3' ? '' : accountId}:${resource}`;

  function identityOf(id: string): Identity {
    const resource = template.Resources[id];
    if (resource === undefined) throw new Error(`the template has no ${id}`);
    const custom = resource.Type.startsWith('Custom::');
    if (custom) return { ref: id, attributes: customAttributes };
    // Names stand literally in properties, but for the bucket's, which is joined of pseudo parameters.
    const properties = Object.fromEntries(
      Object.entries(resource.Properties ?? {}).map(([key, value]) => [
        key,
        /Name$|^Path$/.test(key) ? resolve(value) : value,
      ]),
    );
    const name = physicalName(id, deployment);
    const known = identities[resource.Type]?.(name, properties, arn);
    return known ?? { ref: named(properties, 'Name', name), attributes: {} };
  }

  function attribute(id: string, name: string): string {
    const value = identityOf(id).attributes[name];
    if (value === undefined) throw new Error(`the attribute ${name} of ${id} is not known`);
    return value;
  }

  function substitute(text: string): string {
    return text.replace(/\$\{([^}!]+)\}/g, (_, name: string) => {
      const [id = '', key] = name.split('.');
      return key === undefined ? reference(id) : attribute(id, key);
    });
  }

  const reference = (name: string) => pseudo[name] ?? identityOf(name).ref;

  function resolve(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(resolve);
    if (typeof value !== 'object' || value === null) return value;
    const [[key, content] = ['', undefined], ...others] = Object.entries(value) as [string, unknown][];
    if (others.length === 0) {
      if (key === 'Ref') return reference(content as string);
      if (key === 'Fn::GetAtt') return attribute(...(content as [string, string]));
      if (key === 'Fn::Join') {
        const [separator, parts] = content as [string, unknown[]];
        return parts.map(resolve).join(separator);
      }
      if (key === 'Fn::Sub' && typeof content === 'string') return substitute(content);
      if (key.startsWith('Fn::')) throw new Error(`the function ${key} is not known`);
    }
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, resolve(one)]));
  }

  return {
    ...template,
    arnOf: (id) => identityOf(id).attributes['Arn'],
    Resources: Object.fromEntries(
      Object.entries(template.Resources).map(([id, resource]) => [
        id,
        { ...resource, Properties: resolve(resource.Properties ?? {}) } as Resource,
      ]),
    ),
  };
}
