import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { enqueue } from '../../prisma/outbox.js';
import { type ApiAlone, openApiAlone } from '../api/support/api.js';
import { endTermIn, noticedCase } from '../api/support/noticed-case.js';
import { openBrowser } from '../../bench/browser.js';
import { complaintsOf, expectForEverybody, picture } from './support/portal.js';

const WIDTHS = [360, 768, 1280];
const LANGUAGES = ['zh', 'en'];
const PATHS = [
  ...['/', '/notices', '/notices?area=:village', '/notices?q=0000', '/notices/:no', '/notices/:no/objection'],
  ...['/notices/objections', '/notices/objections/:receipt', '/notices?state=announced'],
  ...['/notices/sheet?area=:village', '/transparency', '/log'],
  ...['/programmes/beekeeping', '/programmes/relocation/form', '/outbox'],
];
/** The manual is long, and of one make. */
const LOOKS = [
  ...PATHS.flatMap((path) => LANGUAGES.map((language) => [path, language] as const)),
  ['/api/docs', 'zh'],
] as const;

describe('the pages', () => {
  let api: ApiAlone;
  let browser: Browser;
  const notices: { caseNo: string; no: string }[] = [];
  let village: string;
  let receipt: string;
  beforeAll(async () => {
    [api, browser] = await Promise.all([openApiAlone(), openBrowser()]);
    const { db, keyring } = api;
    // The landing page is the county's, not the rehearsals'.
    const ofTheCounty = { villageCode: { startsWith: '330127' }, standing: 'registered' } as const;
    for (const { id } of await db.household.findMany({ where: ofTheCounty, take: 4 }))
      notices.push(await noticedCase(api.world, id));
    await endTermIn(api.world, notices[0]!.no, 864_000_000);
    village = (await db.publication.findUniqueOrThrow({ where: { no: notices[0]!.no } })).areaCode;
    const announced = { closesAt: new Date(), closedAt: new Date() };
    await db.publication.update({ where: { no: notices[1]!.no }, data: announced });
    await db.case.update({ where: { caseNo: notices[1]!.caseNo }, data: { decisionNo: '330127扶直〔2026〕1号' } });
    const objection = { words: '他家已搬走。' };
    receipt = (await api.visitor().post(`/api/notices/${notices[2]!.no}/objections`, objection)).body
      .receiptNo as string;
    const message = { countyCode: '330127', to: '13800002222', subject: '【直报】提醒' } as const;
    await enqueue(db, keyring, {
      ...message,
      channel: 'sms',
      dedupeKey: 'a',
      text: '<b>验证码</b>123456，5分钟内有效。',
    });
    await enqueue(db, keyring, { ...message, channel: 'mail', dedupeKey: 'b', text: '办件超期，请督办。\n第二行' });
  });
  afterAll(async () => {
    await browser?.close();
    await api?.close();
  });

  /** Opens a page; what its browser complains of is collected. */
  async function open(path: string, width: number): Promise<{ page: Page; complaints: string[] }> {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    const complaints: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('response', (response) => response.status() >= 400 && complaints.push(response.url()));
    await page.goto(api.url + addressed(path));
    return { page, complaints };
  }

  const addressed = (path: string) =>
    path.replace(':no', notices[0]!.no).replace(':village', village).replace(':receipt', receipt);

  test.each(LOOKS)(
    '%s in %s can be read by everybody at every width, and nothing sticks out',
    async (path, language) => {
      const context = await browser.newContext();
      const complaints = complaintsOf(context);
      const page = await context.newPage();
      await page.goto(`${api.url}/language/${language}?back=${encodeURIComponent(addressed(path))}`);
      // One part of each kind: the others are made the same way.
      await page.evaluate(
        "document.querySelectorAll('details:first-of-type').forEach((part) => { part.open = true; })",
      );
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        await expectForEverybody(page);
        await picture(page, `${path}-${language}-${width}`);
      }
      expect(complaints).toEqual([]);
      await context.close();
    },
  );

  test('take an objection by the keyboard alone and without scripts, and lose nothing that was typed', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 900 } });
    const page = await context.newPage();
    await page.goto(api.url + addressed('/notices/:no'));
    const tabTo = async (place: string) => {
      await page.locator(place).first().waitFor();
      for (let presses = 0; presses < 40 && (await page.locator(`${place}:focus`).count()) === 0; presses++)
        await page.keyboard.press('Tab');
      expect(await page.locator(`${place}:focus`).count()).toBe(1);
    };
    await tabTo('main .button');
    await page.keyboard.press('Enter');
    await tabTo('#words');
    await page.keyboard.type('他家已搬走。');
    await tabTo('#phone');
    await page.keyboard.type('12345');
    await page.keyboard.press('Enter');
    await expectShown(page, '请输入11位手机号码');
    await tabTo('.problem a');
    await page.keyboard.press('Enter');
    await tabTo('#phone');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('13800001111');
    await tabTo('#language');
    await page.keyboard.press('Enter');
    await expectShown(page, 'Send the objection');
    expect(await page.locator('#words').inputValue()).toBe('他家已搬走。');
    expect(await page.locator('#phone').inputValue()).toBe('13800001111');
    await tabTo('.form > button:not(.second)');
    await page.keyboard.press('Enter');
    await page.locator('.receipt-no').waitFor();
    const receiptNo = await page.locator('.receipt-no').innerText();
    await page.goto(`${api.url}/notices/objections`);
    await tabTo('#receiptNo');
    await page.keyboard.type(receiptNo.toLowerCase());
    await page.keyboard.press('Enter');
    await expectShown(page, 'Received, being heard');
    await context.close();
  });

  test('print the notices of a village on one sheet of A4', async () => {
    const { page } = await open('/notices/sheet?area=:village', 1280);
    const sheet = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(sheet.match(/\/Type *\/Page\b/g)).toHaveLength(1);
    const [, wide, high] = /MediaBox *\[0 0 ([\d.]+) ([\d.]+)\]/.exec(sheet)!;
    expect([Math.round(Number(wide)), Math.round(Number(high))]).toEqual([595, 842]);
    await page.close();
  });

  test('need no script, and what somebody wrote is text in them', async () => {
    const { page, complaints } = await open('/outbox', 1280);
    expect(await page.locator('script').count()).toBe(0);
    expect(await page.locator('main b').count()).toBe(0);
    expect(await page.locator('main').textContent()).toContain('<b>验证码</b>123456');
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('show the proposals that are open to objections, and the results', async () => {
    const { page } = await open('/', 1280);
    const cards = await page.locator('main .cards .card').allTextContents();
    expect(cards.filter((text) => text.includes('张榜后起算'))).toHaveLength(2);
    expect(cards.filter((text) => text.includes('公示至'))).toHaveLength(3);
    expect(cards.filter((text) => text.includes('330127扶直〔2026〕1号'))).toHaveLength(1);
    expect(await page.locator('main').textContent()).not.toMatch(/\d{11}/);
    await page.close();
  });

  test('explain every error where a problem document points to', async () => {
    const { page } = await open('/api/docs', 1280);
    const { type } = (await api.visitor().get('/api/notices/none')).body;
    await page.goto(api.url + type);
    expect(await page.locator('tr:target').textContent()).toContain('没有找到');
    await page.close();
  });

  test('send the reader of older messages on page by page', async () => {
    const { db, keyring } = api;
    const message = { countyCode: '330127', to: '13800003333', subject: '', channel: 'sms' } as const;
    for (let count = 0; count < 20; count++)
      await enqueue(db, keyring, { ...message, dedupeKey: `more/${count}`, text: '测试' });
    const { page } = await open('/outbox', 360);
    await page.getByRole('link', { name: '更早的' }).click();
    expect(await page.locator('main').textContent()).toContain('第二行');
    await page.close();
  });
});

const expectShown = (page: Page, text: string) => page.getByText(text).first().waitFor();
