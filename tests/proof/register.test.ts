import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { checkRegister } from '../../api/evidence/logged-register.js';
import { enterFirstAdministrator } from '../../cli/register/first-administrator.js';
import { officialWith } from '../../api/session/password.js';
import { beginRegister } from '../../prisma/log-register.js';
import { registerSigner } from '../../proof/signed-register.js';
import { signerFrom } from '../../proof/signing-key.js';
import { openCounty } from '../activities/support/county-at-work.js';
import { noBank } from '../activities/support/quiet-bank.js';

describe('The register of officials is in the log', () => {
  let county: Awaited<ReturnType<typeof openCounty>>;
  beforeAll(async () => {
    county = await openCounty(noBank);
  });
  afterAll(async () => await county?.close());
  const where = { kind: { in: ['official' as const, 'office' as const] } };
  const begin = () => beginRegister(county.db, registerSigner(signerFrom(county.keyring.signingSeed('acts'))));

  test('once as a whole, where the log has none that was signed: at the first start, or after an upgrade', async () => {
    const { db, keyring } = county;
    const all = (await db.official.count()) + (await db.office.count());
    expect(await db.logEntry.count({ where })).toBe(all);
    await db.$transaction([
      db.$executeRaw`SET LOCAL session_replication_role = replica`,
      db.$executeRaw`UPDATE "LogEntry" SET "leaf" = ("leaf"::jsonb - 'at' - 'signature')::text`,
    ]);
    expect(await checkRegister(db, keyring)).toEqual([]);
    await begin();
    expect(await db.logEntry.count({ where })).toBe(2 * all);
    expect(await checkRegister(db, keyring)).toEqual([]);
    const { id } = await db.office.findFirstOrThrow({ orderBy: { id: 'asc' } });
    await db.office.update({ where: { id }, data: { name: '另一单位' } });
    await begin();
    expect(await db.logEntry.count({ where })).toBe(2 * all);
    expect(await checkRegister(db, keyring)).toMatchObject([
      { kind: 'registerDiffers', subject: id, found: '名称 name 另一单位' },
    ]);
  });

  test('with the first administrator of a county, whom the operator enters: there is no other whom he enters', async () => {
    const { db, keyring } = county;
    const before = await checkRegister(db, keyring);
    const asked = { county: '339901', office: '系统管理办公室', login: 'first-admin', name: '首任' };
    const enter = (password = 'a long password') => enterFirstAdministrator(county, asked, password);
    await expect(enter()).rejects.toThrow(/该县已有系统管理员/);
    await db.official.update({ where: { id: 'yl-admin' }, data: { roles: ['auditor'] } });
    await expect(enter('short')).rejects.toThrow(/密码至少10个字符/);
    await enter();
    await db.official.update({ where: { id: 'yl-admin' }, data: { roles: ['administrator'] } });
    expect(await officialWith(db, 'first-admin', 'a long password')).toBe('first-admin');
    expect(await checkRegister(db, keyring)).toEqual(before);
    await expect(enterFirstAdministrator(county, { ...asked, county: '110101' }, '')).rejects.toThrow(/没有这个县/);
  });
});
