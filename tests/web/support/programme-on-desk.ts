import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { Programme } from '../../../domain/schemas/programme.js';
import { DAY_MS, shanghaiDate } from '../../../domain/rules/working-days.js';
import type { Db } from '../../../prisma/client.js';
import { tabTo } from './phone.js';
import { expectForEverybody, picture } from './portal.js';

/** Slower than a form is judged: whoever corrects is not taken from his field by that. */
const BY_HAND = { delay: 60 };
const PER_HIVE = '每箱补助（元）';
const WIDTHS = [360, 768, 1280];

/** What is chosen is read whole in its field, beside the arrow, or below it. */
const CUT_OFF = `(() => {
  const below = (select, text) =>
    [...select.closest('.field').parentElement.querySelectorAll('.chosen')].some((part) => part.checkVisibility() && part.textContent === text);
  const pen = document.createElement('canvas').getContext('2d');
  return [...document.querySelectorAll('main select')].filter((select) => select.checkVisibility()).flatMap((select) => {
    const { font, paddingLeft, paddingRight } = getComputedStyle(select);
    pen.font = font;
    const room = select.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight) - 20;
    return [...select.selectedOptions].map(({ text }) => text).filter((text) => pen.measureText(text).width > room && !below(select, text));
  });
})()`;

async function isForEverybody(page: Page, name: string): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    await expectForEverybody(page);
    expect(await page.evaluate<string[]>(CUT_OFF)).toEqual([]);
    await picture(page, `${name}-${width}`);
  }
}

async function isForEverybodyInBoth(page: Page, name: string): Promise<void> {
  for (const language of ['English', '中文']) {
    await page.getByRole('button', { name: language }).click();
    await isForEverybody(page, `${name}-${language}`);
  }
}

/** Raises the subsidy of bees from tomorrow on, where what is wrong is told beside its field and in both languages. */
async function raisesSubsidy(page: Page, yuan: string): Promise<void> {
  const standard = page.getByRole('region', { name: '补助标准', exact: true });
  const amount = standard.getByLabel(PER_HIVE);
  const save = page.getByRole('button', { name: '保存为草案', exact: true });
  await standard.locator('output', { hasText: `每箱补助${await amount.inputValue()}.00元` }).waitFor();
  await amount.fill('六百元');
  await standard.locator('output', { hasText: '填写完整后' }).waitFor();
  await page.getByLabel('银行附言').fill('');
  await tabTo(page, save);
  await page.keyboard.press('Enter');
  await page.getByRole('alert').and(page.locator(':focus')).waitFor();
  await page.getByRole('alert').getByRole('link', { name: '银行附言 · 请填写此项' }).waitFor();
  await page.getByRole('button', { name: 'English' }).click();
  await page.locator('.wrong .error', { hasText: 'Give an amount in yuan' }).waitFor();
  await isForEverybody(page, 'programme-wrong');
  await page.getByRole('button', { name: '中文' }).click();
  await page.getByRole('alert').getByRole('link', { name: PER_HIVE }).click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(yuan, BY_HAND);
  expect(await amount.and(page.locator(':focus')).inputValue()).toBe(yuan);
  await standard.locator('output', { hasText: `每箱补助${yuan}.00元` }).waitFor();
  await page.getByLabel('银行附言').fill('养蜂补助');
  await save.press('Enter');
  await page.locator('.field.wrong', { hasText: '开始受理' }).getByText('新版本应从今天或以后开始').waitFor();
  await page.getByLabel('开始受理').fill(shanghaiDate(Date.now() + DAY_MS));
  await save.press('Enter');
  await page.getByRole('link', { name: '打开草案' }).press('Enter');
  await page.getByRole('heading', { name: '试算', exact: true }).waitFor();
}

