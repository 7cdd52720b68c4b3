import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { WorkflowNotFoundError } from '@temporalio/client';
import type { Swept } from '../../activities/sweeps/sweep.js';
import { tellHouseholdChanges, tellObjections } from '../../activities/sweeps/tell-cases.js';
import { openCounty } from './support/county-at-work.js';
import { object, postNotice } from './support/notice.js';
import { noBank } from './support/quiet-bank.js';
import { ordinaryHouseholds, submit } from './support/submission.js';

describe('what cases are told', () => {
  let county: Awaited<ReturnType<typeof openCounty>>;
  let householdIds: string[];
  let caseNos: string[];
  beforeAll(async () => {
    county = await openCounty(noBank);
    householdIds = await ordinaryHouseholds(county.db, 2);
    caseNos = [];
    for (const householdId of householdIds) {
      caseNos.push(await submit(county.db, { programmeCode: 'beekeeping', householdId }));
    }
  });
  afterAll(async () => await county?.close());

  /** An engine that knows nothing of the first case. */
  const swept = () => {
    const tell = (caseNo: string) =>
      caseNo === caseNos[0] ? Promise.reject(new WorkflowNotFoundError('gone', caseNo, undefined)) : Promise.resolve();
    return { ...county, cases: { tellObjection: tell, tellHouseholdChange: tell } } as unknown as Swept;
  };

  test('reaches the others when the engine does not know one of them, and says so', async () => {
    const ids: string[] = [];
    for (const caseNo of caseNos)
      ids.push(await object(county.db, await postNotice(county.db, caseNo, 60_000), caseNo));
    await expect(tellObjections(swept(), 50)).rejects.toThrow('gone');
    const [first, second] = await county.db.objection.findMany({
      where: { id: { in: ids } },
      orderBy: { receivedAt: 'asc' },
    });
    expect(first).toMatchObject({ toldAt: null });
    expect(second).toMatchObject({ toldAt: expect.any(Date) });
  });

  test('of a change reaches a follow-up and a review, too, and says what the programme makes of it', async () => {
    const { db } = county;
    const [householdId] = (await ordinaryHouseholds(db, 3)).slice(-1) as [string];
    const relocated = await submit(db, { programmeCode: 'beekeeping', householdId });
    const paid = await submit(db, { programmeCode: 'photovoltaic-dividend', householdId });
    const beside = { caseNo: relocated, input: {}, startedAt: new Date() };
    await db.case.update({ where: { caseNo: relocated }, data: { running: false } });
    await db.followUp.create({ data: beside });
    await db.review.create({ data: beside });
    const data = { householdId, kind: 'birth', occurredOn: '2026-03-01', reportedBy: 'import' } as const;
    await db.householdChange.create({ data });
    const told: string[] = [];
    const hear = (...[caseNo, strand, , effect]: string[]) => {
      told.push([caseNo, strand, effect ?? 'lookedAt'].join(' '));
      return Promise.resolve();
    };
    await tellHouseholdChanges({ ...county, cases: { tellHouseholdChange: hear } } as unknown as Swept, 50);
    expect(told).toEqual(
      expect.arrayContaining([`${paid} case goOn`, `${relocated} review lookedAt`, `${relocated} followUp lookedAt`]),
    );
  });

  test('reaches other households when the engine does not know the case of one', async () => {
    for (const householdId of householdIds) {
      const data = { householdId, kind: 'death', occurredOn: '2026-03-01', reportedBy: 'import' } as const;
      await county.db.householdChange.create({ data });
    }
    await expect(tellHouseholdChanges(swept(), 50)).rejects.toThrow('gone');
    const changes = await county.db.householdChange.findMany({ orderBy: { reportedAt: 'asc' } });
    const toldOf = (householdId: string) => changes.find((change) => change.householdId === householdId)?.toldAt;
    expect(householdIds.map(toldOf)).toEqual([null, expect.any(Date)]);
  });
});
