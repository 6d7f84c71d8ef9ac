import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestQuestions } from '../athena-ddl/questions/digest';
import { digestCoverage } from '../athena-ddl/questions/digest-coverage';
import counted from './trino/expected-requests.json';

/** Costs that pages name, from what Trino lists and reads and from list prices of us-east-1. */

const pageOf = (file: string) => readFileSync(join(__dirname, '..', file), 'utf8');
const deploy = pageOf('docs/deploy.md');
const messages = pageOf('docs/messages.md');

const dollarsPerList = 0.005 / 1_000;
const dollarsPerGet = 0.0004 / 1_000;
/** At least 10 MB a query, $5 per TB. */
const dollarsPerQuery = (10 / 1_000_000) * 5;

/** Objects of which each account hands in one a day; of a day in history there is one for all. */
const byAccount = ['credential-reports', 'collection-runs', 'user-facts'];
const countedAccounts = 3;

interface Requests {
  readonly prefixes: number;
  readonly objects: number;
}

/** What a question lists and reads with 100 accounts, from what it does with those that are counted. */
function requestsOf(question: string): Requests {
  const byPrefix = Object.entries<Record<string, string>>(counted).find(([name]) => name === question)?.[1];
  if (byPrefix === undefined) throw new Error(`nobody counts ${question}`);
  const all = Object.entries(byPrefix).map(([prefix, said]) => {
    const [prefixes = NaN, objects = NaN] = said.split(' + ').map(Number);
    return { prefixes, objects: byAccount.includes(prefix) ? (objects * 100) / countedAccounts : objects };
  });
  return sum(all);
}

function sum(all: readonly Requests[]): Requests {
  const of = (key: keyof Requests) => all.reduce((total, one) => total + one[key], 0);
  return { prefixes: of('prefixes'), objects: of('objects') };
}

const dollarsOf = ({ prefixes, objects }: Requests) => prefixes * dollarsPerList + objects * dollarsPerGet;
const together = '**together**';
const money = (dollars: number) => `$${dollars.toFixed(2)}`;
/** To two digits and thousands. */
const about = (count: number) => Number(count.toPrecision(2)).toLocaleString('en');

test('questions cost what they list and read', () => {
  const one = requestsOf('latest_credential');
  expect(rowOf(deploy, '540 questions')).toEqual([
    `to the \`latest_*\` views: 540 × (${one.objects} objects × $0.0004 + ${one.prefixes} prefixes × $0.005) per 1,000`,
    money(540 * dollarsOf(one)),
  ]);
  const aged = requestsOf('latest_finding');
  expect(rowOf(deploy, '60 questions')).toEqual([
    `to \`latest_finding\`, two a day: 60 × (${aged.objects} objects × $0.0004 + ${aged.prefixes} prefixes × $0.005) per 1,000`,
    money(60 * dollarsOf(aged)),
  ]);
});

test('a check a day and a digest a week cost what they list and read', () => {
  const digest = Object.values(digestQuestions).map(({ query }) => requestsOf(`query ${query}`));
  const check = requestsOf(`query ${digestCoverage.query}`);
  const times = ({ prefixes, objects }: Requests, count: number) => ({
    prefixes: prefixes * count,
    objects: objects * count,
  });
  const weeks = 52 / 12;
  const month = sum([times(sum(digest), weeks), times(check, 30)]);
  const queries = Math.round(digest.length * weeks + 30);
  expect(rowOf(messages, 'a check')).toEqual([
    `a day and a digest a week: ${about(month.objects)} objects read, ${about(month.prefixes)} prefixes listed, ${queries} queries of at least 10 MB`,
    money(dollarsOf(month) + queries * dollarsPerQuery),
  ]);
});

test('QuickSight costs what its datasets list and read', () => {
  const ids = Object.keys(counted).filter((name) => name.startsWith('dataset '));
  const day = sum(ids.map(requestsOf));
  const month = 30 * (dollarsOf(day) + ids.length * dollarsPerQuery);
  const objects = (id: string) => about(requestsOf(`dataset ${id}`).objects);
  const said = /^It reads about [^]*?\)/m.exec(deploy)?.[0].replaceAll('\n', ' ');
  expect(said).toBe(
    `It reads about ${about(day.objects)} objects in ${about(day.prefixes)} prefixes a day for 100 accounts (${money(month)} a month: ` +
      `of the objects findings ${objects('all-open-findings')}, users ${objects('user-list')}, the trend ${objects('console-users-trend')}, ` +
      `changes ${objects('changes-by-day')}, coverage ${objects('coverage-by-day')}, keys ${objects('key-age')})`,
  );
});

interface CostRow {
  readonly words: string;
  readonly rest: string;
  readonly dollars: string;
}

/** The rows of a page's table of costs, with their first two words. */
function rowsOf(page: string): readonly CostRow[] {
  const rows = page.matchAll(/^\| ((?:\S+ )?\S+)([^|]*)\| (?:\*\*)?(\$[\d.]+)(?:\*\*)? *\|$/gm);
  return [...rows].map(([, words = '', rest = '', dollars = '']) => ({ words, rest: rest.trim(), dollars }));
}

function rowOf(page: string, start: string): readonly (string | undefined)[] {
  const row = rowsOf(page).find(({ words }) => words === start);
  return [row?.rest, row?.dollars];
}

test.each([
  ['docs/deploy.md', deploy],
  ['docs/messages.md', messages],
])('what stands together in %s is the sum of its rows', (_file, page) => {
  const rows = rowsOf(page);
  const end = rows.findIndex(({ words }) => words === together);
  const parts = rows.slice(0, end).map(({ dollars }) => Number(dollars.slice(1)));
  expect(parts.length).toBeGreaterThan(3);
  expect(rows[end]?.dollars).toBe(money(parts.reduce((total, part) => total + part, 0)));
});

test('README names the sums of the pages', () => {
  const [, paragraph = ''] = /^## Cost\n\n([^]*?)\n\n/m.exec(pageOf('README.md')) ?? [];
  const [, quickSight] = /\((\$[\d.]+) a month:/.exec(deploy) ?? [];
  expect(paragraph.match(/\$[\d.]+\d/g)).toEqual([
    rowOf(deploy, together)[1],
    rowOf(messages, together)[1],
    rowOf(messages, 'with events:')[1],
    quickSight,
  ]);
});
