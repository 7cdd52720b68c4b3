import { source as axe } from 'axe-core';
import { expect } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import { eventually } from '../../support/eventually.js';

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** 长辈模式: what is pressed is 60 by 60 pixels at least, what is read 18; contrast is judged by axe. */
const TOO_SMALL = `(() => {
  if (!document.documentElement.classList.contains('elder')) return [];
  const shown = (element) => element.checkVisibility() && !element.closest('.skip, .hidden');
  const small = [];
  for (const target of document.querySelectorAll('a, button, input, select, textarea, summary')) {
    const { width, height } = target.getBoundingClientRect();
    if (shown(target) && (width < 60 || height < 60)) small.push(Math.round(width) + 'x' + Math.round(height) + ' ' + target.outerHTML);
  }
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const size = parseFloat(getComputedStyle(text.parentElement).fontSize);
    if (text.data.trim() !== '' && shown(text.parentElement) && size < 18) small.push(size + 'px ' + text.data.trim());
  }
  return small.slice(0, 5);
})()`;

/** What a library, a template or a value that is not there leaves on a page. */
const NOT_FOR_PEOPLE = /Invalid input|undefined|\[object |\bNaN\b|\{\{|__[A-Z]+__/;

/** Everybody can read and use the page as it is now, in words, and nothing sticks out of it. */
export async function expectForEverybody(page: Page): Promise<void> {
  if (!(await page.evaluate<boolean>("'axe' in window"))) await page.evaluate(axe);
  const { violations } = await page.evaluate<{ violations: Violation[] }>("axe.run({ reporter: 'no-passes' })");
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html).slice(0, 3)])).toEqual([]);
  expect(await page.evaluate<string[]>(TOO_SMALL)).toEqual([]);
  expect(await page.locator('body').innerText()).not.toMatch(NOT_FOR_PEOPLE);
  const { width } = page.viewportSize()!;
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
}

/** What the browser complains of on the pages of a context: errors on its console, of scripts, of the security policy. */
export function complaintsOf(context: BrowserContext): string[] {
  const complaints: string[] = [];
  context.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.text()} ${message.location().url}`);
  });
  context.on('weberror', (event) => complaints.push(event.error().message));
  return complaints;
}

/** How a page is looked at: how wide, in which language, with which letters; the next differs in one of them. */
export const LOOKS = [
  { width: 360, language: 'zh', elder: false },
  { width: 768, language: 'zh', elder: false },
  { width: 1280, language: 'zh', elder: false },
  { width: 1280, language: 'en', elder: false },
  { width: 768, language: 'en', elder: false },
  { width: 360, language: 'en', elder: false },
  { width: 360, language: 'en', elder: true },
  { width: 360, language: 'zh', elder: true },
  { width: 768, language: 'zh', elder: true },
  { width: 1280, language: 'zh', elder: true },
] as const;
type Look = (typeof LOOKS)[number];

/** Goes on looking at the page in another way; what is on it stays. */
export async function lookAt(page: Page, { width, language, elder }: Look): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  const kept = { 'zhibao-language': language, 'zhibao-elder': String(elder) };
  const isSo = `Object.entries(${JSON.stringify(kept)}).every(([name, value]) => localStorage.getItem(name) === value)`;
  if (await page.evaluate<boolean>(isSo)) return;
  await page.evaluate(`Object.assign(localStorage, ${JSON.stringify(kept)})`);
  await page.reload();
  await page.locator('h1').waitFor();
}

/** In every look, and back to the first; what was begun on the page stays, since only its own switches are pressed. */
export async function expectInEveryLook(page: Page, name: string, looks: readonly Look[] = LOOKS): Promise<void> {
  for (const look of looks) {
    await turnTo(page, look);
    await expectForEverybody(page);
    await picture(page, `${name}-${Object.values(look).join('-')}`);
  }
  await turnTo(page, looks[0]!);
}

async function turnTo(page: Page, { width, language, elder }: Look): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await pressed(page, /^(English|中文)$/, `document.documentElement.lang.startsWith('${language}')`);
  const isElder = `document.documentElement.classList.contains('elder') === ${elder}`;
  await pressed(page, /^(大字版|标准版|Large letters|Standard)$/, isElder);
}

/** The switch is pressed unless the page is so already. */
async function pressed(page: Page, name: RegExp, isSo: string): Promise<void> {
  if (!(await page.evaluate<boolean>(isSo))) await page.getByRole('button', { name }).click();
  await page.waitForFunction(isSo);
}

/** Once its portal's service worker keeps the page for when there is no network. */
export async function untilKept(page: Page): Promise<void> {
  await eventually(
    () => page.evaluate<boolean>('navigator.serviceWorker.controller !== null'),
    (kept) => kept,
  );
}

/** For whoever looks at the pages: `PICTURES=folder`. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['PICTURES'];
  if (folder) await page.screenshot({ path: `${folder}/${name.replaceAll(/[/?:=]/g, '_')}.png`, fullPage: true });
}
