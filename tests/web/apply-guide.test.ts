import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { photo } from '../api/support/drafts.js';
import { KEY_VILLAGE } from '../api/support/collective.js';
import { codeSentTo, phoneOf } from '../api/support/people.js';
import { type ApiAlone, openApiAlone } from '../api/support/api.js';
import { REHEARSAL } from '../../prisma/seed/counties.js';
import { helperOf } from '../../prisma/seed/officials.js';
import { ordinaryHouseholds } from '../activities/support/submission.js';
import { openBrowser } from '../../bench/browser.js';
import { eventually } from '../support/eventually.js';
import { applyZh } from '../../web/src/apply/texts/zh.js';
import { entitledTo } from './support/entitled.js';
import { filesLoan } from './support/files-loan.js';
import { follow, heading, press, signIn, signInBy, tabTo } from './support/phone.js';
import { asksForRelief } from './support/asks-for-relief.js';
import { complaintsOf, expectForEverybody, expectInEveryLook, lookAt, LOOKS, picture } from './support/portal.js';

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

  const codeOf = async (id: string) => {
    const phone = await phoneOf(api, id);
    return await eventually(
      () => codeSentTo(api, phone).catch(() => ''),
      (code) => code !== '',
    );
  };

  test.each(['/apply', '/apply/programmes/beekeeping', '/apply/sign-in', '/apply/nowhere'])(
    '%s can be read and used by everybody',
    async (path) => {
      const page = await open(path);
      for (const look of LOOKS) {
        await lookAt(page, look);
        await expectForEverybody(page);
        await picture(page, `${path}-${Object.values(look).join('-')}`);
      }
      await page.close();
    },
  );

  test('the guide counts what it would be by the published standard', async () => {
    const page = await open('/apply/programmes/tea-garden');
    await page.getByLabel('管护面积（亩）').fill('3.5');
    expect(await page.locator('.calculator output').textContent()).toContain('700.00');
    await page.getByLabel('管护面积（亩）').fill('很多');
    expect(await page.locator('.calculator').textContent()).toContain('请按“亩”填写大于零的数字，最多2位小数');
    await page.close();
  });

  test('the interest of a loan is counted by what its contract says, and no more than it costs', async () => {
    const page = await open('/apply/programmes/microcredit-interest');
    const counted = page.locator('.calculator output');
    await page.getByLabel('本金（元）').fill('5万');
    expect(await page.locator('#principal-error').textContent()).toContain('请按“元”填写');
    await page.getByLabel('本金（元）').fill('60000');
    await page.getByLabel('放款日').fill('2026-03-01');
    await page.getByLabel('到期日').fill('2026-03-31');
    // 60 000 yuan for 30 days at 4.35 % a year of 360 days.
    expect(await counted.textContent()).toContain('一年大约能补217.50元');
    await page.getByLabel('年利率（%）').fill('3.6');
    expect(await counted.textContent()).toContain('180.00元');
    await page.setViewportSize({ width: 360, height: 780 });
    await expectForEverybody(page);
    await picture(page, 'calculator-loan');
    await page.close();
  });

  test('what has no formula is promised to nobody: the guide says its limit and who decides', async () => {
    const page = await open('/apply/programmes/temporary-relief');
    const told = page.locator('.calculator');
    await told.getByText('最高10,000元，由审批人按实际困难决定').waitFor();
    expect(await told.getByRole('textbox').count()).toBe(0);
    await page.close();
    const id = (await ordinaryHouseholds(api.db, 8)).at(-1);
    const phone = await browser.newContext({ serviceWorkers: 'block', viewport: { width: 360, height: 780 } });
    const own = await signIn(api, phone, id!);
    await asksForRelief(own, `${api.url}/apply/begin/temporary-relief`);
    await phone.close();
  });

  test('what a village collective applies for says so, and its helper files it in the collective’s name', async () => {
    const guide = await open('/apply/programmes/collective-interest');
    await guide.getByText('由本村代办人提交').first().waitFor();
    await guide.getByText('由谁申请').waitFor();
    await guide.close();
    const helping = await browser.newContext({ serviceWorkers: 'block', viewport: { width: 360, height: 780 } });
    const heard = complaintsOf(helping);
    const page = await signInBy(api, helping, helperOf(REHEARSAL, KEY_VILLAGE).phone);
    await page.getByRole('heading', { name: '村集体自己的申请' }).waitFor();
    await expectForEverybody(page);
    await page.getByRole('link', { name: /村集体扶贫贷款贴息/ }).click();
    await follow(page, '现在申报');
    await heading(page, '由哪个村集体申请？');
    await expectForEverybody(page);
    await page.getByRole('button', { name: /股份经济合作社/ }).click();
    await filesLoan(page, new Date().getFullYear());
    await heading(page, '申请已收到');
    await expectForEverybody(page);
    const filed = await api.db.case.findFirstOrThrow({ where: { payeeId: { not: null } }, include: { payee: true } });
    expect(filed).toMatchObject({ areaCode: KEY_VILLAGE, householdId: null });
    expect(await page.locator('main').textContent()).toContain(filed.payee!.name);
    await page.goto(`${api.url}/apply`);
    await page.getByRole('link', { name: filed.caseNo }).waitFor();
    await helping.close();
    complaints.push(...heard);
  });

  test('a guide says what its programme is called and gives before any script has come', async () => {
    const words = async (path: string) => await (await fetch(api.url + path)).text();
    expect(await words('/apply/programmes/beekeeping')).toContain('<p class="opening">中蜂养殖补助</p>');
    expect(await words('/apply/programmes/nowhere')).toContain(applyZh.home.lead);
  });

  test('the first page names the first open programmes before any script has come, as it does afterwards', async () => {
    const anew = await browser.newContext({ serviceWorkers: 'block', javaScriptEnabled: false });
    const page = await anew.newPage();
    const wordsOf = async (from: Page) =>
      (await from.locator('main').locator('.card, .button, h2').allTextContents()).map((text) =>
        text.replaceAll(/\s/g, ''),
      );
    await page.goto(`${api.url}/apply`);
    const first = await wordsOf(page);
    expect(first).toHaveLength(5);
    await picture(page, 'first-words');
    const name = await page.locator('.card strong').first().textContent();
    await page.locator('.card').first().click();
    await page.locator('.opening').getByText(name!).waitFor();
    await anew.close();
    const drawn = await open('/apply');
    await drawn.locator('main:has(.button) .card').nth(3).waitFor();
    expect((await wordsOf(drawn)).slice(0, 5)).toEqual(first);
    await drawn.close();
  });

  test('a household that a programme is not for by the register is told so before an amount, and may apply all the same', async () => {
    const [, id] = await ordinaryHouseholds(api.db, 2);
    await api.db.member.updateMany({ where: { householdId: id! }, data: { canWork: false } });
    const own = await browser.newContext({ serviceWorkers: 'block', viewport: { width: 360, height: 780 } });
    const heard = complaintsOf(own);
    const page = await signIn(api, own, id!);
    const tea = page.locator('.card', { hasText: '茶园管护' });
    await tea.getByText('项目要求有劳动能力成员，本户没有').waitFor();
    const marked = (await page.locator('.card').allTextContents()).map((text) => text.includes('按名册不符合'));
    expect(marked).toContain(false);
    expect(marked).toEqual(marked.toSorted((one, other) => Number(one) - Number(other)));
    await expectInEveryLook(page, 'ineligible-home');
    await tea.click();
    await page.getByRole('heading', { name: '按名册，您家不符合这个项目' }).waitFor();
    await page.getByText('名册有误，请联系乡镇').waitFor();
    await expectInEveryLook(page, 'ineligible-guide');
    await follow(page, '现在申报');
    await heading(page, '这是名册上的信息，对吗？');
    await page.getByLabel('我看过了，都对').check();
    await press(page, '保存并继续');
    await page.getByLabel('管护面积（亩）').fill('3.5');
    await press(page, '保存并继续');
    await page.waitForURL((url) => !url.pathname.endsWith('/quantity'));
    await page.goto(page.url().replace(/\/[^/]+$/, ''));
    await heading(page, '核对后提交');
    await page.getByRole('heading', { name: '按名册，您家不符合这个项目' }).waitFor();
    expect(await page.locator('main').textContent()).not.toContain('大约能补');
    await page.getByRole('button', { name: '提交申请' }).waitFor();
    await expectInEveryLook(page, 'ineligible-check');
    await own.close();
    complaints.push(...heard);
  });

  test('what judges the sign-in comes when it is filled in, and what was filled in waits for it', async () => {
    const anew = await browser.newContext({ serviceWorkers: 'block' });
    const page = await anew.newPage();
    await page.goto(`${api.url}/apply/sign-in`);
    await page.route('**/assets/session-*.js', (route) => route.abort());
    await page.getByLabel('手机号码').fill('12345');
    await page.getByRole('button', { name: '发送验证码' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('填写的内容没有丢失');
    await page.unrouteAll();
    await page.getByRole('button', { name: '发送验证码' }).click();
    await page.getByRole('alert').getByText('请输入11位手机号码').waitFor();
    await anew.close();
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

  test('a household applies by keyboard alone', async () => {
    const [, id] = await ordinaryHouseholds(api.db, 2);
    const phone = await phoneOf(api, id!);
    const anew = await browser.newContext({ serviceWorkers: 'block' });
    const page = await anew.newPage();
    await page.goto(`${api.url}/apply/programmes/beekeeping`);
    const enter = async (control: Locator, text?: string) => {
      await tabTo(page, control);
      if (text !== undefined) await page.keyboard.type(text);
      else await page.keyboard.press('Enter');
    };
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    await enter(page.getByRole('link', { name: '现在申报' }));
    await enter(page.getByLabel('手机号码'), phone);
    await enter(button('发送验证码'));
    await page.getByLabel('短信中的6位验证码').waitFor();
    await enter(page.getByLabel('短信中的6位验证码'), await codeSentTo(api, phone));
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByLabel('我看过了，都对'));
    await page.keyboard.press('Space');
    await enter(button('保存并继续'));
    await enter(page.getByLabel('饲养数量（箱）'), '10');
    await page.keyboard.press('Enter');
    await enter(page.getByLabel('地点和做法'), '后山空地');
    await enter(button('保存并继续'));
    const choosing = page.waitForEvent('filechooser');
    await enter(page.getByLabel('拍照或选择文件'));
    await (await choosing).setFiles({ name: 'photo.png', mimeType: 'image/png', buffer: photo() });
    await page.locator('.papers li').first().waitFor();
    await enter(button('保存并继续'));
    await heading(page, '补助打到哪个账户？');
    await enter(button('保存并继续'));
    await enter(button('提交申请'));
    await heading(page, '申请已收到');
    expect(await api.db.case.count({ where: { householdId: id! } })).toBe(1);
    await anew.close();
  });

  test('whoever opens a page that needs a sign-in comes to it by way of one', async () => {
    const [, , id] = await ordinaryHouseholds(api.db, 3);
    const anew = await browser.newContext({ serviceWorkers: 'block' });
    const page = await anew.newPage();
    await page.goto(`${api.url}/apply/begin/beekeeping#330127-0001`);
    await heading(page, '登录');
    expect(page.url()).not.toContain('330127-0001');
    await page.getByLabel('手机号码').fill(await phoneOf(api, id!));
    await press(page, '发送验证码');
    await page.getByLabel('短信中的6位验证码').fill(await codeOf(id!));
    await press(page, '登录');
    await heading(page, '这是名册上的信息，对吗？');
    await anew.close();
  });

  test('a page is read aloud, and is silent when it is left', async () => {
    const page = await context.newPage();
    await page.addInitScript(`{
      window.spoken = [];
      speechSynthesis.speak = ({ text, lang }) => spoken.push([lang, text]);
      speechSynthesis.cancel = () => spoken.push('silent');
    }`);
    await page.goto(`${api.url}/apply/programmes/beekeeping`);
    await page.locator('h1').waitFor();
    await page.getByRole('button', { name: '朗读本页' }).click();
    const [[language, text]] = await page.evaluate<[[string, string]]>('spoken.filter((each) => each !== "silent")');
    expect(language).toBe('zh-CN');
    expect(text).toContain('补助标准');
    await page.getByRole('button', { name: '停止朗读' }).click();
    expect(await page.evaluate('spoken.at(-1)')).toBe('silent');
    await page.close();
  });

  test('what is paid period after period is on a page: when next, what was paid, what to tell, and why it ended', async () => {
    const [, , , householdId] = await ordinaryHouseholds(api.db, 4);
    const granted = await entitledTo(api.db, householdId!);
    const anew = await browser.newContext({ serviceWorkers: 'block' });
    const page = await signIn(api, anew, householdId!);
    await page.goto(`${api.url}/apply`);
    await page.getByText('下一期：2099年').click();
    await page.getByText('2026年 · ').waitFor();
    for (const look of LOOKS) {
      await lookAt(page, look);
      await page.locator('.facts dd').nth(2).waitFor();
      await expectForEverybody(page);
    }
    await picture(page, 'entitlement');
    await lookAt(page, LOOKS[0]);
    await page.getByText('这些变化要告诉村里').waitFor();
    const ended = { state: 'ended', endedAt: new Date(), endReason: 'householdChanged' } as const;
    await api.db.entitlement.update({ where: { caseNo: granted }, data: { ...ended, nextDueAt: null } });
    await page.reload();
    await page.getByText('原因：家庭情况变化').waitFor();
    await follow(page, '批准这份补助的办件');
    await page.getByRole('link', { name: '各期发放情况' }).waitFor();
    await anew.close();
  });

  test('what the browser is given it may use, and nothing else', () => {
    expect(complaints.filter((text) => !/401|404/.test(text))).toEqual([]);
  });
});
