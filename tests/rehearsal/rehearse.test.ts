import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Report } from '../../cli/rehearsal/report.js';
import { withClient } from '../../cli/start/database.js';
import { freePort } from '../../cli/start/ports.js';
import { begin, endAll, newPlace, type Place, removePlace, startCopy } from '../support/copy.js';
import { databaseOf } from './support/database-of.js';
import { everybody } from './support/everybody.js';

/** By this seed eight households follow eight scripts, some of each kind, and none of the longest. */
const SEED = '1711';
const ZHIBAO = path.resolve(import.meta.dirname, '../../dist/cli/zhibao.js');
const MINUTES = 60_000;

async function rehearse(place: Place, ...options: string[]): Promise<{ code: number | null; said: string }> {
  const run = begin(place, {}, [process.execPath, ZHIBAO, 'rehearse', ...options]);
  const code = await run.ended();
  return { code, said: run.output() };
}

const logsOf = ({ home }: Place) => readdirSync(path.join(home, 'logs')).map((name) => path.join('logs', name));

describe('A rehearsal of a running system', () => {
  let place: Place;
  beforeAll(async () => {
    place = await newPlace();
    await startCopy(place);
  }, 4 * MINUTES);
  afterAll(async () => {
    await endAll();
    removePlace(place);
  });

  test(
    'takes households the whole way through the public API, and every one ends as its script says',
    async () => {
      const json = path.join(place.home, 'report.json');
      const { code, said } = await rehearse(place, '--households', '8', '--seed', SEED, '--json', json);
      const report = JSON.parse(readFileSync(json, 'utf8')) as Report;
      expect(report.cases.flatMap(({ unexpected }) => unexpected ?? [])).toEqual([]);
      expect(code).toBe(0);

      expect(said).toContain('演练 8 户');
      expect(said).toContain('0 户结果与剧本不符');
      for (const { zh, en } of report.scripts) {
        expect(said).toContain(zh);
        expect(said).toContain(en);
      }
      expect(report.scripts.map(({ households }) => households)).toEqual(Array.from({ length: 8 }, () => 1));
      expect(report.stages.map(({ stage }) => stage)).toContain('performanceReview');
      for (const { history } of report.cases) {
        expect(history?.events).toBeGreaterThan(20);
        expect(history?.bytes).toBeGreaterThan(2_000);
      }
    },
    5 * MINUTES,
  );

  test('leaves nothing of a person in the store of the engine or in the logs', async () => {
    const written = ['temporal.db', 'temporal.db-wal', ...logsOf(place)]
      .map((name) => path.join(place.home, name))
      .filter((file) => existsSync(file))
      .map((file) => readFileSync(file));
    expect(written.length).toBeGreaterThan(3);
    // The search itself finds what is there.
    expect(written.some((bytes) => bytes.includes('directProject'))).toBe(true);
    const people = await everybody(place);
    expect(people.length).toBeGreaterThan(2000);
    expect(people.filter((text) => written.some((bytes) => bytes.includes(text)))).toEqual([]);
  });

  test('ends with another exit code than 0 and says what went otherwise, if any did', async () => {
    await withClient(databaseOf(place), (client) =>
      client.query(`UPDATE "Official" SET "active" = false WHERE "login" LIKE 'yl-%' AND "login" NOT LIKE 'yl-admin%'`),
    );
    const { code, said } = await rehearse(place, '--households', '1', '--seed', SEED);
    expect(code).toBe(1);
    expect(said).toContain('1 户结果与剧本不符');
    expect(said).toContain('signInOfficial: 401 WRONG_CREDENTIALS');
  });
});

describe('Where nothing can be rehearsed, one sentence says why and what to do', () => {
  let place: Place;
  beforeAll(async () => {
    place = await newPlace();
  });
  afterAll(async () => {
    await endAll();
    removePlace(place);
  });

  test('no system runs there', async () => {
    const url = `http://127.0.0.1:${await freePort()}`;
    const { code, said } = await rehearse(place, '--households', '1', '--url', url);
    expect(code).toBe(1);
    expect(said).toContain(`在 ${url} 没有正在运行的直报系统（ECONNREFUSED）`);
    expect(said).toContain('--url');
  });

  test('the result cannot be written', async () => {
    const { code, said } = await rehearse(place, '--households', '1', '--json', '/nowhere/report.json');
    expect(code).toBe(1);
    expect(said).toContain('结果不能写入 /nowhere/report.json（ENOENT）');
  });

  test(
    'the system has no rehearsal county',
    async () => {
      await startCopy(place, { ZHIBAO_DEMONSTRATION: 'false' });
      const { code, said } = await rehearse(place, '--households', '1');
      expect(code).toBe(1);
      expect(said).toContain('没有演练县（339901 演练县）');
      expect(said).toContain('ZHIBAO_DEMONSTRATION');
    },
    4 * MINUTES,
  );

  test('the number of households is none', async () => {
    const { code, said } = await rehearse(place, '--households', 'many');
    expect(code).toBe(1);
    expect(said).toContain('应为1至500的整数');
  });
});
