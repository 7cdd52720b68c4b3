import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { withKeys } from '../../platform/keys/with-keys.js';

const MASTER = Buffer.alloc(32, 4).toString('base64');
const FIRST = Buffer.alloc(32, 5).toString('base64');
const KEYS = JSON.stringify({ master: MASTER, codec: { 1: FIRST }, households: { 2: FIRST } });
const KNOWN = { ZHIBAO_KEY: MASTER, ZHIBAO_CODEC_KEYS: `1:${FIRST}`, ZHIBAO_HOUSEHOLD_KEYS: `2:${FIRST}` };

describe('The keys', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'zhibao-keys-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const inFile = (text: string, mode = 0o600) => {
    const file = path.join(folder, 'keys.json');
    writeFileSync(file, text);
    chmodSync(file, mode);
    return { ZHIBAO_KEY_FILE: file };
  };

  test('stand in the environment, or in a file that is its owner’s alone', async () => {
    expect(await withKeys({ ZHIBAO_KEY: MASTER })).toEqual({ ZHIBAO_KEY: MASTER });
    expect(await withKeys(inFile(KEYS))).toMatchObject(KNOWN);
    await expect(withKeys(inFile(KEYS, 0o644))).rejects.toThrow('chmod 600');
    await expect(withKeys(inFile('{"master":"short"}'))).rejects.toThrow('does not hold a set of keys');
    await expect(withKeys({ ZHIBAO_KEY_FILE: path.join(folder, 'nowhere') })).rejects.toThrow('There is no key file');
  });

  test('come from a key service, to whoever bears its token', async () => {
    const server = createServer((request, response) => {
      response.statusCode = request.headers.authorization === 'Bearer right' ? 200 : 403;
      response.end(response.statusCode === 200 ? KEYS : '{}');
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const ZHIBAO_KEY_SERVICE = `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`;
    expect(await withKeys({ ZHIBAO_KEY_SERVICE, ZHIBAO_KEY_TOKEN: 'right' })).toMatchObject(KNOWN);
    await expect(withKeys({ ZHIBAO_KEY_SERVICE, ZHIBAO_KEY_TOKEN: 'wrong' })).rejects.toThrow('403');
    server.close();
    await once(server, 'close');
    await expect(withKeys({ ZHIBAO_KEY_SERVICE, ZHIBAO_KEY_TOKEN: 'right' })).rejects.toThrow('no answer');
    await expect(withKeys({ ZHIBAO_KEY_SERVICE: 'http://keys.example/' })).rejects.toThrow('https://');
  });
});
