import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { heading, press } from './phone.js';
import { expectForEverybody, picture } from './portal.js';

/** Up to the check of the answers: what is asked is the hardship, and nobody is promised an amount. */
export async function asksForRelief(own: Page, address: string): Promise<void> {
  await own.goto(address);
  await heading(own, '这是名册上的信息，对吗？');
  const draft = own.url().replace('/register', '');
  await own.goto(`${draft}/quantity`);
  await own.getByLabel('申请救助金额（元）').fill('800');
  await press(own, '保存并继续');
  await heading(own, '遇到了什么困难？');
  await expectForEverybody(own);
  await picture(own, 'relief-hardship');
  await own.goto(draft);
  await heading(own, '核对后提交');
  await own.getByText('最高10,000元，由审批人按实际困难决定').waitFor();
  expect(await own.locator('main').textContent()).not.toContain('大约能补');
  await expectForEverybody(own);
  await picture(own, 'relief-check');
}
