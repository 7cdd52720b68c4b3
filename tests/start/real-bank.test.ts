import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { OperatorError } from '../../platform/operator-error.js';
import { connect, type Db } from '../../prisma/client.js';
import { assertMayPay } from '../../prisma/real-bank.js';
import { BankFolder } from '../bank/channels/bank-folder.js';
import { createDatabase, type TestDatabase } from '../support/servers.js';

describe('Real money is for real counties', () => {
  let database: TestDatabase;
  let db: Db;
  beforeAll(async () => {
    database = await createDatabase();
    db = connect(database.url, 2);
    await db.county.createMany({
      data: [
        { code: '330127', name: '淳安县' },
        { code: '330182', name: '建德市' },
      ],
    });
  });
  afterAll(async () => {
    await db?.$disconnect();
    await database?.drop();
  });

  test('with an account at the bank each', async () => {
    await expect(assertMayPay(db, { real: true, counties: ['330127', '330182'] })).resolves.toBeUndefined();
    await expect(assertMayPay(db, { real: true })).resolves.toBeUndefined();
  });

  test('a county without one is refused by its code', async () => {
    const refused = assertMayPay(db, { real: true, counties: ['330127'] });
    await expect(refused).rejects.toBeInstanceOf(OperatorError);
    await expect(refused).rejects.toThrow('县（330182）在银行配置中没有付款账户：请在 BANK_CONFIG 文件的 debtors');
  });

  test('with a county in rehearsal a real bank is refused, and the simulated one is not', async () => {
    await db.county.create({ data: { code: '339901', name: '演练县', rehearsal: true, daySeconds: 2 } });
    const counties = ['330127', '330182', '339901'];
    const refused = assertMayPay(db, { real: true, counties });
    await expect(refused).rejects.toThrow('演练县（339901）不能与真实银行一起运行');
    await expect(refused).rejects.toThrow('Counties in rehearsal (339901) cannot run with a real bank');
    await expect(assertMayPay(db, { real: false })).resolves.toBeUndefined();
  });

  test('the worker itself does not start with one, and says why', async () => {
    const folder = new BankFolder();
    const given = {
      ...{ DATABASE_URL: database.url, TEMPORAL_ADDRESS: '127.0.0.1:1', PUBLIC_URL: 'http://127.0.0.1:1' },
      ...{ ZHIBAO_KEY: Buffer.alloc(32, 1).toString('base64'), ZHIBAO_SESSION_SECRET: 's'.repeat(32) },
      ...{ BANK_URL: pathToFileURL(folder.root).href, BANK_CONFIG: path.resolve('docs/examples/bank-iso20022.json') },
    };
    const worker = spawn(process.execPath, [path.resolve('dist/activities/worker.js')], {
      env: { ...process.env, ...given },
    });
    const said: string[] = [];
    worker.stderr.on('data', (chunk) => said.push(String(chunk)));
    const [code] = (await once(worker, 'exit')) as [number | null];
    folder.remove();
    expect(said.join('')).toMatch(/^演练县（339901）不能与真实银行一起运行.*\nCounties in rehearsal.*\n$/);
    expect(code).toBe(1);
  });
});
