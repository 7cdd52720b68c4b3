import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { createActivities } from '../../activities/activities.js';
import { mayGoOn, untilCompared, whenSignedOff } from '../../activities/restore-gate.js';
import { startCases } from '../../activities/sweeps/start-cases.js';
import type { Swept } from '../../activities/sweeps/sweep.js';
import { emptyReport, type Finding } from '../../cli/restore/findings.js';
import { signOff } from '../../cli/restore/sign-off.js';
import { untilStandstill } from '../../cli/restore/standstill.js';
import type { Db } from '../../prisma/client.js';
import { DEMONSTRATION_PASSWORD } from '../../prisma/seed/officials.js';
import { beginRestore, noteRestore, openRestore } from '../../prisma/restore.js';
import { mark, noteIfOlder } from '../../prisma/restore-mark.js';
import { assertUsable } from '../../prisma/usable.js';
import { openCounty } from '../activities/support/county-at-work.js';
import { inActivity } from '../activities/support/in-activity.js';
import { noBank } from '../activities/support/quiet-bank.js';
import { ordinaryHouseholds, submit } from '../activities/support/submission.js';

describe('While a restore is open', () => {
  let county: Awaited<ReturnType<typeof openCounty>>;
  const home = mkdtempSync(path.join(tmpdir(), 'zhibao-marks-'));
  beforeAll(async () => {
    county = await openCounty(noBank);
    await assertUsable(county.db, county.keyring);
  });
  afterAll(async () => {
    await county?.close();
    rmSync(home, { recursive: true, force: true });
  });
  afterEach(async () => {
    await county.db.restore.updateMany({ where: { signedOffAt: null }, data: { signedOffAt: new Date() } });
  });

  const compared = async (findings: Finding[] = []) => {
    const { id } = await noteRestore(county.db);
    const report = { ...emptyReport(), findings };
    await county.db.restore.update({ where: { id }, data: { comparedAt: new Date(), report } });
  };
  const signer = async (role: 'administrator' | 'paymentMaker') =>
    (await county.db.official.findFirstOrThrow({ where: { roles: { has: role }, areaCode: '339901' } })).login;
  const sign = async (role: 'administrator' | 'paymentMaker', accept = false, password = DEMONSTRATION_PASSWORD) =>
    await signOff(county.db, { login: await signer(role), password, accept });

  test('no case is started and no batch filled or handed over, however it is compared, until somebody signs', async () => {
    await compared();
    const [householdId] = await ordinaryHouseholds(county.db, 1);
    const caseNo = await submit(county.db, { programmeCode: 'home-processing', householdId: householdId! });
    const started: string[] = [];
    const cases = { start: (input: { caseNo: string }) => Promise.resolve(void started.push(input.caseNo)) };
    const sweep = () => whenSignedOff(startCases)({ ...county, cases } as unknown as Swept, 50);
    const activities = createActivities(county.world);
    const waits = { type: 'RESTORING', nonRetryable: false };

    expect([await sweep(), started]).toEqual([0, []]);
    await expect(
      inActivity().run((no: string) => activities.fillBatch(no), '339901-B20260101-1'),
    ).rejects.toMatchObject(waits);
    await expect(inActivity().run((no: string) => activities.handOver(no), '339901-B20260101-1')).rejects.toMatchObject(
      waits,
    );
    await sign('administrator');
    expect([await sweep(), started]).toEqual([1, [caseNo]]);
  });

  test('there is one, however often it is noted', async () => {
    const notes = await Promise.all([noteRestore(county.db), noteRestore(county.db), beginRestore(county.db)]);
    expect(new Set(notes.map(({ id }) => id)).size).toBe(1);
  });

  test('it is signed for by whoever answers for it, with nothing left to find or with that accepted by name', async () => {
    const finding = { kind: 'conflict', subject: '339901-2026-000001-1', detail: '7' } as const;
    await expect(sign('administrator')).rejects.toThrow('There is no restore to sign for.');
    await noteRestore(county.db);
    await expect(sign('administrator')).rejects.toThrow('Nothing has been compared yet');
    await compared([finding]);
    await expect(sign('administrator')).rejects.toThrow(finding.subject);
    await expect(sign('administrator', true, 'not the password')).rejects.toThrow('not right');
    await expect(sign('paymentMaker', true)).rejects.toThrow('Only an administrator');
    await sign('administrator', true);
    expect(await openRestore(county.db)).toBeUndefined();
    const { id } = await county.db.official.findUniqueOrThrow({ where: { login: await signer('administrator') } });
    const signed = await county.db.restore.findFirstOrThrow({
      where: { signedOffById: id },
      orderBy: { startedAt: 'desc' },
    });
    expect(signed.report).toMatchObject({ accepted: [finding] });
  });

  test('a worker waits until it is compared, and one that runs stands still', async () => {
    await noteRestore(county.db);
    const stopping = new AbortController();
    const waiting = untilCompared(county.db, home, county.log, stopping.signal);
    expect(await mayGoOn(county.db, home, county.log)).toBe(false);
    await compared();
    expect(await waiting).toBe(true);
    expect(await mayGoOn(county.db, home, county.log)).toBe(true);

    await beginRestore(county.db);
    const again = untilCompared(county.db, home, county.log, stopping.signal);
    stopping.abort();
    expect(await again).toBe(false);
  });

  test('nothing is compared while a worker is at work', async () => {
    const patience = { quietMs: 300, mostMs: 900 };
    await untilStandstill(county.db, patience);
    // Between two looks at it there is always a mark, however long each of them takes.
    const atWork = county.db.$extends({
      query: {
        $queryRaw: async ({ args, query }) => {
          await mark(county.db, home);
          return await query(args);
        },
      },
    });
    await expect(untilStandstill(atWork as unknown as Db, patience)).rejects.toThrow('A worker is still at work');
    await untilStandstill(county.db, patience);
  });

  test('a database that knows less than this machine has seen of it was restored, though nobody said so', async () => {
    await mark(county.db, home);
    const before = await county.db.$queryRaw<[{ last: bigint }]>`SELECT "last_value" AS last FROM "restore_mark"`;
    await mark(county.db, home);
    expect(await noteIfOlder(county.db, home)).toBe(false);
    expect(await openRestore(county.db)).toBeUndefined();

    await county.db.$queryRaw`SELECT setval('restore_mark', ${before[0].last})`;
    expect(await noteIfOlder(county.db, home)).toBe(true);
    expect(await openRestore(county.db)).toMatchObject({ comparedAt: null });
    expect(await noteIfOlder(county.db, home)).toBe(false);
  });
});
