import { join } from 'node:path';
import { encodeAccountName } from '../../../lambda/report/object-key';
import { report } from '../../local/athena/report-text';
import { accountLine, eventLine, runLine } from './good-lines';
import type { Dataset } from './dataset';
import { hostileControls } from './hostile-controls';
import { hostileExceptions } from './hostile-exceptions';
import { hostileLines } from './hostile-lines';
import { hostileNames, hostileObjectNames } from './hostile-names';
import { hostileReports } from './hostile-reports';
import { recordedAccountLines, recordedObjects } from './recorded';
import { writeObjects, type Objects } from './write-objects';

const days = ['2026/11/20', '2026/11/21', '2026/11/22'] as const;

/** One object for each way in which an object can be wrong, beside the reports that were recorded from IAM. */
export function objectsDataset(folder: string): Dataset {
  for (const day of days) {
    writeObjects(folder, reports(day));
    writeObjects(folder, lines(day));
    writeObjects(folder, recordedObjects(day));
  }
  writeObjects(folder, {
    ...strayObjects(),
    'exceptions/exceptions.csv': hostileExceptions,
    'controls/controls.csv': hostileControls,
  });
  return { name: 'objects', folder, asOf: '2026-11-22', now: '2026-11-22T12:00:00Z', withSteps: true };
}

function reports(day: string): Objects {
  const known = hostileReports().map(
    ({ id, name, body }) => [`credential-reports/${day}/${id}-${name}.csv`, body] as const,
  );
  const named = hostileNames.map((name, i) => {
    const id = String(400_000_000_000 + i);
    return [`credential-reports/${day}/${id}-${name}.csv`, report(id, { user: 'anna' })] as const;
  });
  const stray = hostileObjectNames.map(
    (name) => [`credential-reports/${day}/${name}`, report('500000000000', { user: 'anna' })] as const,
  );
  return Object.fromEntries([...known, ...named, ...stray]);
}

function lines(day: string): Objects {
  const listed = [...hostileReports(), { id: '100000000001', name: 'Good' }].map(({ id, name }) =>
    accountLine(id, name),
  );
  const objects: Record<string, string | Buffer> = {};
  const wrong: (string | Buffer)[] = [];
  for (const [i, [name, change]] of Object.entries(hostileLines).entries()) {
    const id = String(600_000_000_000 + i);
    objects[`collection-runs/${day}/${id}.json`] = change(runLine(id, name, day));
    objects[`credential-events/${day}/${name}.json`] = change(eventLine(id, name, day));
    wrong.push(change(accountLine(id, encodeAccountName(name))));
  }
  const all = [...listed, ...recordedAccountLines, ...wrong].flatMap((line) => [
    Buffer.from(line),
    Buffer.from('\n'),
  ]);
  objects[`accounts/${day}/accounts.jsonl`] = Buffer.concat(all);
  return objects;
}

/** Where no day is, and where Athena does not look. */
function strayObjects(): Objects {
  const good = report('700000000000', { user: 'anna' });
  const name = '700000000000-Stray.csv';
  return {
    [join('credential-reports/2026/13/45', name)]: good,
    [join('credential-reports/2026/11/23', name)]: good,
    [join('credential-reports/9999/12/31', name)]: good,
    [join('credential-reports/2026/11/22/deeper', name)]: good,
    [join('credential-reports/2026/11', name)]: good,
    'accounts/2026/13/45/accounts.jsonl': accountLine('700000000000', 'Stray'),
  };
}
