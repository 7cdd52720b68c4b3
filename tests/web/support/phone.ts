import type { BrowserContext, Locator, Page } from 'playwright-core';
import type { ApiAlone } from '../../api/support/api.js';
import { photo } from '../../api/support/drafts.js';
import { codeSentTo, phoneOf } from '../../api/support/people.js';

type Where = Pick<ApiAlone, 'db' | 'keyring' | 'url' | 'visitor'>;

/** Signs a household in through the page, by phone and code. */
export async function signIn(where: Where, context: BrowserContext, householdId: string): Promise<Page> {
  return await signInBy(where, context, await phoneOf(where, householdId));
}

export async function signInBy(where: Where, context: BrowserContext, phone: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${where.url}/apply/sign-in`);
  await page.getByLabel('手机号码').fill(phone);
  await press(page, '发送验证码');
  await page.getByLabel('短信中的6位验证码').waitFor();
  await page.getByLabel('短信中的6位验证码').fill(await codeSentTo(where, phone));
  await press(page, '登录');
  await page.getByRole('button', { name: '退出' }).waitFor();
  return page;
}

export const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();
export const follow = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('link', { name }).first().click();
export const heading = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('heading', { level: 1, name }).waitFor();

/** A photograph that the phone can show, as its camera gives it. */
export async function takePhoto(page: Page, label = '拍照或选择文件'): Promise<void> {
  await page.getByLabel(label).setInputFiles({ name: 'photo.png', mimeType: 'image/png', buffer: photo() });
}

/** The last two questions of a draft: a photograph is a paper, and the account is the one that is known. */
export async function addsPaperAndAccount(page: Page): Promise<void> {
  await takePhoto(page);
  await page.locator('.papers li').first().waitFor();
  await press(page, '保存并继续');
  await heading(page, '补助打到哪个账户？');
  await press(page, '保存并继续');
}

/** Of the programme: fewer are told of, and may be left for later. */
const FEWEST = 5;

/** Answers every question of a draft for bees, from the first on to the check of all. */
export async function answerAll(page: Page, boxes: string): Promise<void> {
  await heading(page, '这是名册上的信息，对吗？');
  await page.getByLabel('我看过了，都对').check();
  await press(page, '保存并继续');
  await page.getByLabel('饲养数量（箱）').fill(boxes);
  await press(page, '保存并继续');
  if (Number(boxes) < FEWEST) await press(page, '先跳过，以后再填');
  await heading(page, '在哪里做、怎么做？');
  await page.getByLabel('地点和做法').fill('后山空地养中蜂');
  await press(page, '保存并继续');
  await addsPaperAndAccount(page);
  await heading(page, '核对后提交');
}

const MOST_TABS = 80;

/** Goes on by the tabulator alone until the control has the focus. */
export async function tabTo(page: Page, control: Locator): Promise<void> {
  await control.waitFor();
  for (let tabs = 0; tabs < MOST_TABS; tabs++) {
    if ((await control.and(page.locator(':focus')).count()) > 0) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('The control is not reached by keyboard.');
}
