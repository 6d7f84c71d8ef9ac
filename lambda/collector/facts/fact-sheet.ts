import * as operations from '@aws-sdk/client-iam';
import { jsonLine } from '../../report/json-line';
import type { UserFacts } from '../../report/run-record';
import { errorOf, named } from '../error-of';
import type { IamCalls } from './iam-calls';
import { maxCalls, maxCharacters, maxFailures } from './limits';

/** The facts of one run, one a line, and among them what could not be read. */
export interface FactSheet {
  readonly lines: readonly string[];
  readonly write: (fact: string, fields: object) => void;
  /** Writes down what could not be read of a call, and about whom or what. */
  readonly notRead: (call: keyof IamCalls, error: unknown, about: object) => void;
  /** Asks page by page; what goes wrong is written down, and never thrown. */
  readonly ask: <Call extends keyof IamCalls>(
    call: Call,
    input: IamCalls[Call][0],
    take: (page: IamCalls[Call][1]) => void,
    about?: object,
  ) => Promise<void>;
  /** What the run record says of them. */
  readonly summary: () => Pick<UserFacts, 'lines' | 'calls' | 'not_read'>;
}

/** An answer, which goes on behind a marker where it is truncated. */
type Page = Pick<operations.ListAccessKeysCommandOutput, 'IsTruncated' | 'Marker'>;

const bounded = named('Bounded', 'the time, calls, failures or size of a run were used up');

/**
 * An empty sheet.
 * @param abortSignal ends every call when the time for facts is over
 */
export function factSheet(iam: Pick<operations.IAMClient, 'send'>, abortSignal: AbortSignal): FactSheet {
  const lines: string[] = [];
  const missed = new Set<string>();
  let characters = 0;
  let calls = 0;
  let failures = 0;

  const write: FactSheet['write'] = (fact, fields) => {
    const line = jsonLine({ fact, ...fields });
    characters += line.length;
    lines.push(line);
  };
  const notRead: FactSheet['notRead'] = (call, error, about) => {
    const { name, message } = errorOf(error);
    missed.add(`${call}: ${name}`);
    write('not_read', { call, ...about, error_name: name, error_message: message });
  };
  const ask: FactSheet['ask'] = async (call, input, take, about = {}) => {
    const Operation = operations[`${call}Command`] as new (input: object) => operations.ListAccessKeysCommand;
    let page: Page = {};
    try {
      do {
        if (calls >= maxCalls || failures >= maxFailures || characters >= maxCharacters)
          return notRead(call, bounded, about);
        calls++;
        page = await iam.send(new Operation({ ...input, Marker: page.Marker }), { abortSignal });
        take(page);
      } while (page.IsTruncated);
    } catch (error) {
      // No password policy, or a user that was deleted meanwhile: that there is none is a fact.
      if ((error as Error).name === 'NoSuchEntityException') return take({});
      failures++;
      notRead(call, abortSignal.aborted ? bounded : error, about);
    }
  };
  const summary = () => ({ lines: lines.length, calls, not_read: [...missed] });
  return { lines, write, notRead, ask, summary };
}
