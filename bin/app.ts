import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { readConfiguration } from '../lib/config/read-configuration';
import { addStacks } from '../lib/stacks/add-stacks';

async function main(): Promise<void> {
  const { CDK_DEFAULT_ACCOUNT: account, CDK_DEFAULT_REGION: region } = process.env;
  const configuration = await readConfiguration({
    config: () => import('../config'),
    exceptions: join(__dirname, '..', 'exceptions.csv'),
    controls: join(__dirname, '..', 'controls.csv'),
    profile: { account, region },
  });
  if ('settings' in configuration) {
    addStacks(new App(), configuration.settings, configuration.lists);
  } else {
    console.error(configuration.join('\n'));
    process.exitCode = 1;
  }
}

void main();
