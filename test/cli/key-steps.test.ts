import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TriagedKey } from '../../athena-ddl/questions/key-triage';
import { viewFiles } from '../../athena-ddl/sql-files';
import { commandsText } from '../../cli/triage/commands-text';
import { keySteps } from '../../cli/triage/key-steps';
import { triagedKey } from './triaged-key';

const folder = mkdtempSync(join(tmpdir(), 'key-steps-'));
afterAll(() => rmSync(folder, { recursive: true }));

const id = 'AKIAEXAMPLE000000001';
const named = `--user-name ci-deploy --access-key-id ${id}`;
const inactive = `aws iam update-access-key ${named} --status Inactive`;
const active = `aws iam update-access-key ${named} --status Active`;
const gone = `aws iam delete-access-key ${named}`;
const lookup = `aws cloudtrail lookup-events --lookup-attributes AttributeKey=AccessKeyId,AttributeValue=${id}`;

const byAdvice: Readonly<Record<string, { first: string; undo?: string; later?: string; note: RegExp }>> = {
  'quarantined: act now': {
    first: inactive,
    undo: active,
    later: gone,
    note: /whoever found the key has it/,
  },
  delete: { first: inactive, undo: active, later: gone, note: /Nothing takes that back/ },
  'deactivate and watch': { first: inactive, undo: active, later: gone, note: /Nothing takes that back/ },
  rotate: {
    first:
      'test "$(aws sts get-caller-identity --query Account --output text)" = 100000000003 && aws iam create-access-key --user-name ci-deploy',
    undo: 'aws iam delete-access-key --user-name ci-deploy --access-key-id NEW_KEY_ID',
    later: inactive,
    note: /prints the new id and, once, its secret/,
  },
  'replace by a role': { first: `${lookup} --region eu-west-1`, later: inactive, note: /changes nothing/ },
  'ask owner': { first: 'aws iam list-user-tags --user-name ci-deploy', note: /changes nothing/ },
};

test.each(Object.entries(byAdvice))(
  '%s: the first step, its undo and what comes later',
  (advice, { note, ...steps }) => {
    const { note: told, ...commands } = keySteps(triagedKey({ advice, last_used_region: 'eu-west-1' }));
    expect(commands).toEqual(steps);
    expect(told).toMatch(note);
  },
);

test('there are steps for each advice that the view gives, and for no other', () => {
  const { text = '' } = viewFiles().find(({ name }) => name === 'latest_key_triage') ?? {};
  const given = /CASE\n([^]*?)END AS advice/.exec(text)?.[1] ?? '';
  const advices = [...given.matchAll(/(?:THEN|ELSE) '([^']+)'$/gm)].map(([, advice = '']) => advice);
  expect([...new Set(advices)].sort()).toEqual(Object.keys(byAdvice).sort());
  expect(() => keySteps(triagedKey({ advice: 'burn' }))).toThrow('there are no steps for the advice "burn"');
});

test.each(
  Object.keys(byAdvice).flatMap((advice) =>
    [null, '$(id)', 'AKIA; id'].map((key_id) => ({ advice, key_id })),
  ),
)('nothing is changed where the id is not certain: $advice, $key_id', ({ advice, key_id }) => {
  expect(keySteps(triagedKey({ advice, key_id }))).toEqual({
    first: 'aws iam list-access-keys --user-name ci-deploy',
    note: expect.stringContaining('the id of the key is not certain') as unknown,
  });
});

test.each<[string, Partial<TriagedKey>, RegExp]>([
  ['the root user', { user_name: '<root_account>' }, /^only the root user can/],
  [
    'a key with an exception',
    { status: 'excepted', exceptions: 'key-rotation' },
    /^an exception keeps it: key-rotation$/,
  ],
  ['a name that breaks the line', { user_name: 'a\naws iam delete-user' }, /^no user of IAM has such a name/],
  ['a name that turns the writing', { user_name: '\u202ea' }, /^no user of IAM has such a name/],
  [
    'a name that the AWS CLI would read from a file',
    { user_name: 'file://key' },
    /^no user of IAM has such a name/,
  ],
  ['no name', { user_name: '' }, /^no user of IAM has such a name/],
])('%s has a note and no command', (_, given, note) => {
  expect(keySteps(triagedKey(given))).toEqual({ note: expect.stringMatching(note) as unknown });
});

test.each([null, 'us-east-1; id', 'Global', ''])(
  'no region is asked for where the report names none: %s',
  (region) => {
    expect(keySteps(triagedKey({ advice: 'replace by a role', last_used_region: region })).first).toBe(
      lookup,
    );
  },
);

const hostile = [
  'a,b=c',
  "it's",
  '"x" y',
  '-n',
  '--output',
  '$(touch pwned)',
  '; touch pwned',
  '`touch pwned`',
  '*',
  '\\',
  '#',
  '!!',
];

describe('a shell', () => {
  beforeAll(() => {
    // Tells its arguments, each on a line.
    writeFileSync(join(folder, 'aws'), '#!/bin/sh\nfor word; do printf "%s\\n" "$word"; done\n');
    chmodSync(join(folder, 'aws'), 0o755);
  });
  const shell = (script: string) =>
    execFileSync('/bin/sh', ['-eu'], {
      input: script,
      cwd: folder,
      env: { PATH: `${folder}:/usr/bin:/bin` },
      encoding: 'utf8',
      timeout: 10_000,
    });

  test.each(hostile)('hands %s over as one word', (user_name) => {
    const words = shell(commandsText([triagedKey({ user_name, account_name: user_name })])).split('\n');
    const name = user_name.startsWith('-') ? [`--user-name=${user_name}`] : ['--user-name', user_name];
    expect(words).toEqual([
      'iam',
      'update-access-key',
      ...name,
      '--access-key-id',
      id,
      '--status',
      'Inactive',
      '',
    ]);
    expect(readdirSync(folder)).toEqual(['aws']);
  });

  // An interactive zsh knows no comments unless told.
  test.each(Object.keys(byAdvice).flatMap((advice) => hostile.map((name) => ({ advice, name }))))(
    'that takes comments for commands does nothing: $advice, $name',
    ({ advice, name }) => {
      const key = triagedKey({ advice, user_name: name, account_name: name, account_id: name, key_id: id });
      const comments = [key, { ...key, status: 'excepted', exceptions: name }, { ...key, key_id: name }]
        .flatMap((row) => commandsText([row]).split('\n'))
        .filter((line) => line.startsWith('#'));
      expect(comments.length).toBeGreaterThan(8);
      expect(shell(comments.map((line) => line.replace(/^#/, ':')).join('\n'))).toBe('');
      expect(readdirSync(folder)).toEqual(['aws']);
    },
  );
});

test('the commands of a key read like this', () => {
  expect(
    commandsText([
      triagedKey({ account_name: 'R&D\n"Prod"' }),
      triagedKey({ place: 2, advice: 'ask owner', key_id: null, account_name: ' ' }),
    ]),
  ).toBe(`# 1. delete, AKIAEXAMPLE000000001 of ci-deploy
# account 100000000003, 'R&D\\u000a"Prod"'
# delete it after a week in which nothing broke. Nothing takes that back
# what it did: credential-report use --account 100000000003 --key AKIAEXAMPLE000000001 --trail TRAIL
${inactive}
# undo: ${active}
# later: ${gone}

# 2. ask owner, 'access key 1' of ci-deploy
# account 100000000003
# the id of the key is not certain: find out which one it is before anything is changed
# what it did: credential-report use --account 100000000003 --user ci-deploy --trail TRAIL
aws iam list-access-keys --user-name ci-deploy
`);
});