/** On the page of its draft: what a household would get, and what this year's cases would have. */
async function looksAhead(page: Page, registerNo: string, year: number): Promise<void> {
  await page.getByLabel('建档立卡编号').fill(`${registerNo}\n000\n111`);
  await page.getByLabel('数量').fill('6');
  await page.getByRole('button', { name: '试算' }).press('Enter');
  await page.locator('.field.wrong', { hasText: '000：本县名册没有' }).getByText('111：本县名册没有').waitFor();
  await page.getByRole('alert').getByRole('link', { name: '建档立卡编号 · ' }).click();
  await page.getByLabel('建档立卡编号').and(page.locator(':focus')).fill(registerNo);
  await page.getByRole('button', { name: '试算' }).press('Enter');
  await page.getByRole('table', { name: '试算' }).locator('tbody tr', { hasText: registerNo }).waitFor();
  await page.getByText(`${year - 1}年没有这个项目的办件`).waitFor();
  await page.getByRole('button', { name: `看${year}年` }).press('Enter');
  await page.locator('.facts', { hasText: '办件数' }).waitFor();
  await isForEverybody(page, 'draft');
}

/** What the dry run showed is mended in the draft itself. */
async function changesFurther(page: Page, yuan: string): Promise<void> {
  await page.locator('summary', { hasText: '接着修改这份草案' }).press('Enter');
  await page.getByRole('region', { name: '补助标准', exact: true }).getByLabel(PER_HIVE).fill(yuan);
  await isForEverybodyInBoth(page, 'draft-further');
  await page.getByRole('button', { name: '保存为草案', exact: true }).press('Enter');
  await page.getByRole('link', { name: '打开草案' }).press('Enter');
  await page.locator('.facts', { hasText: `每箱补助${yuan}.00元` }).waitFor();
}

/** Whoever signs reads each field that was changed, as it was and as it would be, and none that was not. */
async function seesChanges(page: Page): Promise<void> {
  const changes = page.getByRole('region', { name: '改动', exact: true });
  const [opening, standard, naming] = ['受理时间和流程', '补助标准', '名称和依据'].map((name) =>
    changes.getByRole('table', { name }),
  );
  expect(await standard!.locator('tbody tr').allInnerTexts()).toEqual([
    expect.stringMatching(/每箱补助（元）\s+\d+\s+650/),
  ]);
  await naming!.locator('tbody tr', { hasText: '银行附言' }).getByText('养蜂补助', { exact: true }).waitFor();
  await opening!.locator('tbody tr', { hasText: '开始受理' }).waitFor();
  expect(await changes.getByRole('table').count()).toBe(3);
  await isForEverybodyInBoth(page, 'draft-to-sign');
}

const BEES = { where: { countyCode: '339901', code: 'beekeeping' }, orderBy: { version: 'desc' } } as const;

/** From version to version, through the pages alone: what nobody changed is in the next as it was in the one before. */
export async function changesProgramme(db: Db, page: Page, openForSigner: (path: string) => Promise<Page>) {
  await raisesSubsidy(page, '680');
  const { registerNo } = await db.household.findFirstOrThrow({ where: { villageCode: { startsWith: '339901' } } });
  await looksAhead(page, registerNo, new Date().getFullYear());
  await changesFurther(page, '650');
  const signer = await openForSigner(new URL(page.url()).pathname);
  await seesChanges(signer);
  await signer.locator('summary', { hasText: '第二人签字' }).press('Enter');
  await signer.getByRole('button', { name: '同意，新版本生效' }).press('Enter');
  await signer.locator('.facts', { hasText: '已生效' }).waitFor();
  const [next, before] = await db.programme.findMany(BEES);
  const { standard, ...others } = before!.body as unknown as Programme;
  const { opensAt } = next!.body as unknown as Programme;
  const version = before!.version + 1;
  const raised = { ...standard, fenPerUnit: 65_000 };
  await Promise.all([page.close(), signer.close()]);
  return [next!.body, { ...others, version, opensAt, remark: '养蜂补助', standard: raised }] as const;
}
