import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { closeNotice } from '../../activities/close-notice.js';
import { eventually } from '../support/eventually.js';
import { openCounty } from './support/county-at-work.js';
import { object, postNotice } from './support/notice.js';
import { noBank } from './support/quiet-bank.js';
import { ordinaryHouseholds, submit } from './support/submission.js';

describe('the closing of a notice', () => {
  let county: Awaited<ReturnType<typeof openCounty>>;
  let households: string[];
  beforeAll(async () => {
    county = await openCounty(noBank);
    households = await ordinaryHouseholds(county.db, 7);
  });
  afterAll(async () => await county?.close());

  const noticed = async (closesInMs: number) => {
    const caseNo = await submit(county.db, { programmeCode: 'beekeeping', householdId: households.pop()! });
    return { caseNo, no: await postNotice(county.db, caseNo, closesInMs) };
  };

  test('never comes early: the database says when its term is over', async () => {
    const { caseNo, no } = await noticed(60_000);
    expect(await closeNotice(county.world, caseNo, no)).toMatchObject({ kind: 'running' });
    expect(await county.db.publication.findUnique({ where: { no } })).toMatchObject({ closedAt: null });
  });

  test('comes after the full term, with a decision number that stays the same', async () => {
    const { caseNo, no } = await noticed(300);
    const closed = await eventually(
      () => closeNotice(county.world, caseNo, no),
      ({ kind }) => kind === 'closed',
    );
    expect(await closeNotice(county.world, caseNo, no)).toEqual(closed);
    const other = await noticed(-1);
    expect(await closeNotice(county.world, other.caseNo, other.no)).not.toEqual(closed);
  });

  test('waits for every objection received within the term, told to the case or not', async () => {
    const { caseNo, no } = await noticed(-1);
    const objectionIds = [await object(county.db, no, caseNo), await object(county.db, no, caseNo)];
    expect(await closeNotice(county.world, caseNo, no)).toEqual({ kind: 'objections', objectionIds });
    await county.db.objection.updateMany({ where: { caseNo }, data: { settledAt: new Date(), result: 'dismiss' } });
    expect(await closeNotice(county.world, caseNo, no)).toMatchObject({ kind: 'closed' });
  });

  test('does not overlook an objection that is being written while it closes', async () => {
    const { caseNo, no } = await noticed(-1);
    let closing: ReturnType<typeof closeNotice> | undefined;
    await county.db.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM "Publication" WHERE "no" = ${no} FOR SHARE`;
      closing = closeNotice(county.world, caseNo, no);
      await tx.objection.create({ data: { publicationNo: no, caseNo, receiptNo: 'LAST-SECOND', wordsId: 'w' } });
    });
    expect(await closing).toMatchObject({ kind: 'objections' });
  });

  test('waits for what was received in a round before, too', async () => {
    const { caseNo, no } = await noticed(-1);
    const objectionId = await object(county.db, no, caseNo);
    const { countyCode, areaCode } = await county.db.case.findUniqueOrThrow({ where: { caseNo } });
    const again = { no: `${caseNo}-N2`, countyCode, areaCode, body: {}, closesAt: new Date(0) };
    await county.db.publication.create({ data: { ...again, cases: { connect: { caseNo } } } });
    expect(await closeNotice(county.world, caseNo, again.no)).toEqual({
      kind: 'objections',
      objectionIds: [objectionId],
    });
  });

  test('is final: a closed notice stays closed, and a closing time never moves earlier', async () => {
    const { caseNo, no } = await noticed(-1);
    await closeNotice(county.world, caseNo, no);
    const reopen = county.db.publication.update({ where: { no }, data: { closedAt: null } });
    await expect(reopen).rejects.toThrow(/stays closed/);
    const earlier = county.db.publication.update({ where: { no }, data: { closesAt: new Date(0) } });
    await expect(earlier).rejects.toThrow(/never earlier/);
  });
});
