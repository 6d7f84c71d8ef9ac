import { group, listOf, required, text, wholeNumber } from './option-rule';

const region = /^[a-z]{2,4}(-[a-z]+)+-[0-9]{1,2}$/;

/** Rules of the options about a trail, each by itself. */
export const trailRule = group({
  account: required(text(/^[0-9]{12}$/, 'an account id of 12 digits, in quotes')),
  region: required(text(region, 'a region such as "eu-central-1"')),
  // Buckets of CloudTrail are general purpose ones; dots would stand in the host's name.
  bucket: required(text(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'the name of a bucket')),
  // CloudTrail takes prefixes of at most 200 characters.
  prefix: text(
    /^(?=.{1,200}$)[\w!.*'()-]+(\/[\w!.*'()-]+)*$/,
    'what stands before "/AWSLogs/" in the keys, without a slash at either end',
  ),
  organizationId: text(/^o-[a-z0-9]{10,32}$/, '"o-" and 10 to 32 lowercase letters or digits'),
  regions: required(listOf(region, 'a list of different regions, one at least', 1, 40)),
  keyArn: text(
    /^arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key\/[A-Za-z0-9-]+$/,
    'the ARN of a key (not of an alias), "arn:<partition>:kms:<region>:<account>:key/<id>"',
  ),
  // Partition projection would take more; 100 years is surely a slip.
  retentionDays: wholeNumber(1, 36_500, 'days'),
});
