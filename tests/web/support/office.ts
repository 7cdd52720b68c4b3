import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { DEMONSTRATION_PASSWORD } from '../../../prisma/seed/officials.js';
import { complaintsOf, expectInEveryLook as inEveryLook, LOOKS } from './portal.js';

/** Officials at their desks, each with a browser of his own. */
export class Desks {
  readonly #url: string;
  readonly #browser: Browser;
  readonly #contexts = new Map<string, Promise<BrowserContext>>();
  readonly complaints: string[][] = [];

  constructor(url: string, browser: Browser) {
    this.#url = url;
    this.#browser = browser;
  }

  /** A page of this official at an address of the office. */
  async open(login: string, path = '/office'): Promise<Page> {
    const context = this.#contexts.get(login) ?? this.#signIn(login);
    this.#contexts.set(login, context);
    const page = await (await context).newPage();
    await page.goto(this.#url + path);
    await page.locator('h1').waitFor();
    return page;
  }

  /** A phone of this official's own, whose pages open without a network. */
  async phone(login: string): Promise<BrowserContext> {
    return await this.#signIn(login, { viewport: { width: 360, height: 780 } });
  }

  async #signIn(login: string, options: BrowserContextOptions = { serviceWorkers: 'block' }): Promise<BrowserContext> {
    const context = await this.#browser.newContext(options);
    this.complaints.push(complaintsOf(context));
    const page = await context.newPage();
    await page.goto(`${this.#url}/office`);
    await page.getByLabel('账号').fill(login);
    await page.getByLabel('密码').fill(DEMONSTRATION_PASSWORD);
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByRole('button', { name: '退出' }).waitFor();
    await page.close();
    return context;
  }
}

type Said = Readonly<Record<string, string>>;

/** Chooses a verdict on the page of a task, brings a photograph where one is asked for, fills in the rest, sends it. */
export async function decideOn(page: Page, verdict: string, said: Said, photograph?: Buffer) {
  await sendOn(page, verdict, said, photograph);
  await page.getByRole('heading', { name: '已提交' }).waitFor();
}

/** The same, whatever is answered. */
export async function sendOn(page: Page, verdict: string, said: Said, photograph?: Buffer) {
  const radio = page.getByRole('radio', { name: verdict, exact: true });
  if (!(await radio.isChecked())) await radio.check();
  if (photograph) {
    await page.getByLabel('拍照或选择文件').setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: photograph });
    await page.locator('#paperIds input[type=checkbox]:checked').waitFor();
  }
  for (const [label, text] of Object.entries(said)) await page.getByLabel(label).fill(text);
  await page.getByRole('button', { name: '提交决定' }).click();
}

/** The desk has no letters for the elderly. */
export const AT_DESK = LOOKS.filter(({ elder }) => !elder);

/** With all that folds open. */
export async function expectInEveryLook(page: Page, name: string): Promise<void> {
  await page.evaluate("document.querySelectorAll('main details').forEach((part) => { part.open = true; })");
  await inEveryLook(page, name, AT_DESK);
}
