import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { CountyCodec } from '../../platform/codec.js';
import { openCounty } from '../activities/support/county-at-work.js';
import { noBank } from '../activities/support/quiet-bank.js';
import { dividendOf, manyShareholders } from '../activities/support/shareholders.js';
import { eventually } from '../support/eventually.js';
import { createDevServer } from '../support/servers.js';
import { startWorker, type Where } from './worker-process.js';

const HOUSEHOLDS = 10_000;
const NO = '339901-2026-D0001';
/** 23 456 789.01 yuan: divides by nothing. */
const INCOME_FEN = 2_345_678_901n;

describe('a dividend over ten thousand households', () => {
  let county: Awaited<ReturnType<typeof openCounty>>;
  let env: Awaited<ReturnType<typeof createDevServer>>;
  let where: Where;
  beforeAll(async () => {
    county = await openCounty(noBank);
    env = await createDevServer(new CountyCodec(county.keyring));
    where = { databaseUrl: county.database.url, temporalAddress: env.address, bankUrl: 'http://127.0.0.1:9' };
    await manyShareholders(county.db, HOUSEHOLDS);
  }, 120_000);
  afterAll(async () => {
    await env?.teardown();
    await county?.close();
  });

  const listed = () => county.db.dividendPart.count({ where: { dividendNo: NO } });

  test('goes on where it was when its worker is killed, twice; every fen of the income has its place', async () => {
    const { db } = county;
    await dividendOf(db, NO, INCOME_FEN);
    // Slow enough to be killed in between.
    await db.$executeRawUnsafe(`
      CREATE FUNCTION slowly() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(0.2); RETURN NULL; END $$;`);
    await db.$executeRawUnsafe(`
      CREATE TRIGGER slowly AFTER INSERT OR UPDATE ON "DividendPart" FOR EACH STATEMENT EXECUTE FUNCTION slowly();`);

    const first = await startWorker(where);
    await eventually(listed, (count) => count >= 1_000);
    await first.kill();
    const afterFirst = await listed();
    expect(afterFirst).toBeLessThan(HOUSEHOLDS);
    const before = await db.dividendPart.findMany({ where: { dividendNo: NO }, orderBy: { entitlementNo: 'asc' } });

    const second = await startWorker(where);
    const written = () => db.dividendPart.count({ where: { dividendNo: NO, amountFen: { not: null } } });
    await eventually(written, (count) => count >= 1_000, 60_000);
    await second.kill();
    const afterSecond = await written();
    expect(afterSecond).toBeLessThan(HOUSEHOLDS);

    const third = await startWorker(where);
    const divided = await eventually(
      () => db.dividend.findUniqueOrThrow({ where: { no: NO } }),
      ({ state }) => state === 'divided',
      60_000,
    );
    expect(await third.stop()).toBe(0);

    const parts = await db.dividendPart.findMany({ where: { dividendNo: NO }, orderBy: { entitlementNo: 'asc' } });
    expect(parts).toHaveLength(HOUSEHOLDS);
    expect(parts.slice(0, before.length).map(({ entitlementNo }) => entitlementNo)).toEqual(
      before.map(({ entitlementNo }) => entitlementNo),
    );
    const { collectiveFen, reserveFen, householdsFen } = divided;
    expect(collectiveFen! + reserveFen! + householdsFen!).toBe(INCOME_FEN);
    expect(parts.reduce((sum, { amountFen }) => sum + amountFen!, 0n)).toBe(householdsFen);
    const poor = parts.filter(({ canWork }) => !canWork);
    expect(poor.length).toBeGreaterThan(0);
    expect(poor.every(({ amountFen, shares }) => amountFen! >= 30_000n * BigInt(shares))).toBe(true);
    console.info(
      `${parts.length} households, killed at ${afterFirst} listed and ${afterSecond} divided: ` +
        `${collectiveFen} + ${reserveFen} + ${householdsFen} = ${INCOME_FEN} fen`,
    );

    const history = await env.client.workflow.getHandle(NO).fetchHistory();
    expect(JSON.stringify(history).length).toBeLessThan(50_000);
  }, 240_000);
});
