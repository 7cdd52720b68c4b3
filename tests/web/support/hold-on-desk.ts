import type { Page } from 'playwright-core';
import { press } from './phone.js';

const HOLD = '暂停支付';

/** The payments of a case are stopped on the page of the holds; without a basis they are not. */
export async function putsOnHold(page: Page, caseNo: string): Promise<void> {
  await page.locator('summary', { hasText: HOLD }).click();
  await page.getByLabel('办件编号').fill(caseNo);
  await page.getByLabel('理由').selectOption({ index: 1 });
  await press(page, HOLD);
  await page.getByText('请改正以下各项').waitFor();
  await page.getByLabel('依据').fill('举报：申报数量不实');
  await press(page, HOLD);
  await page.locator('td', { hasText: '举报：申报数量不实' }).waitFor();
  await page.close();
}

/** They are let go on, with what was found. */
export async function lifts(page: Page, caseNo: string): Promise<void> {
  const row = page.locator('tr', { hasText: caseNo });
  await row.locator('summary').click();
  await row.getByLabel('依据').fill('经查不实，可以支付');
  await row.getByRole('button').click();
  await row.locator('details').waitFor({ state: 'detached' });
  await row.getByText('经查不实，可以支付').waitFor();
  await page.close();
}
