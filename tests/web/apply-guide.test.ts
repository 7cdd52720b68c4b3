import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, BrowserContext } from 'playwright-core';
import { codeSentTo, phoneOf } from '../api/support/people.js';
import { type ApiAlone, openApiAlone } from '../api/support/api.js';
import { ordinaryHouseholds } from '../activities/support/submission.js';
import { openBrowser } from '../support/browser.js';
import { complaintsOf, expectForEverybody, lookAt, LOOKS } from './support/portal.js';

describe('the households’ portal, before anything is applied for', () => {
  let api: ApiAlone;
  let browser: Browser;
  let context: BrowserContext;
  let complaints: string[];
  beforeAll(async () => {
    [api, browser] = await Promise.all([openApiAlone(), openBrowser()]);
    context = await browser.newContext({ serviceWorkers: 'block' });
    complaints = complaintsOf(context);
  });
  afterAll(async () => {
    await browser?.close();
    await api?.close();
  });

  const open = async (path: string) => {
    const page = await context.newPage();
    await page.goto(api.url + path);
    await page.locator('h1').waitFor();
    return page;
  };

  test.each(['/apply', '/apply/programmes/beekeeping', '/apply/sign-in', '/apply/nowhere'])(
    '%s can be read and used by everybody',
    async (path) => {
      const page = await open(path);
      for (const look of LOOKS) {
        await lookAt(page, look);
        await expectForEverybody(page);
      }
      await page.close();
    },
  );

  test('the guide counts what it would be by the published standard', async () => {
    const page = await open('/apply/programmes/tea-garden');
    await page.getByLabel('管护面积（亩）').fill('3.5');
    expect(await page.locator('.calculator output').textContent()).toContain('700.00');
    await page.getByLabel('管护面积（亩）').fill('很多');
    expect(await page.locator('.calculator').textContent()).toContain('请填写数字，最多2位小数');
    await page.close();
  });

  test('signing in takes a phone and a code, and says in words what is wrong with either', async () => {
    const [id] = await ordinaryHouseholds(api.db, 1);
    const phone = await phoneOf(api, id!);
    const page = await open('/apply/sign-in');
    await page.getByLabel('手机号码').fill('12345');
    await page.getByRole('button', { name: '发送验证码' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('请输入11位手机号码');
    await page.getByLabel('手机号码').fill(phone);
    await page.getByRole('button', { name: '发送验证码' }).click();
    const code = page.getByLabel('短信中的6位验证码');
    await code.waitFor();
    await code.fill(await codeSentTo(api, phone));
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByRole('button', { name: '退出' }).waitFor();
    await page.close();
  });

  test('what the browser is given it may use, and nothing else', () => {
    expect(complaints.filter((text) => !/401|404/.test(text))).toEqual([]);
  });
});
