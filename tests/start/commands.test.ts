import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { withClient } from '../../cli/start/database.js';
import { exampleRegister, registerCsv } from '../../prisma/seed/example-register.js';
import { connect } from '../../prisma/client.js';
import { areasOf, CHUNAN } from '../../prisma/seed/counties.js';
import { createDatabase, createEmptyDatabase } from '../support/servers.js';

const PROGRAM = path.resolve('dist/cli/zhibao.js');
const folder = mkdtempSync(path.join(tmpdir(), 'zhibao-command-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('A command that cannot be is told in one sentence, Chinese first, and does not exit with 0', () => {
  test.each([
    ['import-register', /^缺少参数 file（用 --help 查看用法）\nerror: missing required argument 'file'\n$/],
    ['import-register a b', /^参数太多/],
    ['rehearse', /^缺少选项 --households <number>/],
    ['rehearse --households', /^选项 --households <number> 没有给出值/],
    ['rehearse --households many', /^选项 --households <number> 的值“many”不正确.*\n.*应为1至500的整数/],
    ['start --speed', /^没有 --speed 这个选项/],
    ['reherse', /^没有 reherse 这个命令/],
    ['migrate', /^设置项 DATABASE_URL 没有给出.*\nThe setting DATABASE_URL is missing.*\n$/],
  ])('zhibao %s', async (words, sentence) => {
    const { code, errors } = await zhibao(words.split(' '));
    expect(errors).toMatch(sentence);
    expect(code).toBe(1);
  });

  test('zhibao migrate, where no database answers', async () => {
    const { code, errors } = await zhibao(['migrate'], {
      DATABASE_URL: 'postgresql://someone:hush@127.0.0.1:1/zhibao',
    });
    expect(errors).toMatch(/^连不上 DATABASE_URL 所指的数据库（127\.0\.0\.1:1）.*\nThe database.*\n$/);
    expect(errors).not.toContain('hush');
    expect(code).toBe(1);
  });

  test('zhibao import-register, where no database answers', async () => {
    const DATABASE_URL = 'postgresql://someone@127.0.0.1:1/zhibao';
    const { code, errors } = await zhibao(['import-register', 'docs/examples/register.csv'], {
      ...SETTINGS,
      DATABASE_URL,
    });
    expect(errors).toMatch(/^连不上数据库（\w+）：请先用 npm start 启动.*\nThe database.*\n$/);
    expect(code).toBe(1);
  });
});

test('zhibao migrate makes the tables, and does nothing more when asked again', async () => {
  const { url, drop } = await createEmptyDatabase();
  for (const _time of [1, 2]) {
    expect(await zhibao(['migrate'], { DATABASE_URL: url })).toMatchObject({ code: 0, errors: '' });
  }
  const { rows } = await withClient(url, (client) => client.query('SELECT count(*)::int AS count FROM "Case"'));
  expect(rows).toEqual([{ count: 0 }]);
  await drop();
});

test('zhibao import-register says by its exit code whether rows were rejected', async () => {
  const { url, drop } = await createDatabase();
  const db = connect(url, 1);
  await db.area.createMany({ data: areasOf(CHUNAN) });
  await db.$disconnect();
  const [good, bad] = [path.join(folder, 'good.csv'), path.join(folder, 'bad.csv')];
  const text = registerCsv(exampleRegister());
  writeFileSync(good, text);
  writeFileSync(bad, text.replace('在册', '在档'));
  const environment = { ...SETTINGS, DATABASE_URL: url };
  expect(await zhibao(['import-register', bad], environment)).toMatchObject({
    code: 1,
    said: expect.stringContaining('因有行被退回，本命令的退出码为 1'),
  });
  expect(await zhibao(['import-register', good], environment)).toMatchObject({ code: 0 });
  await drop();
});

const SETTINGS = {
  TEMPORAL_ADDRESS: '127.0.0.1:1',
  BANK_URL: 'http://127.0.0.1:1',
  PUBLIC_URL: 'http://127.0.0.1:1',
  ZHIBAO_KEY: Buffer.alloc(32, 7).toString('base64'),
  ZHIBAO_SESSION_SECRET: 's'.repeat(32),
};

/** One command of the operator, with a data folder in which nothing was ever started. */
function zhibao(
  args: string[],
  given: NodeJS.ProcessEnv = {},
): Promise<{ code: number; said: string; errors: string }> {
  const env = { ...process.env, DATABASE_URL: '', ZHIBAO_HOME: path.join(folder, 'home'), ...given };
  return new Promise((resolve) => {
    execFile(process.execPath, [PROGRAM, ...args], { env }, (error, said, errors) =>
      resolve({ code: Number(error?.code ?? 0), said, errors }),
    );
  });
}
