import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { CloudFormationStackArtifact, UNKNOWN_ACCOUNT, UNKNOWN_REGION } from 'aws-cdk-lib/cx-api';
import type { CloudAssembly } from 'aws-cdk-lib/cx-api';
import { context } from '../../cdk.json';
import { addStacks, type Stacks } from '../../lib/stacks/add-stacks';
import type { Config } from '../../lib/config/config';
import type { EventStacks } from '../../lib/stacks/add-event-stacks';
import type { Place } from '../../lib/config/place';
import { settingsOf } from '../../lib/config/settings';

/** A resource as it stands in a template. */
export interface Resource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
  readonly DependsOn?: readonly string[];
  readonly DeletionPolicy?: string;
}

/** A CloudFormation template, as far as the tests read it. */
export interface Template {
  readonly Parameters?: Readonly<Record<string, unknown>>;
  readonly Resources: Readonly<Record<string, Resource>>;
  readonly Outputs?: Readonly<Record<string, { readonly Value: unknown }>>;
  readonly Rules?: unknown;
}

/** The templates of one installation; synthesis fails on every finding of the validations. */
export interface Templates {
  readonly storage: Template;
  readonly data: Template;
  readonly organization: Template;
  readonly management: Template | undefined;
  /** Only when a trail can be asked. */
  readonly trail: Template | undefined;
  /** Parsed from the StackSet's inline template body. */
  readonly member: Template;
  readonly memberText: string;
  /** Only with credential events. */
  readonly events:
    | {
        readonly bus: Template;
        readonly rules: Template;
        readonly management: Template | undefined;
        readonly member: Template;
      }
    | undefined;
}

/** Whatever the library calls deprecated fails a synthesis here, and would warn in `cdk synth`. */
process.env['JSII_DEPRECATED'] = 'fail';

/** Lists without rows. */
const lists = {
  exceptions: 'account_id,user_name,control,reason,approved_by,expires_on\n',
  controls: 'control,days,reason\n',
};

/** Whether CDK holds templates against CloudFormation's rules, by an engine that takes seconds to start in each file of tests. */
const cloudFormationRules = 'CDK_VALIDATION';

/** Synthesizes an installation as `cdk synth` does, without CloudFormation's rules, which `validate` holds every option against. */
export function synthesize(config: Config): Templates {
  return withAssembly(config, templatesOf);
}

/** Synthesizes an installation as `cdk synth` does, with the context of `cdk.json`. */
export function validate(config: Config): Templates {
  return withAssembly(config, templatesOf, { rules: true });
}

function templatesOf(stacks: Stacks, template: (name: string) => Template): Templates {
  const organization = template(stacks.organization.stackName);
  const memberText = templateBodies(organization)[0] ?? '';
  return {
    storage: template(stacks.storage.stackName),
    data: template(stacks.data.stackName),
    organization,
    management: stacks.management && template(stacks.management.stackName),
    trail: stacks.trail && template(stacks.trail.stackName),
    member: JSON.parse(memberText) as Template,
    memberText,
    events: stacks.events && eventTemplates(stacks.events, template),
  };
}

/** The template of every stack of the application by its name. */
export function stackTemplates(config: Config): Readonly<Record<string, Template>> {
  return withAssembly(config, (_, template, { stacks }) =>
    Object.fromEntries(stacks.map(({ stackName }) => [stackName, template(stackName)])),
  );
}

/** What `cdk ls` prints, and `cdk deploy` takes by name. */
export function offeredStacks(config: Config): readonly string[] {
  return withAssembly(config, (_, __, { stacksRecursively }) =>
    stacksRecursively.map(({ hierarchicalId }) => hierarchicalId),
  );
}

/** The tags of every stack itself, by its name. */
export function stackTags(config: Config): Readonly<Record<string, Readonly<Record<string, string>>>> {
  return withAssembly(config, (_, __, { stacks }) =>
    Object.fromEntries(stacks.map(({ stackName, tags }) => [stackName, tags])),
  );
}

/** A stack of the application as `cdk deploy` sees it. */
export interface SynthesizedStack {
  readonly name: string;
  readonly template: Template;
  /** Names of the stacks that are deployed before it. */
  readonly after: readonly string[];
  /** Undefined where the profile of the command line decides. */
  readonly account: string | undefined;
  readonly region: string | undefined;
}

/** Every stack of the application. @param profile account and region of the command line's profile. @default not known */
export function synthesizedStacks(config: Config, profile?: Place): SynthesizedStack[] {
  return withAssembly(
    config,
    (_, template, { stacks }) =>
      stacks.map(({ stackName, environment, dependencies }) => ({
        name: stackName,
        template: template(stackName),
        after: dependencies.flatMap((one) =>
          CloudFormationStackArtifact.isCloudFormationStackArtifact(one) ? [one.stackName] : [],
        ),
        account: environment.account === UNKNOWN_ACCOUNT ? undefined : environment.account,
        region: environment.region === UNKNOWN_REGION ? undefined : environment.region,
      })),
    { profile },
  );
}

function withAssembly<Result>(
  config: Config,
  read: (stacks: Stacks, template: (name: string) => Template, assembly: CloudAssembly) => Result,
  { profile, rules = false }: { readonly profile?: Place | undefined; readonly rules?: boolean } = {},
): Result {
  const outdir = mkdtempSync(join(tmpdir(), 'cdk-out-'));
  process.env[cloudFormationRules] = `${rules}`;
  try {
    const app = new App({ outdir, context, analyticsReporting: false });
    const stacks = addStacks(app, settingsOf(config, profile), lists);
    const assembly = app.synth();
    const template = (name: string) => assembly.getStackByName(name).template as Template;
    return read(stacks, template, assembly);
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

function eventTemplates({ bus, rules, management }: EventStacks, template: (name: string) => Template) {
  const rulesTemplate = template(rules.stackName);
  return {
    bus: template(bus.stackName),
    rules: rulesTemplate,
    management: management && template(management.stackName),
    member: JSON.parse(templateBodies(rulesTemplate)[0] ?? '') as Template,
  };
}

function templateBodies({ Resources }: Template): string[] {
  return Object.values(Resources)
    .filter(({ Type }) => Type === 'AWS::CloudFormation::StackSet')
    .map(({ Properties }) => String(Properties?.['TemplateBody']));
}

/** Properties of every resource of a type. */
export function propertiesOf<Properties>(template: Template, type: string): Properties[] {
  return Object.values(template.Resources)
    .filter(({ Type }) => Type === type)
    .map(({ Properties }) => Properties as Properties);
}
