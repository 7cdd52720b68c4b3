import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../../bench/browser.js';
import { ordinaryHouseholds, submit } from '../activities/support/submission.js';
import { type ApiAlone, openApiAlone } from '../api/support/api.js';
import { eventually } from '../support/eventually.js';
import { heading, press, signIn, takePhoto } from './support/phone.js';
import { STORES, untilStored } from './support/stored.js';

/** From now on, what the page asks anew is not answered: what it knows is what it was told when it sent. */
const asksInVain = (page: Page, path: string): Promise<unknown> =>
  page.route(path, async (route) => {
    if (route.request().method() !== 'GET') await route.continue();
  });

/** Goes on writing into a store of the phone until it is enough: whoever reads it waits. */
const WRITING = (database: string, store: string): string => `new Promise((began) => {
  indexedDB.open('${database}').onsuccess = ({ target }) => {
    const rows = target.result.transaction('${store}', 'readwrite').objectStore('${store}');
    const again = () => {
      began();
      if (!window.isEnough) rows.count().onsuccess = again;
    };
    again();
  };
})`;
const ENOUGH = 'window.isEnough = true';

describe('what is kept on a household’s phone', () => {
  let api: ApiAlone;
  let browser: Browser;
  let page: Page;
  let householdId: string;
  let applicationId: string;
  const saved = () => page.getByText('已保存，换一部手机').waitFor();
  const stored = () => api.db.paper.count({ where: { applicationId } });
  beforeAll(async () => {
    [api, browser] = await Promise.all([openApiAlone(), openBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await api?.close();
  });
  beforeEach(async () => {
    [householdId = ''] = await ordinaryHouseholds(api.db, 1);
    await api.db.account.deleteMany({ where: { householdId } });
    const context = await browser.newContext({ serviceWorkers: 'block', viewport: { width: 360, height: 780 } });
    page = await signIn(api, context, householdId);
    await page.goto(`${api.url}/apply/begin/beekeeping`);
    await heading(page, '这是名册上的信息，对吗？');
    await page.getByLabel('我看过了，都对').check();
    await press(page, '保存并继续');
    await page.getByLabel('饲养数量（箱）').fill('10');
    await saved();
    const draft = await api.db.applicationDraft.findFirstOrThrow({ where: { householdId } });
    applicationId = draft.id;
  });
  const toThePaper = async () => {
    await press(page, '保存并继续');
    await heading(page, '在哪里做、怎么做？');
    await press(page, '保存并继续');
    await page.getByLabel('拍照或选择文件').waitFor();
  };
  const takesPaper = async () => {
    await takePhoto(page);
    await eventually(stored, (count) => count === 1);
    await saved();
  };
  const papers = () => page.locator('.papers li');

  test('a paper that was sent counts as soon as it has arrived, and one that was taken out is gone, before the page has read anew', async () => {
    await toThePaper();
    await asksInVain(page, '**/api/applications/*');
    await takesPaper();
    await page.getByRole('link', { name: /第1份/ }).waitFor();
    await press(page, '删除');
    await eventually(stored, (count) => count === 0);
    await saved();
    expect(await papers().count()).toBe(0);

    await takesPaper();
    expect(await papers().count()).toBe(1);
    await press(page, '保存并继续');
    await heading(page, '补助打到哪个账户？');
  });

  test('an account that was given is known as soon as it has arrived, before the page has read anew', async () => {
    await toThePaper();
    await takesPaper();
    await press(page, '保存并继续');
    await heading(page, '补助打到哪个账户？');
    await press(page, '换一个账户');
    await page.getByLabel('开户银行').fill('浙江农商银行');
    await page.getByLabel('银行账号').fill('6228480402564890018');
    await asksInVain(page, '**/api/household');
    const arrived = page.waitForResponse(/\/account$/);
    await press(page, '用这个账户');
    await (await arrived).finished();
    await press(page, '保存并继续');
    await heading(page, '核对后提交');
    expect(await page.getByText('都填好了，可以提交。').isVisible()).toBe(true);
  });

  test('what is half written when it is saved stays as it is written', async () => {
    await page.getByLabel('饲养数量（箱）').fill('10.0');
    await saved();
    expect(await page.getByLabel('饲养数量（箱）').inputValue()).toBe('10.0');
    await press(page, '保存并继续');
    await heading(page, '在哪里做、怎么做？');
    await page.getByLabel('地点和做法').fill('后山空地 ');
    await saved();
    expect(await page.getByLabel('地点和做法').inputValue()).toBe('后山空地 ');

    await page.goto(`${api.url}/apply/begin/microcredit-interest`);
    await page.getByLabel('我看过了，都对').check();
    await press(page, '保存并继续');
    await page.getByLabel('本金（元）').fill('30000');
    await saved();
    expect(await page.getByLabel('本金（元）').inputValue()).toBe('30000');
  });

  /** The page of a step that is said in words. */
  const opensStep = async () => {
    const caseNo = await submit(api.db, { programmeCode: 'beekeeping', householdId });
    await api.db.case.update({ where: { caseNo }, data: { stage: 'initialCheck' } });
    await page.goto(`${api.url}/apply/cases/${caseNo}/withdrawal`);
    return page.getByLabel('说明');
  };
  const another = async () => {
    const other = await page.context().newPage();
    await other.goto(`${api.url}/apply`);
    return other;
  };

  test('a step that was begun is not asked anew while the phone still reads what was written', async () => {
    const words = await opensStep();
    await words.fill('家里有事，今年不养了');
    const other = await another();
    await other.evaluate(WRITING(...STORES.steps));
    await page.reload({ waitUntil: 'networkidle' });
    expect(await words.count()).toBe(0);
    await other.evaluate(ENOUGH);
    await words.waitFor();
    expect(await words.inputValue()).toBe('家里有事，今年不养了');
  });

  test('what is being written is not taken back by what another page of the browser has kept meanwhile', async () => {
    const words = await opensStep();
    await words.waitFor();
    const other = await another();
    await other.evaluate(WRITING(...STORES.steps));
    await other.evaluate(`new BroadcastChannel('${STORES.steps.join('-')}').postMessage('kept')`);
    await words.fill('家里有事，今年不养了');
    await other.evaluate(ENOUGH);
    await untilStored(other, 'steps', '家里有事，今年不养了');
    expect(await words.inputValue()).toBe('家里有事，今年不养了');
  });
});
