import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { carryNotices } from '../../activities/sweeps/carry-notices.js';
import { announceSigning } from '../../api/acting/announce-signing.js';
import type { RunningCases } from '../../platform/running-cases.js';
import { sealColumn } from '../../prisma/sealed.js';
import { bundleOfMany } from './support/thousand.js';
import { openCounty } from './support/county-at-work.js';
import { noBank } from './support/quiet-bank.js';
import { ordinaryHouseholds, submit } from './support/submission.js';

describe('集中公示: what was done on the village board for many cases', () => {
  const told: Parameters<RunningCases['act']>[] = [];
  const cases = { act: (...said: Parameters<RunningCases['act']>) => Promise.resolve(void told.push(said)) };
  let county: Awaited<ReturnType<typeof openCounty>>;
  let no: string;
  let caseNos: string[];
  beforeAll(async () => {
    county = await openCounty(noBank);
    const { db, keyring } = county;
    const { no: bundleNo } = await bundleOfMany(county, 1);
    const households = await ordinaryHouseholds(db, 3);
    caseNos = [];
    for (const householdId of households)
      caseNos.push(await submit(db, { programmeCode: 'beekeeping', quantity: 10, householdId }));
    await db.case.updateMany({ where: { caseNo: { in: caseNos } }, data: { stage: 'noticePosting' } });
    const wordsSealed = sealColumn(keyring.county('339901').key, 'noticeWords', '已张榜').toString('base64');
    const posting = { by: { id: 'yl-339901100-verifier-1', role: 'townshipVerifier' }, papers: [], wordsSealed };
    no = `${bundleNo}-N1`;
    const entries = caseNos.slice(0, 2).map((caseNo, index) => ({ caseNo, position: index + 1, body: {} }));
    await db.publication.create({
      data: { no, bundleNo, countyCode: '339901', areaCode: '339901100', posting, entries: { create: entries } },
    });
  });
  afterAll(async () => await county?.close());
  const sweep = () => carryNotices({ ...county.world, cases: cases as RunningCases }, 10);

  test('before that was signed waits until it is, as it stood then', async () => {
    await sweep();
    expect(told).toEqual([]);
    await announceSigning(county.db, county.keyring);
    await sweep();
    expect(told.map(([caseNo]) => caseNo).toSorted()).toEqual(caseNos.slice(0, 2).toSorted());
  });

  test('reaches no case that was put on the notice since: it is to be done anew', async () => {
    const late = { publicationNo: no, caseNo: caseNos[2]!, position: 3, body: {} };
    await county.db.publicationEntry.create({ data: late });
    await announceSigning(county.db, county.keyring);
    await sweep();
    expect(told).toHaveLength(2);
    expect(await county.db.publication.findUnique({ where: { no } })).toMatchObject({ posting: null, postedAt: null });
  });
});
