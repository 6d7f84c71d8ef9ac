import { mayPass, unreadReason, unreadReasons } from '../../../lambda/history/unread-reason';

const named = (name: string) => Object.assign(new Error('no'), { name });
const coded = (code: string) => Object.assign(new Error('no'), { code });

test.each<[string, unknown, string]>([
  ['S3 denies', named('AccessDenied'), 'access denied'],
  ['the file system denies', coded('EACCES'), 'access denied'],
  ['the system denies', coded('EPERM'), 'access denied'],
  ['it lies in an archive', named('InvalidObjectState'), 'in an archive'],
  ['the time was over for S3', named('AbortError'), 'not read within 30 seconds'],
  ['the time was over', new DOMException('over', 'TimeoutError'), 'not read within 30 seconds'],
  [
    'the file system gave up',
    Object.assign(named('AbortError'), { code: 'ABORT_ERR' }),
    'not read within 30 seconds',
  ],
  ['anything else', named('InternalError'), 'reading it failed'],
  ['no error at all', 'no', 'reading it failed'],
])('%s', (_what, error, text) => expect(unreadReason(error).text).toBe(text));

test('what follows from the object itself stays, everything else is tried again', () => {
  const lasting = Object.entries(unreadReasons).filter(([, { text }]) => !mayPass(text));
  expect(lasting.map(([name]) => name)).toEqual(['tooLarge', 'tooManyLines', 'longLine', 'flood']);
  expect(mayPass('a reason of a later version')).toBe(true);
});
