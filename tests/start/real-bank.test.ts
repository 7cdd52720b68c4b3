import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { OperatorError } from '../../platform/operator-error.js';
import { connect, type Db } from '../../prisma/client.js';
import { assertMayPay } from '../../prisma/real-bank.js';
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
});
