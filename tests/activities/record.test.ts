import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { record } from '../../activities/record/record.js';
import type { Transition } from '../../domain/schemas/transition.js';
import { openCounty } from './support/county-at-work.js';
import { noBank } from './support/quiet-bank.js';
import { ordinaryHouseholds, submit } from './support/submission.js';

const at = Date.now();
const checked: Transition = { seq: 1, at, kind: 'deskChecked', findings: [] };
const entered: Transition = { seq: 2, at, kind: 'entered', stage: 'initialCheck' };
const returned: Transition = { seq: 3, at, kind: 'entered', stage: 'correction', term: { workingDays: 15 } };

describe('the record of a case', () => {
  let county: Awaited<ReturnType<typeof openCounty>>;
  let caseNo: string;
  beforeAll(async () => {
    county = await openCounty(noBank);
    const [householdId] = await ordinaryHouseholds(county.db, 1);
    caseNo = await submit(county.db, { programmeCode: 'beekeeping', householdId: householdId! });
  });
  afterAll(async () => await county?.close());

  test('takes exactly the next step: a gap is an incident, and nothing of it is written', async () => {
    await expect(record(county.world, caseNo, 'case', [entered])).rejects.toThrow(/a gap/);
    expect(await county.db.caseEvent.count({ where: { caseNo } })).toBe(0);
  });

  test('holds a step and the task that follows from it, or neither', async () => {
    await record(county.world, caseNo, 'case', [checked, entered]);
    expect(await county.db.task.findMany({ where: { caseNo } })).toMatchObject([
      { stage: 'initialCheck', role: 'countyChecker', closedAt: null, dueAt: expect.any(Date) },
    ]);
  });

  test('takes the same steps again without a second task, and answers the same deadline', async () => {
    const first = await record(county.world, caseNo, 'case', [returned]);
    const again = await record(county.world, caseNo, 'case', [checked, entered, returned]);
    expect(again).toEqual(first);
    expect(first.dueAt).toBe(at + 15_000);
    expect(await county.db.task.count({ where: { caseNo, closedAt: null } })).toBe(1);
  });

  test('refuses another content under a number that is taken, and tells the administrator once', async () => {
    const other: Transition = { ...entered, stage: 'townshipVerification' };
    await expect(record(county.world, caseNo, 'case', [other])).rejects.toThrow(/another content/);
    await expect(record(county.world, caseNo, 'case', [other])).rejects.toThrow(/another content/);
    const told = { startsWith: `conflict/${caseNo}/case/2` };
    expect(await county.db.outboxMessage.count({ where: { dedupeKey: told, channel: 'mail' } })).toBe(1);
  });

  test('tells the household what it has to do, once', async () => {
    expect(await county.db.outboxMessage.count({ where: { dedupeKey: `${caseNo}/case/3` } })).toBe(1);
  });

  test('tells the household of a refusal that is final, wherever it was decided', async () => {
    const [, householdId] = await ordinaryHouseholds(county.db, 2);
    const refused = await submit(county.db, { programmeCode: 'beekeeping', householdId: householdId! });
    const outcome = { kind: 'refused', stage: 'objectionHearing', reasonCode: 'EVIDENCE_LACKING' } as const;
    await record(county.world, refused, 'case', [{ seq: 1, at, kind: 'closed', outcome }]);
    expect(await county.db.outboxMessage.count({ where: { dedupeKey: `${refused}/case/1` } })).toBe(1);
  });

  test('cannot be changed or deleted afterwards', async () => {
    const where = { caseNo_strand_seq: { caseNo, strand: 'case', seq: 1 } } as const;
    await expect(county.db.caseEvent.delete({ where })).rejects.toThrow(/append-only/);
    await expect(county.db.caseEvent.update({ where, data: { body: {} } })).rejects.toThrow(/append-only/);
  });

  test('is the same whichever of two workers writes first', async () => {
    const next: Transition = { seq: 4, at, kind: 'entered', stage: 'initialCheck' };
    await Promise.all([1, 2, 3].map(() => record(county.world, caseNo, 'case', [next])));
    expect(await county.db.caseEvent.count({ where: { caseNo } })).toBe(4);
  });
});
