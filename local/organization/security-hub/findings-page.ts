import type { JsonInput, JsonOutput } from '../protocols/json';
import { notImplemented } from '../service-error';
import type { HubFinding } from './hub-finding';

interface Filter {
  readonly Comparison: string;
  readonly Value: string;
}

/** A page of the findings that meet every filter: of one attribute one value is enough. */
export function findingsPage(
  findings: readonly HubFinding[],
  { Filters = {}, NextToken, MaxResults = 100 }: JsonInput,
): JsonOutput {
  const filters = Object.entries(Filters as Readonly<Record<string, readonly Filter[]>>);
  const found = findings.filter((finding) =>
    filters.every(([name, values]) => values.some((filter) => meets(finding[name], name, filter))),
  );
  const start = NextToken === undefined ? 0 : Number(NextToken);
  const end = start + Number(MaxResults);
  return {
    Findings: found.slice(start, end),
    ...(end < found.length && { NextToken: String(end) }),
  };
}

const known = ['ProductArn', 'AwsAccountId', 'GeneratorId', 'RecordState'];

function meets(value: unknown, name: string, { Comparison, Value }: Filter): boolean {
  if (!known.includes(name)) throw notImplemented(`the filter ${name} of securityhub:GetFindings`);
  if (Comparison === 'EQUALS') return value === Value;
  if (Comparison === 'PREFIX') return String(value).startsWith(Value);
  throw notImplemented(`the comparison ${Comparison} of securityhub:GetFindings`);
}
