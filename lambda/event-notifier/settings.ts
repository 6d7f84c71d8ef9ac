import { variable, type Environment } from '../shared/runtime/variable';
import { notifierEnvironment } from './contract';

/** Where the notifier works, from its environment. @throws Error naming what is missing */
export function readSettings(environment: Environment) {
  const required = (name: keyof typeof notifierEnvironment) =>
    variable(environment, notifierEnvironment[name]);
  return {
    bucket: { name: required('bucket'), owner: required('bucketOwner') },
    workGroup: required('workGroup'),
    database: required('database'),
    queueUrl: required('queueUrl'),
    deadLettersUrl: required('deadLettersUrl'),
  };
}
