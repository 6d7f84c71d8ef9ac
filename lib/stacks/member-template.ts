import { type Stack, Stage } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { MemberStack, type MemberStackProps } from './member-stack';

/** Longest `TemplateBody` that CloudFormation takes, in bytes. */
export const maxTemplateBytes = 51_200;

/**
 * The template of a stack for members, as text. It is a stage of its own inside the application, so that it is validated
 * with it and lies readable in `cdk.out/`, but `cdk deploy --all` leaves it alone.
 * @throws Error when the template is longer than CloudFormation takes
 */
export function stagedTemplate(scope: Construct, id: string, stackIn: (stage: Stage) => Stack): string {
  const stage = new Stage(scope, id);
  const { artifactId } = stackIn(stage);
  const { template } = stage.synth().getStackArtifact(artifactId) as { template: object };
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
export function memberTemplate(scope: Construct, props: MemberStackProps): string {
  return stagedTemplate(
    scope,
    'Member',
    (stage) => new MemberStack(stage, 'CredentialReportCollector', props),
  );
}
