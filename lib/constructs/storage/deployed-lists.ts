import { CustomResource, Duration, Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { controlsKey, exceptionsKey } from '../../../lambda/report/object-key';
import { storeListTimeoutSeconds, type StoreListProperties } from '../../../lambda/store-lists/contract';
import { allow } from '../../permissions/allow';
import type { Lists } from '../../config/lists';
import type { RoleSettings } from '../../config/settings';
import { InlineFunction } from '../function/inline-function';

export interface DeployedListsProps {
  readonly bucketName: string;
  readonly kmsKeyArn: string | undefined;
  readonly roles: RoleSettings;
  readonly lists: Lists;
}

/** The lists that an operator writes, in the bucket where the tables `exception` and `control_setting` read them. */
export class DeployedLists extends Construct {
  constructor(scope: Construct, id: string, props: DeployedListsProps) {
    super(scope, id);
    const { bucketName, kmsKeyArn, lists } = props;
    const { partition, account } = Stack.of(this);
    const { function: store } = new InlineFunction(this, 'Store', {
      name: 'store-lists',
      description: 'Stores the lists of exceptions and of thresholds while deploying',
      roles: props.roles,
      timeoutSeconds: storeListTimeoutSeconds,
    });
    allow(store, {
      actions: ['s3:PutObject'],
      resources: [exceptionsKey, controlsKey].map((key) => `arn:${partition}:s3:::${bucketName}/${key}`),
    });
    if (kmsKeyArn !== undefined) allow(store, { actions: ['kms:GenerateDataKey'], resources: [kmsKeyArn] });
    const add = (name: string, key: string, csv: string) => {
      const properties: StoreListProperties = {
        Bucket: bucketName,
        BucketOwner: account,
        Key: key,
        Csv: csv,
      };
      const resource = new CustomResource(this, name, {
        resourceType: `Custom::${name}`,
        serviceToken: store.functionArn,
        serviceTimeout: Duration.seconds(storeListTimeoutSeconds),
        properties: { ...properties },
      });
      resource.node.addDependency(store);
    };
    add('Exceptions', exceptionsKey, lists.exceptions);
    add('ControlSettings', controlsKey, lists.controls);
  }
}
