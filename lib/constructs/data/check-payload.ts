import { maxApplyDdlBytes, type PackedDdlProperties } from '../../../lambda/apply-ddl/contract';

/**
 * Holds the SQL against what CloudFormation can hand over, before anything is deployed.
 * @throws Error with the size and the limit
 */
export function checkPayload(properties: PackedDdlProperties): void {
  const bytes = Buffer.byteLength(JSON.stringify(properties));
  if (bytes > maxApplyDdlBytes) {
    throw new Error(
      `the tables and views have ${bytes} bytes packed, allowed are ${maxApplyDdlBytes}: an update carries the former ones as well, in one event`,
    );
  }
}
