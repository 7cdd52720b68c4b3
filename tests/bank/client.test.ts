import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { SimulatorBank } from '../../bank/simulator/client.js';
import { newOrder } from './orders.js';

const unknown = { state: 'unknown' };
let server: Server;

async function serverSaying(status: number, body: string): Promise<string> {
  server = createServer((_, response) => response.writeHead(status, { location: '/' }).end(body));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function closeServer(): Promise<void> {
  await new Promise((resolve) => server.close(resolve).closeAllConnections());
}
afterEach(closeServer);

describe('Whoever sends to a bank', () => {
  test('has no word from one that is not there, and learns why', async () => {
    const url = await serverSaying(200, '');
    await closeServer();
    const reasons: string[] = [];
    const gone = new SimulatorBank(url, { onUnknown: (reference, why) => reasons.push(`${reference}: ${why}`) });
    expect(await gone.submit(newOrder({ reference: 'PAY-1' }))).toEqual(unknown);
    expect(await gone.ask('PAY-1')).toEqual(unknown);
    expect(reasons).toEqual(['PAY-1: ECONNREFUSED', 'PAY-1: ECONNREFUSED']);
  });

  test.each([
    [200, '<html>'],
    [200, '{"state":"creditedd"}'],
    [200, '{"state":"unknown"}'],
    [404, '{"state":"nothingOfIt"}'],
    [409, ''],
    [302, ''],
  ])('takes for no word what no bank would say: %i %s', async (status, body) => {
    const stranger = await serverSaying(status, body);
    expect(await new SimulatorBank(stranger).submit(newOrder())).toEqual(unknown);
    expect(await new SimulatorBank(stranger).ask('PAY-1')).toEqual(unknown);
  });
});
