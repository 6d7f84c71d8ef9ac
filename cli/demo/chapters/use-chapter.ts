import { join } from 'node:path';
import { folderPlace, planFiles, readUse } from '../../../local/trail';
import { drafted } from '../../policy/drafted';
import { shellWord } from '../../output/shell-word';
import { scopeText } from '../../trail/scope-text';
import { useText } from '../../trail/use-text';
import { firstDay, lastDay } from '../days';
import { deployKey } from '../trail/deploy-key';
import { trailFolder } from '../trail/write-trail';
import type { Chapter } from './chapter';

/** What a pipeline's key did, though its user is an administrator, and the policy that this needs. */
export const useChapter: Chapter = async ({ folder, style }) => {
  const { accountId, keyId, userName } = deployKey;
  const trail = join(folder, trailFolder);
  const selection = { accountId, principal: { key: keyId }, from: firstDay, to: lastDay };
  const plan = await planFiles(folderPlace(trail), selection, lastDay);
  const { uses, scope } = await readUse(plan, () => undefined);
  const { policy = '', notes } = await drafted({ uses, scope }, false);
  const asked = `--account ${accountId} --key ${keyId} --from ${firstDay} --to ${lastDay} --trail ${shellWord(trail)}`;
  return [
    `What the key of ${userName}, an administrator, did in 30 days\n  use ${asked}\n`,
    useText(uses, style),
    `\n${scopeText(scope)}\n`,
    `The policy that this needs\n  policy ${asked}\n${policy}\n${notes}`,
  ].join('');
};
