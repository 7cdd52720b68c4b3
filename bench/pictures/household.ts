import type { Browser, Page } from 'playwright-core';
import { photograph } from '../../cli/rehearsal/photograph.js';
import type { Town } from '../../cli/rehearsal/town.js';
import { type Camera, goTo, opened, PHONE } from './camera.js';

const PROGRAMME = 'beekeeping';

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** Signs in on the page, with the code that the demonstration's outbox shows. */
async function signIn(page: Page, town: Town, url: string, phone: string): Promise<void> {
  await goTo(page, `${url}/apply/sign-in`);
  await page.getByLabel('手机号码').fill(phone);
  await press(page, '发送验证码');
  const code = page.getByLabel('短信中的6位验证码');
  await code.waitFor();
  const { items } = await town.stranger().call('listOutbox', { query: { limit: 100 } });
  const text = items.find(({ to }) => to === phone)?.text ?? '';
  await code.fill(/验证码(\d{6})/.exec(text)?.[1] ?? '');
  await press(page, '登录');
  await page.getByRole('button', { name: '退出' }).waitFor();
}

/** A household files on its phone; each page that it meets is taken. Answers its case's number. */
export async function householdFiles(browser: Browser, camera: Camera, town: Town, url: string, phone: string) {
  const page = await opened(browser, PHONE, `${url}/apply`);
  await camera.take(page, 'apply-home');
  await goTo(page, `${url}/apply/programmes/${PROGRAMME}`);
  await page.getByLabel('饲养数量（箱）').fill('10');
  await camera.take(page, 'apply-guide');
  await page.getByRole('button', { name: '大字版' }).click();
  await camera.take(page, 'apply-large');
  await page.getByRole('button', { name: '标准版' }).click();

  await signIn(page, town, url, phone);
  await goTo(page, `${url}/apply/begin/${PROGRAMME}`);
  await page.getByLabel('我看过了，都对').check();
  await press(page, '保存并继续');
  await page.getByLabel('饲养数量（箱）').fill('10');
  await camera.take(page, 'apply-question');
  await press(page, '保存并继续');
  await page.getByLabel('地点和做法').fill('后山空地，养中蜂十箱');
  await press(page, '保存并继续');
  const buffer = Buffer.from(await photograph('picture').arrayBuffer());
  await page.getByLabel('拍照或选择文件').setInputFiles({ name: 'receipt.png', mimeType: 'image/png', buffer });
  await page.locator('.papers li').first().waitFor();
  await press(page, '保存并继续');
  await press(page, '保存并继续');
  await page.getByText('都填好了，可以提交。').waitFor();
  await camera.take(page, 'apply-check');
  await press(page, '提交申请');
  await page.getByRole('heading', { level: 1, name: '申请已收到' }).waitFor();
  await camera.take(page, 'apply-receipt');
  const caseNo = new URL(page.url()).pathname.split('/')[3] ?? '';
  return { caseNo, page };
}

/** The first page of a helper. */
export async function helperBegins(browser: Browser, camera: Camera, town: Town, url: string, phone: string) {
  const page = await opened(browser, PHONE, `${url}/apply`);
  await signIn(page, town, url, phone);
  await page.getByLabel('户编号').waitFor();
  await camera.take(page, 'apply-helper');
}
