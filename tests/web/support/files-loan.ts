import type { Page } from 'playwright-core';
import { heading, press, takePhoto } from './phone.js';

const onward = (page: Page) => press(page, '保存并继续');

/** Answers every question of a draft of a village collective for the interest of its loan, and sends it. */
export async function filesLoan(page: Page, year: number): Promise<void> {
  await heading(page, '由这个村集体申请，对吗？');
  await page.getByText('公示时写村集体全称').waitFor();
  await page.getByLabel('我看过了，都对').check();
  await onward(page);
  await page.getByLabel('本金（元）').fill('300000');
  await page.getByLabel('放款日').fill(`${year}-01-01`);
  await page.getByLabel('到期日').fill(`${year + 1}-01-01`);
  await page.getByLabel('年利率（%）').fill('4.35');
  await onward(page);
  await heading(page, '贷款用来做什么？');
  await onward(page);
  for (const paper of [/会议决议/, /借款合同/, /结息单/]) {
    await heading(page, paper);
    await takePhoto(page);
    await page.locator('.papers li a').first().waitFor();
    await onward(page);
  }
  await heading(page, /展期/);
  await onward(page);
  await page.getByText('都填好了，可以提交。').waitFor();
  await page.getByText(/13,2\d\d\.\d\d/).waitFor();
  await press(page, '提交申请');
}
