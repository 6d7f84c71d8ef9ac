import { join } from 'node:path';
import { App, type Stack, Stage, Validations } from 'aws-cdk-lib';
import { FAIL_SYNTH_ON_VALIDATION_ERRORS_CONTEXT } from 'aws-cdk-lib/cx-api';
import { AwsSolutionsChecks } from 'cdk-nag';
import { MemberStack, type MemberStackProps } from './member-stack';

/** Longest `TemplateBody` that CloudFormation takes, in bytes. */
export const maxTemplateBytes = 51_200;

/**
 * The template of a stack for members, as text. It is an application of its own, so that `cdk ls` and `cdk deploy` do not
 * know it, with the checks of the other and readable in its `cdk.out/`.
 * @throws Error when a check fails, or when the template is longer than CloudFormation takes
 */
export function memberBody(scope: Stack, id: string, stackIn: (app: App) => Stack): string {
  const app = new App({
    outdir: join(Stage.of(scope)?.outdir ?? '', 'members', id),
    context: scope.node.getAllContext() as Record<string, unknown>,
    // The command line tells only what is wrong with its own application.
    postCliContext: { [FAIL_SYNTH_ON_VALIDATION_ERRORS_CONTEXT]: true },
    analyticsReporting: false,
    treeMetadata: false,
    autoSynth: false,
  });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  const { artifactId } = stackIn(app);
  const { template } = app.synth().getStackArtifact(artifactId) as { template: object };
  const text = JSON.stringify(template);
  const bytes = Buffer.byteLength(text);
  if (bytes > maxTemplateBytes) {
    throw new Error(
      `the member template has ${bytes} bytes, CloudFormation takes at most ${maxTemplateBytes}`,
    );
  }
  return text;
}

/** The template with the collector. */
export function memberTemplate(scope: Stack, props: MemberStackProps): string {
  return memberBody(scope, 'Collector', (app) => new MemberStack(app, 'CredentialReportCollector', props));
}
