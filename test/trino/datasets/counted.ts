import { accountsKey, eventKey, factsKey, reportKey, runRecordKey } from '../../../lambda/report/object-key';
import { report } from '../../local/athena/report-text';
import type { Dataset } from './dataset';
import { accountLine, eventLine, runLine } from './good-lines';
import { writeObjects } from './write-objects';

/** More days than any answer looks back. */
const dayCount = 120;

/** Accounts, of which each has a report, a run record and facts on every day. */
const accounts = ['100000000001', '100000000002', '100000000003'] as const;

/**
 * Three accounts up to tomorrow, so that nothing is missing where an answer looks, also when a day ends meanwhile: 3
 * reports, 3 run records, facts of 3 accounts, a list of accounts and an event every day, and the list of exceptions.
 */
export function countedDataset(folder: string, now: Date): Dataset {
  for (let before = -1; before < dayCount; before++) {
    const date = new Date(now.getTime() - before * 86_400_000);
    const day = date.toISOString().slice(0, 10).replaceAll('-', '/');
    for (const id of accounts) {
      writeObjects(folder, {
        [reportKey(date, id, 'Data')]: report(id, { user: '<root_account>' }, { user: 'anna' }),
        [runRecordKey(date, id)]: runLine(id, 'Data', day),
        [factsKey(date, id)]: '{"fact":"user","user_name":"anna","groups":[]}\n',
      });
    }
    writeObjects(folder, {
      [accountsKey(date)]: accounts.map((id) => `${accountLine(id, 'Data')}\n`).join(''),
      [eventKey(date, `event-${before}`)]: eventLine(accounts[0], `event-${before}`, day),
    });
  }
  writeObjects(folder, {
    'exceptions/exceptions.csv':
      'account_id,user_name,control,reason,approved_by,expires_on\n*,anna,*,kept,security,2999-12-31',
    'controls/controls.csv': 'control,days,reason\n',
  });
  return { name: 'counted', folder, withSteps: true };
}
