import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measureInChild, type ChildReport } from './measuring';
import { megabytes, milliseconds, ratio, type Measurement } from './table';

type Run = (way: 'collect' | 'sdk' | 'http', day: string) => Promise<ChildReport>;

/** Collecting many small accounts, against the same calls without `collect()`; and one account of 5,000 users. */
export async function measureCollect(): Promise<Measurement[]> {
  const many = await withOrganization(1_000, 20, async (run) => ({
    http: await run('http', '2026-11-20'),
    sdk: await run('sdk', '2026-11-21'),
    collect: await run('collect', '2026-11-22'),
  }));
  const large = await withOrganization(1, 5_000, (run) => run('collect', '2026-11-22'));
  const time = ({ times }: ChildReport) => times['all'] ?? Number.NaN;
  const of = (run: ChildReport) => `${milliseconds(time(run))}, ${megabytes(run.peakBytes)}`;
  return [
    { what: 'collecting 1,000 accounts x 20 users', result: of(many.collect), aim: '<= 250 MB' },
    {
      what: 'against the same SDK calls alone',
      result: `${ratio(time(many.collect), time(many.sdk))} of ${of(many.sdk)}`,
      aim: '<= 1.25x',
    },
    {
      what: 'against the bare HTTP requests',
      result: `${ratio(time(many.collect), time(many.http))} of ${of(many.http)}`,
      aim: '',
    },
    { what: 'collecting one account of 5,000 users', result: of(large), aim: '<= 250 MB' },
  ];
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
