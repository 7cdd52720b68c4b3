import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { creditCodeOf } from '../../../domain/rules/credit-code.js';
import type { Officials } from '../../api/support/officials.js';
import { follow, heading, press, takePhoto } from './phone.js';
import { expectInEveryLook } from './portal.js';

const CONTRACTOR = {
  ...{ kind: 'contractor', name: '演练县建工公司', creditCode: creditCodeOf('91339901MA1234567'), area: '339901' },
  ...{ bankName: '演示农村商业银行', number: '6228480200000110011' },
};

/** A contractor stands in the register of payees: one official has entered it, another one signed. */
async function enteredContractor(officials: Officials): Promise<void> {
  const maker = await officials.as('yl-maker-1');
  const { id, waiting } = (await maker.post('/api/payees', CONTRACTOR)).body;
  const finance = await officials.as('yl-finance-1');
  await finance.post(`/api/payees/${id}/signature`, { accountId: waiting.id, agrees: true });
}

/** From its case the household agrees that the contractor is paid, with the agreement; and then is paid itself after all. */
export async function agreesAndTakesBack(page: Page, officials: Officials): Promise<void> {
  await enteredContractor(officials);
  const open = async () => {
    await follow(page, '同意付给对方');
    await heading(page, '把补助付给施工单位、出租方');
  };
  await open();
  await press(page, '同意付给对方');
  const unsaid = page.getByRole('alert').getByRole('link');
  await unsaid.filter({ hasText: '请先拍下与对方签订的协议' }).waitFor();
  await unsaid.filter({ hasText: '请选择付给谁' }).waitFor();
  await page.getByLabel('付给谁').selectOption({ index: 1 });
  await press(page, '同意付给对方');
  await unsaid.filter({ hasText: '请选择付给谁' }).waitFor({ state: 'detached' });
  expect(await unsaid.allTextContents()).toEqual(['请先拍下与对方签订的协议']);
  await takePhoto(page);
  await page.getByText('已上传1份').waitFor();
  await expectInEveryLook(page, 'payee');
  await press(page, '同意付给对方');
  await page.getByText(CONTRACTOR.name).first().waitFor();
  await open();
  await press(page, '不付给对方，还是打到我的账户');
  await page.getByText(CONTRACTOR.name).first().waitFor({ state: 'detached' });
}
