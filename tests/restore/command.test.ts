import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { VerifyReport } from '../../cli/verify/report.js';
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

  const start = (args: readonly string[]) =>
    spawn(process.execPath, ['dist/cli/zhibao.js', ...args], {
      env: {
        ...process.env,
        ...{ DATABASE_URL: county.database.url, TEMPORAL_ADDRESS: env.address, BANK_URL: bank.url },
        ...{ ZHIBAO_KEY: TEST_KEY, ZHIBAO_SESSION_SECRET: 's'.repeat(32), PUBLIC_URL: 'http://127.0.0.1' },
        ZHIBAO_HOME: home,
      },
    });
  const run = async (args: readonly string[], input = '') => {
    const child = start(args);
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
});
