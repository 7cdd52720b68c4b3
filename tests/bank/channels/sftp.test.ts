import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import ssh2 from 'ssh2';
import { DropFolder } from '../../../bank/channels/drop-folder.js';
import { fingerprintOf, type SftpAddress, SftpConnection } from '../../../bank/channels/sftp-connection.js';
import { SftpFiles } from '../../../bank/channels/sftp-files.js';
import { eventually } from '../../support/eventually.js';
import { BankFolder } from './bank-folder.js';
import { dropProtocol } from './drop-protocol.js';
import { SftpServer } from './sftp-server.js';

let server: SftpServer;
const lines: SftpConnection[] = [];
beforeAll(async () => {
  server = await new SftpServer().start();
});
afterEach(() => {
  server.beforeAnswer = () => undefined;
  server.silentAt = undefined;
});
afterAll(async () => {
  for (const line of lines) line.close();
  await server.stop();
});

type Secret = Pick<SftpAddress, 'password' | 'privateKey'>;

function connect(changes: Partial<SftpAddress> = {}, secret: Secret = { password: server.password }): SftpConnection {
  const key = ssh2.utils.parseKey(server.key.public);
  if (key instanceof Error) throw key;
  const address = { host: '127.0.0.1', port: server.port, username: server.user, timeoutMs: 5000 };
  const hostKeys = [fingerprintOf(key.getPublicSSH())];
  const line = new SftpConnection({ ...address, hostKeys, ...secret, ...changes });
  lines.push(line);
  return line;
}

dropProtocol('SFTP', (folder) => Promise.resolve(new SftpFiles(connect(), folder.root)));

describe('The line to an SFTP server', () => {
  const file = { name: 'batch.xml', bytes: new TextEncoder().encode('orders') };
  let folder: BankFolder;
  beforeEach(() => {
    folder = new BankFolder();
  });
  afterEach(() => folder.remove());
  const over = (changes: Partial<SftpAddress> = {}, onUnknown?: (name: string, why: string) => void) =>
    new DropFolder(new SftpFiles(connect(changes), folder.root), { quietMs: 0, ...(onUnknown && { onUnknown }) });

  test('is not used where the server has another key than the bank, and no password is told to it', async () => {
    const stranger = over({ hostKeys: ['SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'] });
    await expect(stranger.stage(file)).rejects.toMatchObject({
      name: 'StrangeHost',
      message: expect.stringMatching(/^The server has the key SHA256:[A-Za-z0-9+/]{43}, which is none/),
    });
    expect(folder.names('staging')).toEqual([]);
  });

  test('is opened with a key as well as with a password, and with a wrong one not', async () => {
    const line = connect({}, { privateKey: server.clientKey.private });
    await new DropFolder(new SftpFiles(line, folder.root)).stage(file);
    expect(folder.names('staging')).toHaveLength(1);
    await expect(over({ password: 'wrong' }).listReports()).rejects.toThrow(/authentication/i);
  });

  test('that breaks as the file is handed over leaves it unknown; asked again the bank is heard', async () => {
    const reasons: string[] = [];
    const channel = over({}, (_name, why) => reasons.push(why));
    await channel.stage(file);
    server.beforeAnswer = (what) => {
      if (what === 'RENAME') throw new Error('the line breaks');
    };
    expect(await channel.handOver(file)).toBe('unknown');
    expect(reasons).toHaveLength(1);
    server.beforeAnswer = () => undefined;
    expect(await channel.ask(file.name)).toBe('nothingOfIt');
    expect(await channel.handOver(file)).toBe('taken');
  });

  test('that breaks between the move and its answer leaves the file unknown, and then taken', async () => {
    const channel = over();
    await channel.stage(file);
    let moved = false;
    server.beforeAnswer = (what) => {
      if (moved) throw new Error('the line breaks');
      moved = what === 'RENAME';
    };
    expect(await channel.handOver(file)).toBe('unknown');
    server.beforeAnswer = () => undefined;
    folder.take();
    expect(await channel.ask(file.name)).toBe('taken');
    expect(await channel.handOver(file)).toBe('taken');
    folder.take();
    expect(folder.took).toHaveLength(1);
  });

  test('on which no answer comes is given up in time', async () => {
    const channel = over({ timeoutMs: 1500 });
    await channel.stage(file);
    server.silentAt = 'RENAME';
    expect(await channel.handOver(file)).toBe('unknown');
    server.silentAt = undefined;
    expect(await channel.ask(file.name)).toBe('nothingOfIt');
  });

  test('is opened anew after it was closed', async () => {
    const channel = over();
    await channel.stage(file);
    server.breakLines();
    await eventually(
      () => channel.ask(file.name),
      (word) => word === 'nothingOfIt',
    );
    expect(await channel.handOver(file)).toBe('taken');
  });

  test('to a server that is away: nothing is known, and nothing is laid ready', async () => {
    const channel = over({ port: 1 });
    expect(await channel.ask(file.name)).toBe('unknown');
    await expect(channel.stage(file)).rejects.toThrow('ECONNREFUSED');
  });
});
