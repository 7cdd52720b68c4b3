import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { Db } from '../../../prisma/client.js';
import type { ApiAlone } from '../../api/support/api.js';
import { submit } from '../../activities/support/submission.js';
import { follow, press, takePhoto } from './phone.js';
import { expectForEverybody, picture } from './portal.js';

const FAR = new Date('2099-01-01T00:00:00Z');
const LOAN = { principalYuan: 80_000, from: '2026-03-10', until: '2098-07-01', basisPoints: 435 };
const WORDS = '台风冲毁大棚，已实地核实';

/** A household whose interest is paid until its loan falls due; the number of the grant. */
export async function loanOnDesk({ db }: ApiAlone, householdId: string): Promise<string> {
  const caseNo = await submit(db, { programmeCode: 'microcredit-interest', householdId, loan: LOAN });
  const { areaCode, countyCode, programmeCode, quantity } = await db.case.update({
    where: { caseNo },
    data: { running: false, stage: 'closed', outcome: { kind: 'granted', amountFen: 0 }, closedAt: new Date() },
  });
  const granted = { decisionNo: '演贴〔2026〕3号', quantity, grantedAt: new Date(), loan: LOAN };
  const next = { nextPeriod: '2098', nextDueAt: FAR, periodsLeft: 3 };
  await db.entitlement.create({
    data: { ...{ caseNo, householdId, countyCode, areaCode, programmeCode }, ...granted, ...next },
  });
  return caseNo;
}

const UNTIL = '2098-12-01';
const CHANGE = { kind: 'extended', reason: 'naturalDisaster', byId: 'yl-approver-2', signedById: 'yl-oversight-1' };

/** The entitlement, when its loan was extended. */
export const EXTENDED = { loan: { ...LOAN, until: UNTIL }, loanChanges: [CHANGE] };

/** Extended by two officials, each on the page of the entitlement; what there is of it then. */
export async function isExtended(db: Db, caseNo: string, first: Page, second: Page): Promise<object> {
  await proposesExtension(first, UNTIL);
  await signsExtension(second, caseNo, UNTIL);
  await Promise.all([first.close(), second.close()]);
  return await db.entitlement.findUniqueOrThrow({ where: { caseNo }, include: { loanChanges: true } });
}

/** An official brings the proof of a reason, and proposes that the loan is extended. */
async function proposesExtension(page: Page, until: string): Promise<void> {
  await page.getByRole('heading', { name: '贷款' }).waitFor();
  const form = page.locator('details', { hasText: '提出展期' });
  await form.locator('summary').click();
  await form.getByLabel('新的到期日').fill(until);
  await press(page, '提出展期');
  await page.getByText('请改正以下各项').waitFor();
  await looksOf(page, 'loan-wrong');
  await page.locator('summary', { hasText: '上传变更依据的材料' }).click();
  await page.getByLabel('新材料的种类').selectOption({ label: '展期的，非主观原因证明' });
  await takePhoto(page);
  const paper = form.getByLabel('依据的材料');
  await paper.locator('option', { hasText: '非主观原因证明' }).waitFor({ state: 'attached' });
  await paper.selectOption({ index: 1 });
  await form.getByLabel('展期原因').selectOption({ label: '自然灾害' });
  await form.getByLabel('理由').fill(WORDS);
  await press(page, '提出展期');
  await page.getByRole('heading', { name: '待第二人签字的变更' }).waitFor();
  await looksOf(page, 'loan-proposed');
}

/** Another finds it in his inbox, reads what it rests on, and signs. */
async function signsExtension(page: Page, caseNo: string, until: string): Promise<void> {
  await page.reload();
  await follow(page, caseNo);
  await page.getByText(WORDS).waitFor();
  await page.locator('.papers').getByText('非主观原因证明').waitFor();
  await looksOf(page, 'loan-to-sign');
  await press(page, '同意并签字');
  await page.getByText('变更已生效').waitFor();
  const signed = page.locator('.listing', { hasText: '已生效的变更' });
  await signed.getByText('展期，因自然灾害').waitFor();
  await looksOf(page, 'loan-signed');
  expect(await page.locator('.facts div', { hasText: '到期日' }).first().textContent()).toContain(until);
}

/** On a phone and on a desk, and in English. */
async function looksOf(page: Page, name: string): Promise<void> {
  for (const [width, language] of [
    [360, 'English'],
    [1280, '中文'],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await expectForEverybody(page);
    await picture(page, `${name}-${width}`);
    await press(page, language);
  }
}
