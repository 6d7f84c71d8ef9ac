import { packageRoot } from '../../../package-root';
import { commandPrefix } from '../../output/command-prefix';
import { shellWord } from '../../output/shell-word';
import type { Chapter } from './chapter';

/** What to try next. */
export const commandsChapter: Chapter = ({ folder }) => {
  const data = `--data ${shellWord(folder)}`;
  const words = [
    `query ${data}`,
    'query --list',
    `query ${data} --named console_users_by_account`,
    `query ${data} "SELECT * FROM latest_finding WHERE severity = 'critical'"`,
    `digest ${data}`,
    `verify ${data}`,
  ];
  const lines = words.map((command) => `  ${commandPrefix(packageRoot())} ${command}\n`);
  return Promise.resolve(`Ask it yourself:\n${lines.join('')}`);
};
