import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';

/** What people hold in their hands, or sit at. Two pixels for one: letters stay sharp. */
export const PHONE = { viewport: { width: 360, height: 720 }, deviceScaleFactor: 2 } as const;
export const DESK = { viewport: { width: 1120, height: 700 }, deviceScaleFactor: 1.5 } as const;

const QUALITY = 72;
/** A machine that has other things to do takes its time. */
const PATIENCE_MS = 120_000;

/** Takes pictures of pages into a folder. */
export class Camera {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** A page as it is now, at its top, in its window. */
  async take(page: Page, name: string): Promise<void> {
    await page.evaluate('scrollTo(0, 0)');
    const session = await page.context().newCDPSession(page);
    const shot = await session.send('Page.captureScreenshot', { format: 'webp', quality: QUALITY });
    await session.detach();
    await mkdir(this.#folder, { recursive: true });
    await writeFile(path.join(this.#folder, `${name}.webp`), Buffer.from(shot.data, 'base64'));
  }
}

/** A page at an address, once it shows what it is about. */
export async function opened(browser: Browser, look: typeof PHONE | typeof DESK, address: string): Promise<Page> {
  const context = await browser.newContext({ ...look, serviceWorkers: 'block', locale: 'zh-CN' });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  await goTo(page, address);
  return page;
}

export async function goTo(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.locator('h1').first().waitFor();
  await page.waitForLoadState('networkidle');
}
