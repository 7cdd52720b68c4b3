import type { Page } from 'playwright-core';
import { press } from './phone.js';

/** From the inbox: a task is taken, the answer is lost, it is taken again; the keys that the API was told. */
export async function isSentAgain(page: Page, caseNo: string): Promise<(string | undefined)[]> {
  const keys: (string | undefined)[] = [];
  await page.route('**/api/tasks/*/claim', async (route) => {
    keys.push(route.request().headers()['idempotency-key']);
    if (keys.length > 1) return await route.continue();
    await route.fetch();
    await route.abort('connectionreset');
  });
  const choose = page.getByLabel(`选择${caseNo}`);
  await choose.check();
  await press(page, '全部领取');
  await page.locator('.bulk output li').waitFor();
  // What was not answered stays chosen.
  await press(page, '全部领取');
  await page.locator('.bulk output li', { hasText: '已办理' }).waitFor();
  await page.close();
  return keys;
}
