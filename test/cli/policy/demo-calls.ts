import type { Asked } from './recorded-calls';

/** What IAM was asked for by a user of the demo's trail, and what it was not or refused. */
interface DemoUser {
  readonly userName: string;
  readonly made: readonly Asked[];
  readonly neverMade: readonly Asked[];
}

export const demoAccount = '100000000005';

const asked = (action: string, resource: string): Asked => ({ action, resource });
const distribution = `arn:aws:cloudfront::${demoAccount}:distribution`;
const queue = `arn:aws:sqs:eu-central-1:${demoAccount}:orders`;

/** Users of the demo who called an API with success. */
export const demoUsers: readonly DemoUser[] = [
  {
    userName: 'cdn-deploy',
    made: [
      asked('s3:PutObject', 'arn:aws:s3:::anycompany-web-shop/assets/part-0.js'),
      asked('s3:PutObject', 'arn:aws:s3:::anycompany-web-shop/assets/part-3.js'),
      asked('cloudfront:CreateInvalidation', `${distribution}/E2DEMOEXAMPLE`),
    ],
    neverMade: [
      asked('s3:GetObject', 'arn:aws:s3:::anycompany-web-shop/assets/part-0.js'),
      asked('s3:PutObject', 'arn:aws:s3:::anycompany-web-shop-logs/assets/part-0.js'),
      asked('cloudfront:CreateInvalidation', `${distribution}/E3DEMOEXAMPLE`),
      asked('iam:CreateUser', `arn:aws:iam::${demoAccount}:user/x`),
    ],
  },
  {
    userName: 'order-export',
    made: [asked('sqs:GetQueueAttributes', queue), asked('sqs:ListQueues', '*')],
    // Who found the key tried the last three.
    neverMade: [
      asked('sqs:ReceiveMessage', queue),
      asked('sqs:GetQueueAttributes', `${queue}-dead`),
      asked('s3:ListAllMyBuckets', '*'),
      asked('iam:CreateUser', `arn:aws:iam::${demoAccount}:user/support`),
      asked('ec2:RunInstances', `arn:aws:ec2:us-east-1:${demoAccount}:instance/*`),
    ],
  },
];
