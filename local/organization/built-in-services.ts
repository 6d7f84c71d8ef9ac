import { iamService } from './iam/service';
import { organizationsService } from './organizations/service';
import type { BucketData } from './s3/bucket';
import { s3Service } from './s3/service';
import type { Service } from './service';
import { stsService } from './sts/service';

/** Every service that the organization has by itself: a new one is a file and a line here. */
export function builtInServices(
  partition: string,
  buckets: readonly BucketData[],
  reportDuration: number,
): Service[] {
  return [iamService(partition, reportDuration), stsService(), organizationsService(), s3Service(buckets)];
}
