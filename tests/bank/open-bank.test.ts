import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import ssh2 from 'ssh2';
import { fingerprintOf } from '../../bank/channels/sftp-connection.js';
import { type BankSettings, openBank } from '../../bank/open-bank.js';
import { readBankConfig } from '../../bank/read-bank-config.js';
import { OperatorError } from '../../platform/operator-error.js';
import { BankFolder } from './channels/bank-folder.js';
import { SftpServer } from './channels/sftp-server.js';
import { DEBTORS } from './formats/debtors.js';
import { newOrder } from './orders.js';

const example = (name: string) => path.resolve(import.meta.dirname, '../../docs/examples', name);

let place: string;
let folder: BankFolder;
beforeEach(() => {
  place = mkdtempSync(path.join(tmpdir(), 'bank-config-'));
  folder = new BankFolder();
});
afterEach(() => {
  folder.remove();
  rmSync(place, { recursive: true });
});

function config(content: object | string): string {
  const file = path.join(place, 'bank.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

function settings(changes: Partial<BankSettings>): BankSettings {
  const none = { bankConfig: undefined, bankPassword: undefined, bankKeyFile: undefined };
  return { bankUrl: pathToFileURL(folder.root).href, ...none, ...changes };
}

const open = (changes: Partial<BankSettings>, reasons: string[] = []) =>
  openBank(settings(changes), (_name, why) => void reasons.push(why));
const refusalOf = async (changes: Partial<BankSettings>): Promise<OperatorError> => {
  const error: unknown = await open(changes).then(
    () => new Error('It was opened.'),
    (refusal: unknown) => refusal,
  );
  if (error instanceof OperatorError) return error;
  throw error;
};
const ISO = { format: 'iso20022', debtors: DEBTORS };

describe('The bank that the settings name', () => {
  test('is the simulator over HTTP, which moves no real money', async () => {
    expect(await open({ bankUrl: 'http://127.0.0.1:1' })).toMatchObject({ real: false });
  });

  test('takes files in a folder, in the format of its configuration, for the counties named there', async () => {
    const bank = await open({ bankConfig: config(ISO) });
    expect(bank).toMatchObject({ real: true, counties: ['330127', '330182'] });
    const batch = { batchNo: '330127-B20261123-1', countyCode: '330127', createdAt: '2026-11-23T09:00:00.000Z' };
    const file = bank.fileOf({ ...batch, orders: [newOrder()] });
    await bank.stage(file);
    expect(await bank.handOver(file)).toBe('taken');
    expect(folder.names('out')).toEqual(['330127-B20261123-1.xml']);
    expect(await bank.checkPayee({ name: '王', account: '1', bank: '1' })).toBe('unchecked');
  });

  test('may take text files', async () => {
    const bank = await open({ bankConfig: example('bank-text.json') });
    const batch = { batchNo: '330127-B20261123-1', countyCode: '330127', createdAt: '2026-11-23T09:00:00.000Z' };
    expect(bank.fileOf({ ...batch, orders: [newOrder()] }).name).toBe('330127-B20261123-1.txt');
  });

  test('is not begun with without its configuration, or without its folders', async () => {
    expect((await refusalOf({})).zh).toContain('设置项 BANK_CONFIG 没有给出');
    rmSync(path.join(folder.root, 'in'), { recursive: true });
    expect((await refusalOf({ bankConfig: config(ISO) })).zh).toContain('没有子文件夹 in');
  });
});

describe('The configuration of a bank', () => {
  test.each(['bank-iso20022.json', 'bank-text.json'])('%s is one', (name) => {
    expect(readBankConfig(example(name)).sftp?.timeoutSeconds ?? 30).toBe(30);
  });

  test.each([
    ['no format', {}, 'format'],
    ['a format that there is not', { format: 'fax' }, 'format'],
    ['no accounts', { format: 'iso20022' }, 'debtors'],
    [
      'an account without a name',
      { ...ISO, debtors: { '330127': { account: '1', bank: { name: 'B' } } } },
      'debtors.330127.name',
    ],
    ['a county that is none', { ...ISO, debtors: { chunan: DEBTORS['330127'] } }, 'debtors.chunan'],
    ['a key of a server that is none', { ...ISO, sftp: { hostKeys: ['MD5:ab'] } }, 'sftp.hostKeys.0'],
    ['a field that nobody knows', { ...ISO, colour: 'red' }, ''],
  ])('with %s is refused by its field, in both languages, with what to do', (_what, content, field) => {
    const file = config(content);
    const read = () => readBankConfig(file);
    expect(read).toThrow(OperatorError);
    expect(read).toThrow(`银行配置文件 ${file} 的字段 ${field || '（整个文件）'} 不正确：`);
    expect(read).toThrow(`The field ${field || '(the whole file)'} of the bank's configuration ${file} is wrong: `);
    expect(read).toThrow('请参照 docs/banks.zh-CN.md 改好后再启动');
  });

  test('that is no JSON, or not there, says so', () => {
    expect(() => readBankConfig(config('{'))).toThrow('不是 JSON');
    expect(() => readBankConfig(path.join(place, 'away.json'))).toThrow('（ENOENT）：请核对 BANK_CONFIG');
  });
});

describe('A bank over SFTP', () => {
  let server: SftpServer;
  let hostKeys: string[];
  beforeAll(async () => {
    server = await new SftpServer().start();
    const key = ssh2.utils.parseKey(server.key.public);
    if (key instanceof Error) throw key;
    hostKeys = [fingerprintOf(key.getPublicSSH())];
  });
  afterAll(() => server.stop());

  const at = (changes: Partial<BankSettings> = {}, sftp: object = { hostKeys }) => ({
    bankUrl: `sftp://${server.user}@127.0.0.1:${server.port}${folder.root}`,
    ...{ bankConfig: config({ ...ISO, sftp }), bankPassword: server.password },
    ...changes,
  });

  test('is opened with the key of its configuration and the password of the settings', async () => {
    const bank = await open(at());
    expect(await bank.ask('nothing.xml')).toBe('unknown');
    expect(await bank.listReports()).toEqual([]);
  });

  test('is opened with a key file as well', async () => {
    const bankKeyFile = path.join(place, 'key');
    writeFileSync(bankKeyFile, server.clientKey.private);
    const bank = await open(at({ bankKeyFile, bankPassword: undefined }));
    expect(await bank.listReports()).toEqual([]);
  });

  test.each([
    ['no pinned key', () => ({ ...at(), bankConfig: config(ISO) }), '的字段 sftp 没有给出'],
    ['another key', () => at({}, { hostKeys: [`SHA256:${'A'.repeat(43)}`] }), '与配置的指纹不符，没有连接'],
    ['no password', () => at({ bankPassword: undefined }), '设置项 BANK_PASSWORD 没有给出'],
    ['a wrong password', () => at({ bankPassword: 'wrong' }), '不接受我们的用户名、密码或密钥'],
    ['no user', () => at({ bankUrl: 'sftp://127.0.0.1/x' }), '设置项 BANK_URL 不正确'],
    ['a password in the address', () => at({ bankUrl: 'sftp://a:secret@127.0.0.1/x' }), '设置项 BANK_URL 不正确'],
    ['a key file that is away', () => at({ bankKeyFile: '/nowhere/key' }), '设置项 BANK_KEY_FILE 不正确'],
  ])('with %s is refused with what to do, and without the secret', async (_what, changes, sentence) => {
    const { message, zh } = await refusalOf(changes());
    expect(zh).toContain(sentence);
    expect(message).not.toMatch(/secret|wrong\b(?!:)/);
  });

  test('that is away for the moment is no reason not to begin', async () => {
    const reasons: string[] = [];
    const bank = await open(at({ bankUrl: `sftp://${server.user}@127.0.0.1:1/bank` }), reasons);
    expect(reasons).toEqual([expect.stringContaining('ECONNREFUSED')]);
    expect(await bank.ask('a.xml')).toBe('unknown');
  });
});
