import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { ApiClient } from '../../cli/rehearsal/api-client.js';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const json =
  (status: number, body: object, headers: Record<string, string> = {}): Answer =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
  };
const problem = (status: number, code: string, more: object = {}): Answer =>
  json(status, { type: 'about:blank', title: code, status, code, zh: '中文', en: 'English', ...more });
const hangUp: Answer = (request) => void request.socket.destroy();

const closing: (() => void)[] = [];
afterEach(() => closing.splice(0).forEach((close) => close()));

/** A server that answers one after the other, and the requests that it got. */
async function serverWith(...answers: Answer[]) {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    (answers.shift() ?? problem(500, 'INTERNAL'))(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(() => server.close().closeAllConnections());
  return { requests, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

const CREATED = json(201, { id: 'a' });
const create = (client: ApiClient) => client.call('createApplication', { body: { programmeCode: 'pigs' } });

describe('A visitor of the API', () => {
  test('asks again with the same Idempotency-Key when no answer came or a later one is promised', async () => {
    const { requests, url } = await serverWith(
      hangUp,
      problem(503, 'UNAVAILABLE'),
      problem(409, 'IN_PROGRESS'),
      CREATED,
    );
    expect(await create(new ApiClient(url))).toEqual({ id: 'a' });
    const keys = requests.map(({ headers }) => headers['idempotency-key']);
    expect(keys).toHaveLength(4);
    expect(new Set(keys).size).toBe(1);
  });

  test('takes another Idempotency-Key for every act', async () => {
    const { requests, url } = await serverWith(CREATED, CREATED);
    const client = new ApiClient(url);
    await create(client);
    await create(client);
    expect(requests[0]?.headers['idempotency-key']).not.toBe(requests[1]?.headers['idempotency-key']);
  });

  test('is told a refusal with its code and fields, and does not ask again', async () => {
    const errors = [{ field: 'quantity', zh: '请填写数量', en: 'Give the quantity' }];
    const { requests, url } = await serverWith(problem(400, 'INVALID_INPUT', { errors }));
    await expect(create(new ApiClient(url))).rejects.toThrow(
      'createApplication: 400 INVALID_INPUT | 中文 | English | quantity: 请填写数量 / Give the quantity',
    );
    expect(requests).toHaveLength(1);
  });

  test('does not take an answer that the table does not promise', async () => {
    const { url } = await serverWith(json(201, { id: 7 }), json(200, { id: 'a' }));
    await expect(create(new ApiClient(url))).rejects.toThrow(
      'createApplication answered otherwise than its row says: id:',
    );
    await expect(create(new ApiClient(url))).rejects.toThrow('createApplication answered 200');
  });

  test('keeps its cookies and nobody else’s', async () => {
    const { requests, url } = await serverWith(
      json(201, { id: 'a' }, { 'set-cookie': 'sid=1; HttpOnly' }),
      CREATED,
      CREATED,
    );
    const client = new ApiClient(url);
    await create(client);
    await create(client);
    await create(new ApiClient(url));
    expect(requests.map(({ headers }) => headers.cookie)).toEqual([undefined, 'sid=1', undefined]);
  });

  test('puts parameters and queries where the table says', async () => {
    const { requests, url } = await serverWith(
      json(200, { items: [], next: null, counts: { mine: 0, group: 0, overdue: 0 } }),
      problem(404, 'NOT_FOUND'),
    );
    const client = new ApiClient(`${url}/`);
    await client.call('listTasks', { query: { text: '000001', stage: 'initialCheck', limit: undefined } });
    await client.call('getNotice', { params: { no: 'a/b' } }).catch(() => undefined);
    expect(requests.map((request) => request.url)).toEqual([
      '/api/tasks?text=000001&stage=initialCheck',
      '/api/notices/a%2Fb',
    ]);
  });

  test('stops when it is told to', async () => {
    const { url } = await serverWith(problem(503, 'UNAVAILABLE'));
    await expect(create(new ApiClient(url, AbortSignal.timeout(100)))).rejects.toMatchObject({
      name: expect.stringMatching(/Abort|Timeout/),
    });
  });
});
