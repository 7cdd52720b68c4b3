import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { CountyCodec } from '../../platform/codec.js';
import { RunningCases } from '../../platform/running-cases.js';
import { actAt } from '../activities/support/acting.js';
import { openCounty } from '../activities/support/county-at-work.js';
import { noBank } from '../activities/support/quiet-bank.js';
import { ordinaryHouseholds, submit } from '../activities/support/submission.js';
import { eventually } from '../support/eventually.js';
import { isHeldUp, whileHeld } from '../support/held.js';
import { createDevServer } from '../support/servers.js';
import { startWorker, type Where } from './worker-process.js';

describe('a worker that is killed', () => {
  let county: Awaited<ReturnType<typeof openCounty>>;
  let env: Awaited<ReturnType<typeof createDevServer>>;
  let where: Where;
  let cases: RunningCases;
  beforeAll(async () => {
    county = await openCounty(noBank);
    env = await createDevServer(new CountyCodec(county.keyring));
    cases = new RunningCases(env.client);
    where = { databaseUrl: county.database.url, temporalAddress: env.address, bankUrl: 'http://127.0.0.1:9' };
  });
  afterAll(async () => {
    await env?.teardown();
    await county?.close();
  });

  test('between a decision and its record loses neither: the next worker writes it, once', async () => {
    const [householdId] = await ordinaryHouseholds(county.db, 1);
    const caseNo = await submit(county.db, { programmeCode: 'beekeeping', householdId: householdId! });
    const first = await startWorker(where);
    await eventually(
      () => county.db.task.count({ where: { caseNo, stage: 'initialCheck', closedAt: null } }),
      (open) => open === 1,
    );

    let decided: Promise<unknown> | undefined;
    const held = `SELECT 1 FROM "Case" WHERE "caseNo" = '${caseNo}' FOR UPDATE`;
    await whileHeld(where.databaseUrl, held, async (watcher) => {
      decided = actAt({ db: county.db, cases }, caseNo, 'initialCheck', 'pass');
      await eventually(() => isHeldUp(watcher), Boolean);
      await first.kill();
    });

    const second = await startWorker(where);
    await decided;
    expect(await county.db.case.findUnique({ where: { caseNo } })).toMatchObject({ stage: 'townshipVerification' });
    const events = await county.db.caseEvent.findMany({ where: { caseNo }, orderBy: { seq: 'asc' } });
    expect(events.map(({ seq, kind }) => `${seq} ${kind}`)).toEqual([
      '1 deskChecked',
      '2 entered',
      '3 acted',
      '4 entered',
    ]);
    expect(await second.stop()).toBe(0);
  });
});
