import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { closeNotice } from '../../activities/close-notice.js';
import { withdrawEntries } from '../../prisma/publications.js';
import { eventually } from '../support/eventually.js';
import { openCounty } from './support/county-at-work.js';
import { object, postNotice, postTogether } from './support/notice.js';
import { noBank } from './support/quiet-bank.js';
import { ordinaryHouseholds, submit } from './support/submission.js';

describe('the closing of a notice', () => {
  let county: Awaited<ReturnType<typeof openCounty>>;
  let households: string[];
  beforeAll(async () => {
    county = await openCounty(noBank);
    households = await ordinaryHouseholds(county.db, 12);
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
    const again = { no: `${caseNo}-N2`, countyCode, areaCode, closesAt: new Date(0) };
    const entry = { caseNo, position: 1, body: {} };
    await county.db.publication.create({ data: { ...again, entries: { create: entry } } });
    expect(await closeNotice(county.world, caseNo, again.no)).toEqual({
      kind: 'objections',
      objectionIds: [objectionId],
    });
  });

  test('of several households closes for each by itself: what is said about one holds up that one only', async () => {
    const caseNos: string[] = [];
    for (const householdId of households.splice(-3))
      caseNos.push(await submit(county.db, { programmeCode: 'beekeeping', householdId }));
    const no = await postTogether(county.db, caseNos, -1);
    const [heard, fallen, other] = caseNos as [string, string, string];
    const objectionId = await object(county.db, no, heard);
    await county.db.$transaction((tx) => withdrawEntries(tx, fallen, new Date()));
    expect(await closeNotice(county.world, heard, no)).toEqual({ kind: 'objections', objectionIds: [objectionId] });
    expect(await closeNotice(county.world, other, no)).toMatchObject({ kind: 'closed' });
    const entry = (caseNo: string) =>
      county.db.publicationEntry.findUniqueOrThrow({ where: { publicationNo_caseNo: { publicationNo: no, caseNo } } });
    expect(await entry(heard)).toMatchObject({ closedAt: null, withdrawnAt: null });
    expect(await entry(fallen)).toMatchObject({ closedAt: null, withdrawnAt: expect.any(Date) });
    expect(await entry(other)).toMatchObject({ closedAt: expect.any(Date) });
    await county.db.objection.update({
      where: { id: objectionId },
      data: { settledAt: new Date(), result: 'dismiss' },
    });
    expect(await closeNotice(county.world, heard, no)).toMatchObject({ kind: 'closed' });
    const publication = await county.db.publication.findUniqueOrThrow({ where: { no } });
    expect(publication).toMatchObject({ closedAt: expect.any(Date), withdrawnAt: null });
  });

  test('that all its households have left is withdrawn with the last of them, however many leave at once', async () => {
    const caseNos: string[] = [];
    for (const householdId of households.splice(-2))
      caseNos.push(await submit(county.db, { programmeCode: 'beekeeping', householdId }));
    const no = await postTogether(county.db, caseNos, 60_000);
    const leave = (caseNo: string) => county.db.$transaction((tx) => withdrawEntries(tx, caseNo, new Date()));
    await Promise.all(caseNos.map(leave));
    const publication = await county.db.publication.findUniqueOrThrow({ where: { no } });
    expect(publication).toMatchObject({ closedAt: null, withdrawnAt: expect.any(Date) });
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
