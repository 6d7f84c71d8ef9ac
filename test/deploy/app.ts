import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import type { Config } from '../../lib/config/config';
import { readConfiguration } from '../../lib/config/read-configuration';
import { addStacks } from '../../lib/stacks/add-stacks';

/** The application of `bin/app.ts`, with the configuration that an environment variable holds. */
async function main(): Promise<void> {
  const {
    CDK_DEFAULT_ACCOUNT: account,
    CDK_DEFAULT_REGION: region,
    DEPLOYED_CONFIG: text = '{}',
  } = process.env;
  const configuration = await readConfiguration({
    config: () => Promise.resolve({ config: JSON.parse(text) as Config }),
    exceptions: join(__dirname, '../../exceptions.csv'),
    controls: join(__dirname, '../../controls.csv'),
    profile: { account, region },
  });
  if (!('settings' in configuration)) throw new Error(configuration.join('\n'));
  addStacks(new App(), configuration.settings, configuration.lists);
}

void main();
