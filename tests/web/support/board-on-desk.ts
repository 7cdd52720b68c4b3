import type { Page } from 'playwright-core';
import { record } from '../../../activities/record/record.js';
import { submit } from '../../activities/support/submission.js';
import type { ApiAlone } from '../../api/support/api.js';
import { newBundle } from '../../api/support/bundles.js';
import { official } from '../../api/support/people.js';
import { eventually } from '../../support/eventually.js';
import { press, takePhoto } from './phone.js';
import { expectForEverybody } from './portal.js';
import { untilStored } from './stored.js';

/** A notice of households of a bundle that is to be posted on its village board; its number. */
export async function boardOnDesk(api: ApiAlone, households: readonly string[]): Promise<string> {
  const bundleNo = await newBundle(await official(api, 'yl-339901100-clerk-1'));
  const entries: { caseNo: string; position: number; body: object }[] = [];
  for (const householdId of households) {
    const caseNo = await submit(api.db, { programmeCode: 'beekeeping', householdId });
    entries.push({ caseNo, position: entries.length + 1, body: {} });
  }
  const { countyCode, areaCode, policyDigest } = await api.db.case.findUniqueOrThrow({
    where: { caseNo: entries[0]!.caseNo },
  });
  const no = `${bundleNo}-N1`;
  // As a bundle that was handed in has it.
  await api.db.bundle.update({ where: { no: bundleNo }, data: { policyDigest } });
  await api.db.publication.create({ data: { no, countyCode, areaCode, bundleNo, entries: { create: entries } } });
  return no;
}

/** The task of a case that has come to a stage, where it awaits an official. */
export async function arrivedAt(api: ApiAlone, stage: 'initialCheck' | 'noticePosting', householdId: string) {
  const caseNo = await submit(api.db, { programmeCode: 'beekeeping', householdId });
  await record(api.world, caseNo, 'case', [{ seq: 1, at: Date.now(), kind: 'entered', stage }]);
  return await api.db.task.findFirstOrThrow({ where: { caseNo, stage } });
}

export const WITNESS = '监委会委员王某';

/** What is said of a posting or a taking down: a photograph of the board, and who was there. */
export async function witness(page: Page): Promise<void> {
  await takePhoto(page);
  await page.locator('.taken li').first().waitFor();
  await page.getByLabel('见证人').fill(WITNESS);
}

/** Posts it while there is no network: what was written outlives the page, and what was signed waits on the phone. */
export async function postsOffline(page: Page): Promise<void> {
  await page.getByText('现在没有网络').waitFor();
  await press(page, '登记张榜');
  await page.getByText('请改正以下各项').waitFor();
  await witness(page);
  await untilStored(page, 'boards', WITNESS, 'photo.png');
  await page.reload();
  await eventually(
    () => page.getByLabel('见证人').inputValue(),
    (said) => said === WITNESS,
  );
  await press(page, '登记张榜');
  await page.getByText('已签字，等待网络').waitFor();
  await expectForEverybody(page);
}

/** Signs for the notice of one case, which was taken along like a visit to a site, and removes it from the phone. */
export async function signsAndRemoves(page: Page): Promise<void> {
  await page.getByLabel('决定').selectOption('posted');
  await witness(page);
  await press(page, '签字');
  await page.getByText('已签字，等待网络').waitFor();
  await page.locator('summary', { hasText: '从手机上删去' }).click();
  await press(page, '确定删去');
}
