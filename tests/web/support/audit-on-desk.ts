import { stat } from 'node:fs/promises';
import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { numberLeaves } from '../../../activities/sealing/number-leaves.js';
import { signHead } from '../../../activities/sealing/sign-head.js';
import type { ApiAlone } from '../../api/support/api.js';
import { expectForEverybody } from './portal.js';

/** From the inbox: the finding that waits for the office is answered; without words it is not. */
export async function answersFinding(page: Page, words: string): Promise<void> {
  const answer = page.getByRole('button', { name: '答复', exact: true });
  await page.getByRole('link', { name: '个审计问题待本办公室答复' }).click();
  await page.locator('summary', { hasText: '答复' }).click();
  await answer.click();
  await page.getByText('请填写内容').first().waitFor();
  await page.getByLabel('答复内容').fill(words);
  await expectForEverybody(page);
  await answer.click();
  await page.locator('td', { hasText: words }).waitFor();
  await page.close();
}

/** A head of the log over the register, as every day makes one: without it there is nothing to prove by. */
async function headOfLog({ db, keyring }: Pick<ApiAlone, 'db' | 'keyring'>): Promise<void> {
  await numberLeaves(db, 100_000);
  await signHead({ db, keyring, origin: 'zhibao/log' });
}

/** Before there is a head of the log the pack is refused: that is told on the page, and nothing is downloaded. */
async function isRefusedPack(page: Page): Promise<void> {
  const downloads: unknown[] = [];
  page.on('download', (download) => downloads.push(download));
  await page.getByRole('link', { name: '下载证据包' }).click();
  await page.getByRole('alert').getByText('没有办成').waitFor();
  await expectForEverybody(page);
  expect(downloads).toEqual([]);
}

/** What the page of a case has the browser download as its evidence pack. */
export async function packOf(
  page: Page,
  where: Pick<ApiAlone, 'db' | 'keyring'>,
): Promise<{ name: string; bytes: number }> {
  await isRefusedPack(page);
  await headOfLog(where);
  const [pack] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '下载证据包' }).click(),
  ]);
  return { name: pack.suggestedFilename(), bytes: (await stat(await pack.path())).size };
}
