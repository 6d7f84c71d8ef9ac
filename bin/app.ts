import { App } from 'aws-cdk-lib';
import { config } from '../config';
import { addStacks } from '../lib/application';
import { settingsOf } from '../lib/config/settings';

const settings = settingsOf(config); // before any construct, so that every problem is told at once
addStacks(new App(), settings);
