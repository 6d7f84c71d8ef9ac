import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CustomResourceEvent } from '../../../../lambda/shared/custom-resource/event';
import { putResponse, respond } from '../../../../lambda/shared/custom-resource/respond';

const event: CustomResourceEvent = {
  RequestType: 'Update',
  ResponseURL: 'https://example.com/response',
  StackId: 'stack',
  RequestId: 'request',
  LogicalResourceId: 'Resource',
  PhysicalResourceId: 'from-before',
  ResourceProperties: {},
};

/** The response that a run leads to. */
async function responseTo(
  run: () => Promise<{ physicalResourceId: string; data?: Record<string, string> }>,
  given = event,
) {
  const bodies: string[] = [];
  const log = jest.spyOn(console, 'error').mockImplementation(() => {});
  await respond(given, 'first-id', run, (_, body) => Promise.resolve(void bodies.push(body)));
  log.mockRestore();
  expect(bodies).toHaveLength(1);
  return {
    bytes: Buffer.byteLength(bodies[0] ?? ''),
    ...(JSON.parse(bodies[0] ?? '') as Record<string, unknown>),
  };
}

test('a success hands the attributes over', async () => {
  expect(
    await responseTo(() => Promise.resolve({ physicalResourceId: 'id', data: { RootId: 'r-ab12' } })),
  ).toMatchObject({
    Status: 'SUCCESS',
    PhysicalResourceId: 'id',
    StackId: 'stack',
    RequestId: 'request',
    LogicalResourceId: 'Resource',
    Data: { RootId: 'r-ab12' },
  });
});

test.each<[string, CustomResourceEvent, string]>([
  ['an update that fails keeps the id', event, 'from-before'],
  [
    'a creation that fails has an id for the deletion to come',
    { ...event, RequestType: 'Create' },
    'from-before',
  ],
])('%s', async (_, given, id) => {
  expect(await responseTo(() => Promise.reject(new Error('no such table')), given)).toMatchObject({
    Status: 'FAILED',
    Reason: 'Error: no such table',
    PhysicalResourceId: id,
  });
});

test('a creation without an id that fails gets the usual one', async () => {
  const { PhysicalResourceId: _before, ...create } = event;
  expect(_before).toBe('from-before');
  expect(await responseTo(() => Promise.reject(new Error('x')), create)).toMatchObject({
    PhysicalResourceId: 'first-id',
  });
});

test.each(['ü', '"', '\n'])(
  'a long reason of %j is cut so that CloudFormation takes the response',
  async (letter) => {
    const { bytes, Reason } = (await responseTo(() => Promise.reject(new Error(letter.repeat(9_000))))) as {
      bytes: number;
      Reason?: string;
    };
    expect(Reason).toContain(`Error: ${letter}${letter}`);
    expect(bytes).toBeLessThanOrEqual(4_096);
  },
);

test.each([
  [200, undefined],
  [403, "CloudFormation's response address answered 403"],
])('a response address that answers %d', async (status, problem) => {
  const received: object[] = [];
  const server = createServer((request, response) => {
    received.push({ method: request.method, contentType: request.headers['content-type'] });
    response.writeHead(status).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const put = putResponse(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, '{}');
    await (problem === undefined ? put : expect(put).rejects.toThrow(problem));
  } finally {
    server.close();
  }
  // The signature of the address covers an empty content type.
  expect(received).toEqual([{ method: 'PUT', contentType: '' }]);
});
