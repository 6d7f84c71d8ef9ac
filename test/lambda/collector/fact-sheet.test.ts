import type { IAMClient } from '@aws-sdk/client-iam';
import { factSheet } from '../../../lambda/collector/facts/fact-sheet';
import { maxCalls, maxCharacters } from '../../../lambda/collector/facts/limits';

/** An IAM whose lists never end. */
const endless = {
  send: () => Promise.resolve({ IsTruncated: true, Marker: 'more' }),
} as unknown as IAMClient;
const sheetOf = () => factSheet(endless, new AbortController().signal);
const bounded = { lines: 1, not_read: ['ListVirtualMFADevices: Bounded'] };

test('a list without an end is read for as many calls as a run has', async () => {
  const sheet = sheetOf();
  await sheet.ask('ListVirtualMFADevices', {}, () => undefined);
  expect(sheet.summary()).toEqual({ ...bounded, calls: maxCalls });
});

test('nothing more is asked once there are as many characters as a run stores', async () => {
  const sheet = sheetOf();
  const quarter = 'x'.repeat(maxCharacters / 4);
  await sheet.ask('ListVirtualMFADevices', {}, () => sheet.write('user', { user_name: quarter }));
  expect(sheet.summary()).toEqual({ ...bounded, lines: 5, calls: 4 });
});
