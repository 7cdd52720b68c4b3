import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import {
  aliveOf,
  begin,
  endAll,
  newPlace,
  processesOf,
  removePlace,
  startCopy,
  stopCopy,
  type Place,
} from '../support/copy.js';

jest.setTimeout(240_000);

const damage = (file: string) => writeFileSync(file, 'this is not what it should be');
const lose = () => undefined;
/** Well-formed, and not the one of the data. */
const exchangeKey = (file: string) => {
  const keys = JSON.parse(readFileSync(`${file}.copy`, 'utf8'));
  writeFileSync(file, JSON.stringify({ ...keys, key: randomBytes(32).toString('base64') }));
};

describe('A start that cannot be is refused in one sentence, and nothing is left running', () => {
  let place: Place;

  beforeAll(async () => {
    place = await newPlace();
    const start = await startCopy(place);
    expect(await stopCopy(start)).toBe(0);
  });

  afterAll(async () => {
    await endAll();
    removePlace(place);
  });

  test('when its port is in use', async () => {
    const other = await occupy(place.port);
    expect(await refusalOf(place).finally(() => other.close())).toContain(`端口 ${place.port} 不能使用（EADDRINUSE）`);
  });

  test('when a setting is wrong', async () => {
    expect(await refusalOf(place, { LOG_LEVEL: 'loud' })).toContain('设置项 LOG_LEVEL 不正确');
  });

  test('when the database of DATABASE_URL does not answer, without telling its password', async () => {
    const said = await refusalOf(place, { DATABASE_URL: 'postgresql://someone:hush@127.0.0.1:1/zhibao' });
    expect(said).toContain('127.0.0.1:1');
    expect(said).not.toContain('hush');
  });

  test('when the Temporal of TEMPORAL_ADDRESS does not answer', async () => {
    expect(await refusalOf(place, { TEMPORAL_ADDRESS: '127.0.0.1:1' })).toContain('连不上 Temporal（127.0.0.1:1）');
  });

  test('when the data folder is a file', async () => {
    const file = path.join(place.home, 'file');
    writeFileSync(file, '');
    for (const home of [file, path.join(file, 'home')]) {
      expect(await refusalOf({ ...place, home })).toContain(`数据文件夹 ${home} 不能使用：它或它的上级是一个文件`);
    }
  });

  // In the file system of the processes nobody can make a folder.
  (process.platform === 'linux' ? test : test.skip)('when the data folder cannot be made', async () => {
    expect(await refusalOf({ ...place, home: '/proc/nope' })).toContain(
      '数据文件夹 /proc/nope 不能使用：那里不能新建文件夹',
    );
  });

  test.each([
    ['what runs and where', 'run.json', damage, 'run.json 已损坏'],
    ['the keys', 'keys.json', damage, '没有它就读不出已有数据'],
    ['the keys', 'keys.json', lose, '没有它就读不出已有数据'],
    ['the control file of PostgreSQL', 'postgres/data/global/pg_control', damage, 'PostgreSQL 启动不了'],
    ['the version file of PostgreSQL', 'postgres/data/PG_VERSION', lose, 'PostgreSQL 启动不了'],
    ['the state of Temporal', 'temporal.db', damage, 'Temporal 服务启动不了'],
    ['the key', 'keys.json', exchangeKey, '主密钥与数据库不符'],
  ])('when %s in %s is damaged, lost or another one', async (_what, name, spoil, sentence) => {
    const file = path.join(place.home, name);
    const copy = `${file}.copy`;
    renameSync(file, copy);
    spoil(file);
    const said = await refusalOf(place).finally(() => renameSync(copy, file));
    expect(said).toContain(sentence);
  });

  test('and when it is put right, it starts again', async () => {
    const start = await startCopy(place);
    expect(await stopCopy(start)).toBe(0);
  });
});

// Only root runs PostgreSQL as somebody else.
const asRoot = process.getuid?.() === 0 ? describe : describe.skip;
asRoot('Started by root', () => {
  test('a data folder that PostgreSQL cannot reach is named, with what to do', async () => {
    const place = await newPlace(false);
    mkdirSync(place.home);
    expect(await refusalOf(place).finally(() => removePlace(place))).toContain('chmod o+x');
  });
});

/** Starts, and expects the end of it with one sentence in Chinese and the same in English. */
async function refusalOf(place: Place, env: NodeJS.ProcessEnv = {}): Promise<string> {
  const start = begin(place, env);
  expect(await start.ended()).toBe(1);
  const lines = start.output().trimEnd().split('\n').slice(-2);
  expect(lines).toEqual([expect.stringMatching(/^\P{Ll}.*请.*。$/u), expect.stringMatching(/^[A-Z].*\.$/)]);
  const sentence = lines.join('\n');
  if (!sentence.includes('run.json')) expect(aliveOf(processesOf(place))).toEqual([]);
  return sentence;
}

function occupy(port: number): Promise<Server> {
  const server = createServer();
  return new Promise((resolve) => server.listen(port, () => resolve(server)));
}
