import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { SimulatorBank } from '../../bank/simulator/client.js';
import { newFile } from './orders.js';

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

describe('Whoever hands a file to a bank', () => {
  test('has no word from one that is not there, and learns why', async () => {
    const url = await serverSaying(200, '');
    await closeServer();
    const reasons: string[] = [];
    const gone = new SimulatorBank(url, { onUnknown: (name, why) => reasons.push(`${name}: ${why}`) });
    const file = newFile();
    expect(await gone.handOver(file)).toBe('unknown');
    expect(await gone.ask(file.name)).toBe('unknown');
    expect(reasons).toEqual([`${file.name}: ECONNREFUSED`, `${file.name}: ECONNREFUSED`]);
    await expect(gone.listReports()).rejects.toThrow();
  });

  test.each([
    [200, '<html>'],
    [200, '{"state":"takenn"}'],
    [200, '{"state":"unknown"}'],
    [404, '{"state":"nothingOfIt"}'],
    [500, '{"state":"taken"}'],
    [302, ''],
  ])('takes for no word what no bank would say: %i %s', async (status, body) => {
    const stranger = new SimulatorBank(await serverSaying(status, body));
    expect(await stranger.handOver(newFile())).toBe('unknown');
    expect(await stranger.ask('330127-B1.json')).toBe('unknown');
    await expect(stranger.listReports()).rejects.toThrow();
    await expect(stranger.checkPayee({ name: '', account: '', bank: '' })).rejects.toThrow();
  });

  test.each([409, 422])('takes a refusal for one, of a file that it handed over: %i', async (status) => {
    const bank = new SimulatorBank(await serverSaying(status, '{}'));
    await expect(bank.handOver(newFile())).rejects.toMatchObject({ name: 'FileRefused' });
    expect(await bank.ask('330127-B1.json')).toBe('unknown');
  });
});
