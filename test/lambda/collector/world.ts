import { GenerateCredentialReportCommand } from '@aws-sdk/client-iam';
import type { CollectDependencies } from '../../../lambda/collector/collect';
import type { RunRecord } from '../../../lambda/report/run-record';

/** What IAM answers: a state of generation, a report, or an error by its name and status. */
export type Answer = { generate: string } | { get: string } | { error: string; status?: number };

export const accountId = '100000000007';
const header =
  'user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,password_next_rotation,mfa_active,access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,access_key_1_last_used_region,access_key_1_last_used_service,access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,access_key_2_last_used_region,access_key_2_last_used_service,cert_1_active,cert_1_last_rotated,cert_2_active,cert_2_last_rotated';
const rest =
  '2026-01-01T00:00:00Z,false,N/A,N/A,N/A,false,false,N/A,N/A,N/A,N/A,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A';

/** A report with the root user and the given users, each a `user,arn` pair. */
export function reportOf(users: readonly string[] = [], owner = accountId, firstLine = header): string {
  const root = `<root_account>,arn:aws:iam::${owner}:root`;
  return [firstLine, ...[root, ...users].map((user) => `${user},${rest}`)].join('\n');
}

export { header as reportHeader };

/** A world in memory: IAM answers from a script, time passes only while the collector sleeps. */
export class World {
  readonly objects = new Map<string, string>();
  readonly sleeps: number[] = [];
  readonly asked: string[] = [];
  putFailures: Record<string, string> = {};
  private readonly script: Answer[];
  private time = Date.parse('2026-11-22T03:00:00Z');

  constructor(
    script: readonly Answer[],
    private readonly accountName: () => Promise<string> = () => Promise.resolve('Sandbox 1'),
    private readonly budgetMs = 390_000,
  ) {
    this.script = [...script];
  }

  get deps(): CollectDependencies {
    const end = this.time + this.budgetMs;
    return {
      iam: { send: (command: object) => this.answer(command) } as CollectDependencies['iam'],
      accountName: this.accountName,
      store: {
        putNew: (key, body) => (this.objects.has(key) ? Promise.resolve('exists') : this.put(key, body)),
        replace: (key, body) => this.put(key, body),
      },
      now: () => new Date(this.time),
      sleep: (milliseconds) => {
        this.sleeps.push(milliseconds);
        this.time += milliseconds;
        return Promise.resolve();
      },
      random: () => 0.5,
      remainingMs: () => end - this.time,
      abortIn: () => new AbortController().signal,
      version: '9.9.9',
      facts: 'none',
    };
  }

  /** The run record of the day, parsed. */
  record(day = '2026/11/22'): RunRecord | undefined {
    const text = this.objects.get(`collection-runs/${day}/${accountId}.json`);
    return text === undefined ? undefined : (JSON.parse(text) as RunRecord);
  }

  private put(key: string, body: Uint8Array | string): Promise<'stored'> {
    const failure = Object.entries(this.putFailures).find(([prefix]) => key.startsWith(prefix));
    if (failure !== undefined) return Promise.reject(new Error(failure[1]));
    this.objects.set(key, typeof body === 'string' ? body : Buffer.from(body).toString('latin1'));
    return Promise.resolve('stored');
  }

  private answer(command: object): Promise<object> {
    const isGenerate = command instanceof GenerateCredentialReportCommand;
    this.asked.push(isGenerate ? 'generate' : 'get');
    const answer = this.script.length > 1 ? this.script.shift() : this.script[0];
    if (answer === undefined) throw new Error('the script is empty');
    if ('error' in answer) {
      const error = Object.assign(new Error('Unknown'), { name: answer.error });
      return Promise.reject(Object.assign(error, { $metadata: { httpStatusCode: answer.status ?? 400 } }));
    }
    if ('generate' in answer !== isGenerate)
      throw new Error(`asked to ${this.asked.at(-1)}, scripted otherwise`);
    if ('generate' in answer) return Promise.resolve({ State: answer.generate });
    const GeneratedTime = new Date('2026-11-22T02:30:00Z');
    return Promise.resolve({ Content: Buffer.from(answer.get, 'latin1'), GeneratedTime });
  }
}
