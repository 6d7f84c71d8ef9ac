import type { Chapter } from './chapter';

/** What to try next. */
export const commandsChapter: Chapter = ({ folder }) => {
  const data = `--data ${/^[\w./-]+$/.test(folder) ? folder : `'${folder.replaceAll("'", "'\\''")}'`}`;
  const lines = [
    'Ask it yourself:',
    '  npm run -s credential-report -- query --list',
    `  npm run -s credential-report -- query ${data} --named console_users_by_account`,
    `  npm run -s credential-report -- query ${data} "SELECT * FROM latest_finding WHERE severity = 'critical'"`,
    `  npm run -s credential-report -- verify ${data}`,
  ];
  return Promise.resolve(`${lines.join('\n')}\n`);
};
