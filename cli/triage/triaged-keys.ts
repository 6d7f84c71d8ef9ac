import { keyTriageQuestion, type TriagedKey } from '../../athena-ddl/questions/key-triage';
import { readAnswer } from '../../athena-ddl/read-answer';
import type { LocalAthena } from '../../local/athena';

/** Every active access key of a folder, the worst first. */
export async function triagedKeys(athena: LocalAthena): Promise<TriagedKey[]> {
  return readAnswer(keyTriageQuestion, await athena.query(keyTriageQuestion.sql));
}
