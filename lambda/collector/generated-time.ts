/** IAM hands out the same report for four hours; one that is older than this was not generated for this run. */
const oldestMs = 5 * 3_600_000;
/** AWS takes requests whose time is so far from its own. */
const apartMs = 5 * 60_000;

/** What is odd about the time at which IAM says it generated a report; nothing where the clock and IAM agree. */
export function oddGeneratedTime(generatedAt: Date | undefined, now: Date): readonly string[] {
  if (generatedAt === undefined) return ['IAM does not say when it generated the report'];
  const age = now.getTime() - generatedAt.getTime();
  if (age >= -apartMs && age <= oldestMs) return [];
  const when = age < 0 ? 'in the future' : 'more than 5 hours ago';
  const said = `IAM generated the report at ${generatedAt.toISOString()}`;
  return [`${said}, ${when}: the clock says ${now.toISOString()}`];
}
