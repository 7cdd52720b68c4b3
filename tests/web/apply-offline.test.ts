import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { ordinaryHouseholds } from '../activities/support/submission.js';
import { type ApiAlone, openApiAlone } from '../api/support/api.js';
import { openBrowser } from '../../bench/browser.js';
import { answerAll, follow, heading, press, signIn } from './support/phone.js';
import { untilKept } from './support/portal.js';
import { untilStored } from './support/stored.js';

describe('without a network', () => {
  let api: ApiAlone;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let householdId: string;
  let other: string;
  beforeAll(async () => {
    [api, browser] = await Promise.all([openApiAlone(), openBrowser()]);
    context = await browser.newContext({ viewport: { width: 360, height: 780 } });
    [householdId = '', other = ''] = await ordinaryHouseholds(api.db, 2);
    page = await signIn(api, context, householdId);
    // Once with a network: the guide and what the register has are read, and the pages are kept.
    await page.goto(`${api.url}/apply/programmes/beekeeping`);
    await untilKept(page);
    await follow(page, '现在申报');
    await page.getByText('户编号').waitFor();
    await untilStored(page, 'readByHouseholds', 'getProgramme', 'getHousehold');
  });
  afterAll(async () => {
    await browser?.close();
    await api?.close();
  });

  test('an application is filled in, outlives the page, and is submitted once when the network is back', async () => {
    const before = await api.db.case.count();
    await context.setOffline(true);
    await page.getByText('现在没有网络').waitFor();
    await answerAll(page, '10');
    await page.reload();
    await heading(page, '核对后提交');
    await press(page, '提交申请');
    await page.getByText('申请已存在手机上').waitFor();
    expect(await api.db.case.count()).toBe(before);

    await context.setOffline(false);
    await heading(page, '申请已收到');
    const cases = await api.db.case.findMany({ where: { householdId } });
    expect(cases).toHaveLength(1);
    expect(await api.db.paper.count({ where: { applicationId: cases[0]!.applicationId } })).toBe(1);
    expect(await page.locator('main').textContent()).toContain(cases[0]!.caseNo);
  });

  test('a page that was loading while its service worker took over is taken along all the same', async () => {
    const loading = await context.newPage();
    await loading.goto(`${api.url}/apply`);
    // Loaded past the worker, as it was there already: nobody takes it along unasked.
    const browserOf = await context.newCDPSession(loading);
    await Promise.all([loading.waitForEvent('load'), browserOf.send('Page.reload', { ignoreCache: true })]);
    await untilKept(loading);
    await context.setOffline(true);
    await loading.goto(`${api.url}/apply`);
    expect(await loading.locator('h1').textContent()).not.toBe('');
    await context.setOffline(false);
    await loading.close();
  });

  test('whoever has just signed in is still signed in when the page opens anew without a network', async () => {
    await press(page, '退出');
    await page.getByRole('link', { name: '登录' }).first().waitFor();
    await page.close();
    page = await signIn(api, context, other);
    await untilStored(page, 'readByHouseholds', 'getSession');
    await context.setOffline(true);
    await page.reload();
    const signOut = page.getByRole('button', { name: '退出' });
    await signOut.waitFor();
    expect(await signOut.isVisible()).toBe(true);
    await context.setOffline(false);
  });
});
