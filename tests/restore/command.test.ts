import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { VerifyReport } from '../../cli/verify/report.js';
import { Keyring } from '../../platform/keyring.js';
import { allLogged } from '../../prisma/log-entries.js';
import { openRestore } from '../../prisma/restore.js';
import { DEMONSTRATION_PASSWORD } from '../../prisma/seed/officials.js';
import { openCounty } from '../activities/support/county-at-work.js';
import { noBank } from '../activities/support/quiet-bank.js';
import { ordinaryHouseholds, submit } from '../activities/support/submission.js';
import { newBankHome, startBank } from '../bank/bank-process.js';
import { TEST_KEY } from '../support/demonstration-database.js';
import { eventually } from '../support/eventually.js';
import { createDevServer } from '../support/servers.js';

describe('The operator’s command', () => {
  let county: Awaited<ReturnType<typeof openCounty>>;
  let env: Awaited<ReturnType<typeof createDevServer>>;
  let bank: Awaited<ReturnType<typeof startBank>>;
  const home = mkdtempSync(path.join(tmpdir(), 'zhibao-command-'));
  beforeAll(async () => {
    county = await openCounty(noBank);
    env = await createDevServer();
    bank = await startBank(await newBankHome());
  });
  afterAll(async () => {
    await bank?.stop();
    await env?.teardown();
    await county?.close();
    rmSync(home, { recursive: true, force: true });
  });

  const start = (args: readonly string[], given: NodeJS.ProcessEnv = {}) =>
    spawn(process.execPath, ['dist/cli/zhibao.js', ...args], {
      env: {
        ...process.env,
        ...{ DATABASE_URL: county.database.url, TEMPORAL_ADDRESS: env.address, BANK_URL: bank.url },
        ...{ ZHIBAO_KEY: TEST_KEY, ZHIBAO_SESSION_SECRET: 's'.repeat(32), PUBLIC_URL: 'http://127.0.0.1' },
        ...{ ZHIBAO_HOME: home, ...given },
      },
    });
  const run = async (args: readonly string[], input = '', given: NodeJS.ProcessEnv = {}) => {
    const child = start(args, given);
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.stdin.end(input);
    const [code] = (await once(child, 'close')) as [number];
    return { code, said };
  };

  test('notes a restore, compares, and lets everything go on when somebody has signed with his password', async () => {
    expect((await run(['reconcile', '--begin'])).code).toBe(0);
    expect(await openRestore(county.db)).toMatchObject({ comparedAt: null });
    const early = await run(['reconcile', '--sign-off', '--by', 'admin'], `${DEMONSTRATION_PASSWORD}\n`);
    expect([early.code, early.said]).toEqual([1, expect.stringContaining('尚未核对')]);

    const compared = await run(['reconcile']);
    expect([compared.code, compared.said]).toEqual([0, expect.stringContaining('没有待处理事项')]);
    const { login } = await county.db.official.findFirstOrThrow({ where: { roles: { has: 'administrator' } } });
    const wrong = await run(['reconcile', '--sign-off', '--by', login], 'wrong\n');
    expect([wrong.code, wrong.said]).toEqual([1, expect.stringContaining('密码不正确')]);
    expect((await run(['reconcile', '--sign-off', '--by', login], `${DEMONSTRATION_PASSWORD}\n`)).code).toBe(0);
    expect(await openRestore(county.db)).toBeUndefined();
  });

  test('verifies, is killed, and goes on where it was: no case is verified twice', async () => {
    const households = await ordinaryHouseholds(county.db, 250);
    const CASES = households.length;
    expect(CASES).toBeGreaterThan(200);
    for (const householdId of households) await submit(county.db, { programmeCode: 'beekeeping', householdId });
    const folder = path.join(home, 'report');
    const verified = () => {
      const journal = path.join(folder, 'journal.ndjson');
      return existsSync(journal) ? (readFileSync(journal, 'utf8').match(/"item":"[^"]+"/g) ?? []) : [];
    };
    const killed = start(['verify', '--report', folder]);
    await eventually(
      () => Promise.resolve(verified().length),
      (count) => count > 0,
      60_000,
    );
    killed.kill('SIGKILL');
    await once(killed, 'close');
    const before = verified().length;
    expect(before).toBeLessThan(CASES);

    const { code, said } = await run(['verify', '--report', folder]);
    expect([code, said]).toEqual([0, expect.stringContaining(`接着上次核验，已核 ${before} 件`)]);
    expect([verified().length, new Set(verified()).size]).toEqual([CASES, CASES]);
    const { items, findings } = JSON.parse(readFileSync(path.join(folder, 'report.json'), 'utf8')) as VerifyReport;
    expect([items, findings]).toEqual([CASES, []]);
  });

  test('wraps the keys of households anew, is killed half-way, and goes on with the rest; what they seal stays readable', async () => {
    const rotate = ['keys', 'rotate'];
    const none = await run(rotate);
    expect([none.code, none.said]).toEqual([1, expect.stringContaining('没有给出新一代密钥')]);
    const keys = { 1: Buffer.alloc(32, 8).toString('base64') };
    const given = { ZHIBAO_HOUSEHOLD_KEYS: `1:${keys[1]}` };
    const keyring = Keyring.from(TEST_KEY, {}, keys);
    const wrapped = async () => (await county.db.household.findMany()).map(({ wrappedKey }) => wrappedKey);
    const before = (await wrapped()).map((key) => keyring.unwrap(key).toString('hex'));
    const renewed = async () => (await wrapped()).filter((key) => keyring.householdMark().equals(key.subarray(0, 3)));

    const killed = await whileHeld(150, async () => {
      const child = start(rotate, given);
      await eventually(renewed, ({ length }) => length > 0, 60_000);
      child.kill('SIGKILL');
      await once(child, 'close');
      return (await renewed()).length;
    });
    expect(killed).toBeGreaterThan(0);
    expect(killed).toBeLessThan(151);

    const rest = await run(rotate, '', given);
    expect([rest.code, rest.said]).toEqual([0, expect.stringContaining(`已重新包裹 ${before.length - killed} 户`)]);
    expect(await renewed()).toHaveLength(before.length);
    expect((await wrapped()).map((key) => keyring.unwrap(key).toString('hex')).toSorted()).toEqual(before.toSorted());
    expect(await allLogged(county.db, 'key', 'households')).toHaveLength(1);
    const again = await run(rotate, '', given);
    expect([again.code, again.said]).toEqual([0, expect.stringContaining('已重新包裹 0 户')]);
    const forgotten = await run(rotate);
    expect([forgotten.code, forgotten.said]).toEqual([1, expect.stringContaining('缺少包裹农户密钥的那一代')]);
  });

  /** While somebody holds the household at this place, so that whoever wants it waits. */
  const whileHeld = async <T>(place: number, act: () => Promise<T>): Promise<T> =>
    await county.db.$transaction(
      async (tx) => {
        await tx.$queryRaw`
          SELECT 1 FROM "Household" WHERE "id" = (SELECT "id" FROM "Household" ORDER BY "id" OFFSET ${place} LIMIT 1)
          FOR UPDATE`;
        return await act();
      },
      { timeout: 60_000 },
    );
});
