import type { SentFinding } from '../../athena-ddl/questions/sent-findings';

const benchmark = (version: string) => `CIS AWS Foundations Benchmark v${version}`;

const benchmarks = [
  [benchmark('7.0.0'), 'cis_v7'],
  [benchmark('6.0.0'), 'cis_v6'],
  [benchmark('5.0.0'), 'cis_v5'],
  [benchmark('3.0.0'), 'cis_v3'],
] as const satisfies readonly (readonly [string, keyof SentFinding])[];

/** One requirement of a benchmark that a finding breaks. */
export interface BrokenRequirement {
  readonly benchmark: string;
  readonly id: string;
}

/** Which requirements of which benchmarks a finding breaks, the newest version first. */
export function brokenRequirements(finding: SentFinding): readonly BrokenRequirement[] {
  return benchmarks.flatMap(([name, column]) =>
    (finding[column]?.split(', ') ?? []).map((id) => ({ benchmark: name, id })),
  );
}
