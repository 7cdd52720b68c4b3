import type { Page } from 'playwright-core';
import { photo } from '../../api/support/drafts.js';

const PHOTOGRAPH = { name: 'a.png', mimeType: 'image/png' };

/** Begins a bundle on the page of all of them; opens it. */
export async function begin(page: Page): Promise<string> {
  await page.getByText('新建申报').first().click();
  await page.getByLabel('项目').selectOption('beekeeping');
  await page.getByLabel('申报途径').selectOption('bundled');
  await page.getByRole('button', { name: '新建申报' }).click();
  await page.getByRole('link', { name: /已建立/ }).click();
  return await page.getByRole('heading', { level: 1, name: /-K\d+/ }).innerText();
}

/** Types households one below the other, and saves them. */
export async function type(page: Page, registerNos: readonly string[]): Promise<void> {
  for (const [index, registerNo] of registerNos.entries()) {
    if (index > 0) await page.getByRole('button', { name: '加一行' }).click();
    const row = page.getByRole('group', { name: `第${index + 1}行` });
    await row.getByLabel('建档立卡编号').fill(registerNo);
    await row.getByLabel('饲养数量').fill('10');
    await row.getByLabel('授权日期').fill('2026-03-01');
  }
  await page.getByRole('button', { name: '保存这些农户' }).click();
}

/** Sends a table of households. */
export async function send(page: Page, lines: readonly string[]): Promise<void> {
  await page.getByText('用表格上传').click();
  const table = ['户编号,数量,实施内容,授权日期,承诺后补材料', ...lines].join('\n');
  const file = { name: 'table.csv', mimeType: 'text/csv', buffer: Buffer.from(table) };
  await page.getByLabel('农户表').setInputFiles(file);
  await page.getByRole('button', { name: '上传表格' }).click();
}

/** Brings the paper of every household, and the list of signatures. */
export async function bringPapers(page: Page, households: number): Promise<void> {
  for (let row = 0; row < households; row++) {
    const bringing = page.locator('.listing details', { hasText: '添加材料' }).nth(row);
    await bringing.locator('summary').click();
    await bringing.getByLabel('拍照或选择文件').setInputFiles({ ...PHOTOGRAPH, buffer: photo() });
    await bringing.getByText('已上传1份').waitFor();
    await bringing.locator('summary').click();
  }
  const whole = page.locator('details.filters', { hasText: '添加材料' });
  await whole.locator('summary').click();
  await whole.getByLabel('拍照或选择文件').setInputFiles({ ...PHOTOGRAPH, buffer: photo() });
  await page.getByRole('link', { name: '农户授权签字表' }).waitFor();
}

/** Passes it, all but one. */
export async function passBut(page: Page, position: number): Promise<void> {
  await page.getByLabel('决定', { exact: true }).selectOption('pass');
  await page.getByRole('button', { name: '加一行' }).click();
  const row = page.getByRole('group', { name: '第1行' });
  await row.getByLabel('序号').fill(String(position));
  await row.getByLabel('理由').selectOption('NOT_ELIGIBLE');
  await row.getByLabel('说明').fill('不在本项目扶持范围');
  await page.getByRole('button', { name: '提交决定' }).click();
  await page.getByText('决定已登记').waitFor();
}
