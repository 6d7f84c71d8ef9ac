import { CustomResource, Duration, Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { exceptionsKey } from '../../../lambda/report/object-key';
import {
  storeExceptionsTimeoutSeconds,
  type StoreExceptionsProperties,
} from '../../../lambda/store-exceptions/contract';
import { allow } from '../../permissions/allow';
import type { RoleSettings } from '../../config/settings';
import { InlineFunction } from '../function/inline-function';

export interface ExceptionListProps {
  readonly bucketName: string;
  readonly kmsKeyArn: string | undefined;
  readonly roles: RoleSettings;
  /** Text of the list. */
  readonly csv: string;
}

/** The list of exceptions, in the bucket where the table `exception` reads it. */
export class ExceptionList extends Construct {
  constructor(scope: Construct, id: string, props: ExceptionListProps) {
    super(scope, id);
    const { bucketName, kmsKeyArn } = props;
    const { partition, account } = Stack.of(this);
    const { function: store } = new InlineFunction(this, 'Store', {
      name: 'store-exceptions',
      description: 'Stores the list of exceptions while deploying',
      roles: props.roles,
      timeoutSeconds: storeExceptionsTimeoutSeconds,
    });
    allow(store, {
      actions: ['s3:PutObject'],
      resources: [`arn:${partition}:s3:::${bucketName}/${exceptionsKey}`],
    });
    if (kmsKeyArn !== undefined) allow(store, { actions: ['kms:GenerateDataKey'], resources: [kmsKeyArn] });
    const properties: StoreExceptionsProperties = {
      Bucket: bucketName,
      BucketOwner: account,
      Csv: props.csv,
    };
    const resource = new CustomResource(this, 'Resource', {
      resourceType: 'Custom::ReviewedExceptions',
      serviceToken: store.functionArn,
      serviceTimeout: Duration.seconds(storeExceptionsTimeoutSeconds),
      properties: { ...properties },
    });
    resource.node.addDependency(store);
  }
}
