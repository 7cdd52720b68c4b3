import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { serveUntil } from '../../api/serve.js';

const silent = pino({ level: 'silent' });

describe('the API process', () => {
  const servers: Server[] = [];
  const server = (answer: Parameters<typeof createServer>[1] = (_request, response) => response.end('done')) => {
    const created = createServer(answer);
    servers.push(created);
    return created;
  };
  afterEach(() => servers.splice(0).forEach((each) => each.close()));

  test('told to stop, takes nothing new and finishes what it has', async () => {
    let finish = (): void => undefined;
    const slow = server((_request, response) => {
      finish = () => response.end('done');
    });
    const stopping = new AbortController();
    const served = serveUntil(stopping.signal, slow, 0, silent);
    await once(slow, 'listening');
    const url = `http://127.0.0.1:${(slow.address() as AddressInfo).port}`;
    const begun = once(slow, 'request');
    const answer = fetch(url);
    await begun;
    stopping.abort();
    // The abort is heard in this turn of the loop; a connection made after it finds nobody.
    await new Promise((resolve) => setImmediate(resolve));
    await expect(fetch(url)).rejects.toThrow('fetch failed');
    finish();
    expect(await (await answer).text()).toBe('done');
    await served;
  });

  test('says which port is taken and what to do about it', async () => {
    const first = server();
    first.listen(0);
    await once(first, 'listening');
    const { port } = first.address() as AddressInfo;
    const second = serveUntil(new AbortController().signal, server(), port, silent);
    await expect(second).rejects.toThrow(new RegExp(`端口 ${port} 已被占用[^]*PORT`));
  });
});
