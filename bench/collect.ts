import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Measurement } from './measurement';
import { measureInChild, type ChildReport } from './measuring';
import { median, milliseconds } from './units';

type Run = (way: 'collect' | 'facts' | 'sdk' | 'http', day: string) => Promise<ChildReport>;

/** Collecting many small accounts, against the same calls without `collect()`; and one account of 5,000 users. */
export async function measureCollect(): Promise<Measurement[]> {
  const many = await withOrganization(1_000, 20, async (run) => {
    const runs = { http: [] as ChildReport[], sdk: [] as ChildReport[], collect: [] as ChildReport[] };
    // In turn, so that what slows the machine down slows each of them down; each on a day of its own.
    for (const day of [20, 21, 22]) {
      runs.http.push(await run('http', `2026-09-${day}`));
      runs.sdk.push(await run('sdk', `2026-10-${day}`));
      runs.collect.push(await run('collect', `2026-11-${day}`));
    }
    return { http: middle(runs.http), sdk: middle(runs.sdk), collect: middle(runs.collect) };
  });
  const large = await withOrganization(1, 5_000, (run) => run('collect', '2026-11-22'));
  const beside = await withOrganization(100, 20, async (run) => ({
    without: await run('collect', '2026-11-21'),
    facts: await run('facts', '2026-11-22'),
  }));
  const of = (run: ChildReport) => ({ time: time(run), memory: run.peakBytes });
  const against = (base: ChildReport) => ({
    ratio: time(many.collect) / time(base),
    beside: `of ${milliseconds(time(base))}`,
  });
  return [
    { row: 'collect', ...of(many.collect) },
    { row: 'collect-sdk', ...against(many.sdk) },
    { row: 'collect-http', ...against(many.http) },
    { row: 'collect-users', ...of(large) },
    {
      row: 'collect-facts',
      ...of(beside.facts),
      beside: `without facts ${milliseconds(time(beside.without))}; an account ${told(beside.facts, 100)}`,
    },
  ];
}

/** Calls of IAM for facts, and bytes of facts, of one account. */
const told = ({ times }: ChildReport, accounts: number) =>
  `${(times['calls'] ?? Number.NaN) / accounts} calls, ${Math.round((times['bytes'] ?? Number.NaN) / accounts / 1024)} KB`;

const time = ({ times }: ChildReport) => times['all'] ?? Number.NaN;

/** The run that took neither longest nor shortest. */
function middle(runs: readonly ChildReport[]): ChildReport {
  const [run] = runs.filter((one) => time(one) === median(runs.map(time)));
  if (run === undefined) throw new Error('there was no run');
  return run;
}

/** An organization in a process of its own, whose IAM has made every report already: waiting is not measured. */
async function withOrganization<T>(
  accounts: number,
  users: number,
  work: (run: Run) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'credential-report-bench-'));
  const server = fork(join(__dirname, 'organization-server.ts'), [String(accounts), String(users), folder], {
    execArgv: ['--import', 'tsx'],
  });
  try {
    const [environment] = (await once(server, 'message')) as [Record<string, string>];
    const run: Run = (way, day) =>
      measureInChild('collect-run.ts', [way, String(accounts), day], environment);
    await run('sdk', '2026-11-19');
    return await work(run);
  } finally {
    server.kill();
    await once(server, 'exit');
    rmSync(folder, { recursive: true });
  }
}
