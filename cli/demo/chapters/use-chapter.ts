import { join } from 'node:path';
import { folderPlace, planFiles, readUse } from '../../../local/trail';
import { shellWord } from '../../output/shell-word';
import { scopeText } from '../../trail/scope-text';
import { useText } from '../../trail/use-text';
import { firstDay, lastDay } from '../days';
import { deployKey } from '../trail/deploy-key';
import { trailFolder } from '../trail/write-trail';
import type { Chapter } from './chapter';

/** What a pipeline's key did, though its user is an administrator. */
export const useChapter: Chapter = async ({ folder }) => {
  const { accountId, keyId, userName } = deployKey;
  const trail = join(folder, trailFolder);
  const selection = { accountId, principal: { key: keyId }, from: firstDay, to: lastDay };
  const plan = await planFiles(folderPlace(trail), selection, lastDay);
  const { uses, scope } = await readUse(plan, () => undefined);
  const command = `use --account ${accountId} --key ${keyId} --from ${firstDay} --to ${lastDay} --trail ${shellWord(trail)}`;
  return `What the key of ${userName}, an administrator, did in 30 days\n  ${command}\n${useText(uses, { format: 'table', raw: false })}\n${scopeText(scope)}`;
};
