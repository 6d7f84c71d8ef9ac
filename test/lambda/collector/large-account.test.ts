import type { IAMClient } from '@aws-sdk/client-iam';
import { collectorTimeoutSeconds, reserveMs } from '../../../lambda/collector/contract';
import { maxCharacters } from '../../../lambda/collector/facts/limits';
import { readFacts } from '../../../lambda/collector/facts/read-facts';

/** IAM's quota of users, each with as many keys as a user may have. */
const users = Array.from(
  { length: 5000 },
  (_, index) => `firstname.lastname.${index}@subsidiary.example.com`,
);
const keyOf = (UserName: string, n: number) => ({
  UserName,
  AccessKeyId: `AKIAEXAMPLE00000000${n}`,
  Status: 'Active',
  CreateDate: new Date('2026-01-01T00:00:00Z'),
});

interface Command {
  readonly constructor: { readonly name: string };
  readonly input: { readonly UserName?: string };
}

/** Reads the facts of such an account from the start of a run, each call taking so long; time is virtual. */
async function read(callMs: number) {
  let time = 0;
  const ends: { readonly at: number; readonly abort: AbortController }[] = [];
  const pass = (milliseconds: number) => {
    time += milliseconds;
    for (const { at, abort } of ends) if (at <= time) abort.abort();
  };
  const iam = {
    send: ({ input }: Command, { abortSignal }: { readonly abortSignal: AbortSignal }) => {
      if (abortSignal.aborted) return Promise.reject(new Error('aborted'));
      pass(callMs);
      const { UserName } = input;
      return Promise.resolve(
        UserName === undefined ? {} : { AccessKeyMetadata: [keyOf(UserName, 1), keyOf(UserName, 2)] },
      );
    },
  } as unknown as IAMClient;
  const sheet = await readFacts(
    {
      iam,
      facts: 'all',
      now: () => new Date(time),
      random: () => 0,
      sleep: (milliseconds) => Promise.resolve(pass(milliseconds)),
      remainingMs: () => collectorTimeoutSeconds * 1000 - time,
      abortIn: (milliseconds) => {
        const abort = new AbortController();
        ends.push({ at: time + milliseconds, abort });
        return abort.signal;
      },
    },
    users,
  );
  const lines = sheet.lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  const of = (fact: string) => lines.filter((line) => line['fact'] === fact);
  return { sheet, of, leftMs: collectorTimeoutSeconds * 1000 - time };
}

test('5,000 users with two keys each are read in one run where a call takes 80 ms', async () => {
  const { sheet, of, leftMs } = await read(80);
  expect(of('access_key')).toHaveLength(2 * 5000);
  expect(sheet.summary()).toMatchObject({ calls: 5005, not_read: [] });
  expect(sheet.lines.join('').length).toBeLessThan(maxCharacters / 4);
  expect(leftMs).toBeGreaterThan(reserveMs.facts);
});

test.each([100, 200, 2000])(
  'where a call takes %i ms, each user whose keys did not fit is a line, and there is time to store them',
  async (callMs) => {
    const { sheet, of, leftMs } = await read(callMs);
    const [told, missed] = [of('access_key'), of('not_read')].map(
      (lines) => new Set(lines.map((line) => line['user_name'])),
    );
    expect([...(told ?? []), ...(missed ?? [])].sort()).toEqual([...users].sort());
    expect(missed?.size).toBeGreaterThan(0);
    expect(sheet.summary().not_read).toEqual(['ListAccessKeys: Bounded']);
    expect(leftMs).toBeGreaterThan(reserveMs.put);
  },
);
