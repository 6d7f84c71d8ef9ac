import { homedir } from 'node:os';
import { join } from 'node:path';
import { S3Client } from '@aws-sdk/client-s3';
import { STSClient } from '@aws-sdk/client-sts';
import { folderPlace, type FilePlan, type TrailPlace } from '../../local/trail';
import { awsSettings } from '../aws-settings';
import { callerIdentity } from '../caller-identity';
import { CommandError } from '../command-error';
import type { Terminal } from '../terminal';
import { keptPlace } from './kept-place';
import { costText, dollarsOf } from './read-cost';
import { isInS3, s3Address } from '../s3-address';
import { s3Place } from './s3-place';
import type { TrailOptions } from './trail-options';

/** A trail that is open for reading. */
export interface OpenTrail {
  readonly place: TrailPlace;
  /** Says what reading the files costs. @throws CommandError where that is more than may be spent */
  allow(plan: FilePlan): Promise<void>;
  /** What an error leaves, where the reading can go on from there. */
  readonly afterError: string;
  close(): void;
}

/**
 * Opens a folder, or a place in S3 of which every file that is read is kept.
 * @throws CommandError for what is neither, and without credentials
 */
export async function openTrail(
  trail: string,
  options: TrailOptions,
  terminal: Terminal,
): Promise<OpenTrail> {
  if (!isInS3(trail))
    return {
      place: folderPlace(trail),
      allow: () => Promise.resolve(),
      afterError: '',
      close: () => undefined,
    };
  const { bucket, base } = s3Address(trail, '--trail');
  const settings = awsSettings(options);
  const sts = new STSClient(settings);
  const owner = options.bucketOwner ?? (await callerIdentity(sts)).accountId;
  sts.destroy();
  const s3 = new S3Client({ ...settings, followRegionRedirects: true });
  const source = s3Place(s3, { name: bucket, owner }, base);
  const folder = join(options.cache ?? cacheFolder(terminal), bucket, folderName(base));
  const place = keptPlace(source, folder);
  return {
    place,
    async allow({ files }) {
      const missing = await place.missing(files);
      const bytes = missing.reduce((sum, file) => sum + file.bytes, 0);
      const asked = { lists: source.lists(), gets: missing.length, bytes };
      const { requests, transfer } = dollarsOf(asked);
      if (requests + transfer > options.maxDollars)
        throw new CommandError(
          `it would cost more than --max-dollars ${options.maxDollars}: ${costText(asked)}; ask for fewer days, or allow more`,
        );
      terminal.err(`${costText(asked)}; ${files.length - missing.length} files are kept from before\n`);
    },
    afterError: `; what was read is kept in ${folder}, and the same command goes on from there`,
    close: () => s3.destroy(),
  };
}

/** Where what was read is kept. */
function cacheFolder({ environment }: Terminal): string {
  return join(environment['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'credential-report', 'trail');
}

/** A prefix as the name of one folder. */
function folderName(base: string): string {
  return encodeURIComponent(base).replaceAll('.', '%2E');
}
