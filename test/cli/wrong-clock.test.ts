import { awsError } from '../../cli/aws-error';

/** Answers of AWS to a request that is signed an hour late, early or with another time. */
const answers = [
  {
    name: 'SignatureDoesNotMatch',
    message:
      'Signature expired: 20261122T060000Z is now earlier than 20261122T064501Z (20261122T070001Z - 15 min.)',
    both: ['2026-11-22T06:00:00Z', '2026-11-22T07:00:01Z'],
  },
  {
    name: 'InvalidSignatureException',
    message:
      'Signature not yet current: 20261122T080000Z is still later than 20261122T070501Z (20261122T070001Z + 5 min.)',
    both: ['2026-11-22T08:00:00Z', '2026-11-22T07:00:01Z'],
  },
  {
    name: 'RequestTimeTooSkewed',
    message: 'The difference between the request time and the current time is too large.',
    RequestTime: '20261122T060000Z',
    ServerTime: '2026-11-22T07:00:01Z',
    both: ['2026-11-22T06:00:00Z', '2026-11-22T07:00:01Z'],
  },
  {
    name: 'RequestExpired',
    message: 'Request has expired.',
    $response: { headers: { date: 'Sun, 22 Nov 2026 07:00:01 GMT' } },
    both: ['\\S+', '2026-11-22T07:00:01Z'],
  },
];

test.each(answers)('$name for its time is a wrong clock, with both times', ({ both, ...answer }) => {
  const { message } = awsError(Object.assign(new Error(), answer), 'asking STS');
  const [here = '', there = ''] = both;
  expect(message).toMatch(
    new RegExp(`^asking STS failed: the clock of this machine is wrong: it says ${here}, AWS says ${there}$`),
  );
});

test('a signature of another secret is no wrong clock', () => {
  const error = Object.assign(new Error('The request signature we calculated does not match'), {
    name: 'SignatureDoesNotMatch',
  });
  expect(awsError(error, 'asking STS').message).toBe(
    'asking STS failed: the secret access key does not fit the access key id',
  );
});
