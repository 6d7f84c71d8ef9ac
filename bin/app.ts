import { App } from 'aws-cdk-lib';
import { config } from '../config';
import { addStacks } from '../lib/stacks/add-stacks';
import { readExceptions } from '../lib/config/read-exceptions';
import { settingsOf } from '../lib/config/settings';

// Before any construct, so that every problem of a file is told at once.
const { CDK_DEFAULT_ACCOUNT: account, CDK_DEFAULT_REGION: region } = process.env;
const settings = settingsOf(config, { account, region });
const exceptions = readExceptions();
addStacks(new App(), settings, exceptions);
