import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256Of } from '../../lambda/report/sha256';
import { makerKey } from './day-key';
import type { PartitionPlan } from './planned-days';

/** Most statements that are kept: a page asks some thirty. */
const mostPlans = 500;

/** A plan as JSON has it. */
type PlanText = readonly (readonly [
  string,
  Omit<TablePlan, 'days'> & { readonly days: readonly string[] },
])[];
type TablePlan = PartitionPlan extends ReadonlyMap<string, infer Read> ? Read : never;

/**
 * Plans of statements by a key of all that they are made of, in a file of the folder in which rows are kept: planning is a third
 * of what a small question takes. A file that is not as it was written, or of other days, counts as none.
 */
export class KnownPlans {
  private readonly plans: Map<string, PlanText>;
  /** Of the file. */
  private readonly name: string;
  private hasNew = false;

  /**
   * @param folder where the file lies; none where nothing outlives the run
   * @param made what every plan is made of, such as the days and what is today
   */
  constructor(
    private readonly folder: string | undefined,
    made: readonly unknown[],
  ) {
    this.name = `plans.${sha256Of(JSON.stringify([makerKey(), ...made])).slice(0, 32)}.json`;
    this.plans = new Map(folder === undefined ? [] : readPlans(join(folder, this.name)));
  }

  find(key: string): PartitionPlan | undefined {
    const plan = this.plans.get(sha256Of(key));
    return plan && new Map(plan.map(([table, read]) => [table, { ...read, days: new Set(read.days) }]));
  }

  keep(key: string, plan: PartitionPlan): void {
    if (this.folder === undefined || this.plans.size >= mostPlans) return;
    this.plans.set(
      sha256Of(key),
      [...plan].map(([table, read]) => [table, { ...read, days: [...read.days] }] as const),
    );
    this.hasNew = true;
  }

  /** Writes what is new, and throws away what is of other days. Where nothing can be written, the next run plans again. */
  save(): void {
    if (!this.hasNew || this.folder === undefined) return;
    const plans = [...this.plans];
    const draft = join(this.folder, `${this.name}.${process.pid}.part`);
    try {
      mkdirSync(this.folder, { recursive: true, mode: 0o700 });
      writeFileSync(draft, JSON.stringify({ sha256: sha256Of(JSON.stringify(plans)), plans }));
      for (const old of readdirSync(this.folder)) {
        if (/^plans\.[0-9a-f]{32}\.json$/.test(old)) rmSync(join(this.folder, old), { force: true });
      }
      renameSync(draft, join(this.folder, this.name));
    } catch {
      if (existsSync(draft)) rmSync(draft);
    }
  }
}

function readPlans(file: string): readonly (readonly [string, PlanText])[] {
  try {
    const { sha256, plans } = JSON.parse(readFileSync(file, 'utf8')) as {
      sha256: string;
      plans: [string, PlanText][];
    };
    return sha256Of(JSON.stringify(plans)) === sha256 ? plans : [];
  } catch {
    return [];
  }
}
