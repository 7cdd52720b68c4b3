import { expect } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { eventually } from '../../support/eventually.js';
import { tabTo } from './phone.js';

const OUTLINE = "getComputedStyle(document.querySelector(':focus-visible')).outlineStyle";

/**
 * From the inbox, by the keyboard alone: sorts, filters, takes two tasks at once, decides one of them from the list, the
 * other at its page. Whatever has the focus is seen to have it, and it is never lost.
 */
export async function worksByKeyboard(page: Page, one: string, other: string): Promise<void> {
  const press = async (control: Locator, key = 'Enter') => {
    await tabTo(page, control);
    expect(await page.evaluate<string>(OUTLINE)).toBe('solid');
    await page.keyboard.press(key);
  };
  const isKept = () => page.evaluate<boolean>('document.activeElement !== document.body');
  await foldsByEscape(page);
  await press(page.locator('summary', { hasText: '筛选与排序' }));
  await press(page.getByLabel('排序'), 'ArrowDown');
  await page.waitForURL(/sort=opened/);
  await tabTo(page, page.getByLabel('编号（一部分即可）'));
  await page.keyboard.type(one.slice(0, 12));
  const stages = page.getByLabel('环节');
  await tabTo(page, stages);
  const down = (await stages.locator('option').allTextContents()).indexOf('县级初核');
  for (let presses = 0; presses < down; presses++) {
    const before = page.url();
    await page.keyboard.press('ArrowDown');
    await page.waitForURL(({ href }) => href !== before);
  }
  for (const no of [one, other]) await press(page.getByLabel(`选择${no}`), 'Space');
  await press(page.getByRole('button', { name: '全部领取' }));
  await page.locator('.bulk output li', { hasText: '已办理' }).nth(1).waitFor();
  await eventually(isKept, Boolean);
  await press(page.getByLabel(`选择${other}`), 'Space');
  await press(page.getByRole('button', { name: '全部“通过”' }));
  await page.locator('.bulk output li', { hasText: `${other} 已办理` }).waitFor();
  await eventually(isKept, Boolean);
  await press(page.getByRole('link', { name: one }));
  await page.getByRole('heading', { level: 1, name: one }).waitFor();
  await press(page.getByRole('button', { name: '退回任务' }));
  await page.getByRole('button', { name: '领取', exact: true }).and(page.locator(':focus')).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '退回任务' }).waitFor();
  await press(page.getByRole('radio', { name: '通过', exact: true }), 'Space');
  await press(page.getByRole('button', { name: '提交决定' }));
  await page.getByRole('heading', { name: '已提交' }).waitFor();
  await page.locator('output:focus').waitFor();
  await press(page.getByRole('link', { name: '回到待办' }));
  await page.getByRole('heading', { level: 1, name: '待办' }).waitFor();
}

/** Escape folds the menu and the part that one is in; the focus is where it unfolds again. */
async function foldsByEscape(page: Page): Promise<void> {
  const summary = page.locator('summary', { hasText: '筛选与排序' });
  await tabTo(page, summary);
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByLabel('排序'));
  await page.keyboard.press('Escape');
  await page.locator('details:not([open]) > summary:focus').and(summary).waitFor();

  const desk = page.viewportSize()!;
  await page.setViewportSize({ ...desk, width: 360 });
  const menu = page.getByRole('button', { name: '栏目菜单' });
  await tabTo(page, menu);
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('navigation').getByRole('link').nth(1));
  await page.keyboard.press('Escape');
  await menu.and(page.locator('[aria-expanded=false]:focus')).waitFor();
  await page.setViewportSize(desk);
}

/** What a form is filled in by, without a mouse. */
export function keyboardOf(page: Page) {
  const type = async (label: string, text: string) => {
    await tabTo(page, page.getByLabel(label, { exact: true }).last());
    await page.keyboard.type(text);
  };
  const choose = async (label: string, down: number) => {
    const control = page.getByLabel(label, { exact: true }).last();
    await control.locator('option').nth(down).waitFor({ state: 'attached' });
    await tabTo(page, control);
    for (let presses = 0; presses < down; presses++) await page.keyboard.press('ArrowDown');
  };
  const enter = async (name: string) => {
    await tabTo(page, page.getByRole('button', { name, exact: true }));
    await page.keyboard.press('Enter');
  };
  const unfold = async (name: string) => {
    await tabTo(page, page.locator('summary', { hasText: name }).first());
    await page.keyboard.press('Enter');
  };
  return { type, choose, enter, unfold };
}
