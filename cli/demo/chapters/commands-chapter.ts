import { shellWord } from '../../output/shell-word';
import type { Chapter } from './chapter';

/** What to try next. */
export const commandsChapter: Chapter = ({ folder }) => {
  const data = `--data ${shellWord(folder)}`;
  const words = [
    'query --list',
    `query ${data} --named console_users_by_account`,
    `query ${data} "SELECT * FROM latest_finding WHERE severity = 'critical'"`,
    `digest ${data}`,
    `verify ${data}`,
  ];
  const lines = words.map((command) => `  npm run -s credential-report -- ${command}\n`);
  return Promise.resolve(`Ask it yourself:\n${lines.join('')}`);
};
