import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { EndedWorkflows } from '../../../activities/sealing/seal-ended.js';
import { fileArchives } from '../../../activities/sweeps/file-archives.js';
import { CountyCodec } from '../../../platform/codec.js';
import type { Api } from '../../api/support/api.js';
import { eventually } from '../../support/eventually.js';
import { household } from '../../api/support/people.js';
import { submitted } from '../../api/support/drafts.js';
import { Officials } from '../../api/support/officials.js';
import { type Desks, expectInEveryLook } from './office.js';
import { press } from './phone.js';

const WHY = '依据或理由';
const BECAUSE = '保管期满，无继续保存价值';
/** That of a case that was refused, had it been closed in 2010. */
const OVER = { closedOn: '2010-03-01', keptUntil: '2020-12-31' };

/** Seals what has ended, as the worker does, until each of these cases has its archive file. */
async function untilFiled({ db, keyring, env: { client }, world: { log } }: Api, caseNos: readonly string[]) {
  const codec = new CountyCodec(keyring);
  const sealing = new EndedWorkflows({ db, keyring, codec, client, origin: 'zhibao/log', log });
  await eventually(
    async () => {
      await sealing.sealAll();
      await fileArchives({ db } as Parameters<typeof fileArchives>[0], 100);
      return await db.archiveFile.count({ where: { caseNo: { in: [...caseNos] } } });
    },
    (filed) => filed === caseNos.length,
  );
}

/** The years of its term have gone by. */
async function termOver({ db }: Pick<Api, 'db'>, caseNo: string): Promise<void> {
  await db.archiveFile.update({ where: { caseNo }, data: OVER });
}

/** A list is made; where something is in the way, why not is told and what was written stays. */
async function proposes(page: Page, kind: string, caseNo: string, obstacle?: string): Promise<void> {
  await page.getByText('请在下面勾选案卷').waitFor();
  const tick = page.locator('tr', { hasText: caseNo }).getByRole('checkbox');
  await tick.focus();
  for (const _pressed of ['on', 'off', 'on']) await page.keyboard.press('Space');
  await page.getByText('已选1卷').waitFor();
  await press(page, '编制清册');
  await page.getByText('请改正以下各项').waitFor();
  await page.getByLabel('种类').selectOption({ label: kind });
  await page.getByLabel(WHY).fill(BECAUSE);
  await isSeen(page, 'archives-chosen');
  await page.getByLabel('种类').focus();
  for (const _next of ['words', 'button']) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await (obstacle === undefined ? madeList(page) : page.locator('.problem', { hasText: obstacle })).waitFor();
}

const madeList = (page: Page) => page.locator('output.good').getByRole('link');

/** The page of the list that was made. */
async function opensMade(page: Page): Promise<void> {
  await madeList(page).click();
  await page.getByRole('link', { name: '导出清册' }).waitFor();
}

const unfolds = (page: Page): Promise<void> =>
  page.evaluate("document.querySelectorAll('main details').forEach((part) => { part.open = true; })");

/** What one does about a list or a file, with its reasons and whatever else is asked for. */
async function acts(page: Page, act: string, said: Readonly<Record<string, string>> = {}): Promise<void> {
  await unfolds(page);
  const form = page.locator('form', { has: page.getByRole('button', { name: act, exact: true }) });
  for (const [label, text] of Object.entries(said)) await form.getByLabel(label).fill(text);
  await form.getByLabel(WHY).fill(BECAUSE);
  await form.getByRole('button', { name: act, exact: true }).click();
}

/** The auditor sets a hold on the file of a case, or lifts it. */
async function holds(page: Page, act: '冻结，暂缓销毁' | '解除冻结', now: string): Promise<void> {
  await page.getByLabel(WHY).fill('专项审计未结束');
  await press(page, act);
  await page.getByRole('button', { name: now, exact: true }).waitFor();
}

/** The file of a case from the catalogue, by its archive number. */
async function opensFile(page: Page, caseNo: string): Promise<void> {
  await page.locator('tr', { hasText: caseNo }).getByRole('link').click();
  await page.getByRole('heading', { name: '卷内目录' }).waitFor();
}

/** Everything that the page has now, in every look. */
async function isSeen(page: Page, name: string): Promise<void> {
  await page.locator('main .loading').first().waitFor({ state: 'detached' });
  await expectInEveryLook(page, name);
  await page.setViewportSize({ width: 1280, height: 900 });
  expect(await page.locator('main').innerText()).not.toMatch(/undefined|NaN|\[object/);
}

interface Way {
  readonly api: Api;
  readonly desks: Desks;
  /** The household of a case that was paid, and one that is refused. */
  readonly paid: string;
  readonly refused: string;
}

/** By the pages alone: a case that was paid is handed over, one that was refused is destroyed. What became of both. */
export async function goToArchives(way: Way): Promise<string[]> {
  const { api, paid: householdId } = way;
  const paid = await api.db.case.findFirstOrThrow({ where: { householdId, running: false } });
  const { caseNo } = await submitted(await household(api, way.refused));
  const unfit = { reasonCode: 'PROJECT_NOT_COVERED', words: '不在扶持范围' };
  await new Officials(api).decide(caseNo, 'initialCheck', 'refuse', unfit);
  // Nobody asks for an internal review of it: with its term the case ends.
  await eventually(
    () => api.db.case.findUniqueOrThrow({ where: { caseNo } }),
    ({ running }) => !running,
  );
  const files = [paid.caseNo, caseNo];
  await untilFiled(api, files);
  await termOver(api, caseNo);
  const archivist = await way.desks.open('yl-archivist-1', '/office/archives');
  await isSeen(archivist, 'archives');
  await isHandedOver(archivist, api.url, paid.caseNo);
  await isDestroyed(archivist, way, caseNo);
  const ends = await api.db.archiveFile.findMany({ where: { caseNo: { in: files } }, orderBy: { caseNo: 'asc' } });
  return ends.map(({ state }) => state);
}

async function isHandedOver(archivist: Page, url: string, caseNo: string): Promise<void> {
  await opensFile(archivist, caseNo);
  await isSeen(archivist, 'archive');
  await archivist.goto(`${url}/office/archive-lists`);
  await archivist.getByRole('link', { name: '勾选案卷' }).click();
  await proposes(archivist, '移交清册', caseNo);
  await archivist.goto(`${url}/office/archive-lists`);
  await archivist.locator('tbody tr').first().waitFor();
  await isSeen(archivist, 'archive-lists');
  await archivist.locator('tbody tr').first().getByRole('link').click();
  await archivist.getByRole('link', { name: '导出清册' }).waitFor();
  await acts(archivist, '登记移交回执', { 回执编号: '档接〔2036〕12号', 档案馆接收人: '县档案馆 李四' });
  await archivist.locator('.facts', { hasText: '档接〔2036〕12号' }).waitFor();
}

async function isDestroyed(archivist: Page, { api, desks }: Way, caseNo: string): Promise<void> {
  const auditor = await desks.open('yl-auditor-1', `/audit/cases/${caseNo}`);
  await holds(auditor, '冻结，暂缓销毁', '解除冻结');
  await isSeen(auditor, 'held');
  await archivist.goto(`${api.url}/office/archives/${caseNo}`);
  await archivist.getByText('冻结中').waitFor();
  await unfolds(archivist);
  await archivist.getByLabel('鉴定意见').selectOption({ label: '可以销毁' });
  await acts(archivist, '到期鉴定');
  await archivist.locator('td', { hasText: '可以销毁' }).waitFor();
  await archivist.goto(`${api.url}/office/archives`);
  await proposes(archivist, '销毁清册', caseNo, '审计冻结');
  await holds(auditor, '解除冻结', '冻结，暂缓销毁');
  await press(archivist, '编制清册');
  await opensMade(archivist);
  expect(await archivist.locator('summary', { hasText: '同意销毁' }).count()).toBe(0);
  const supervisor = await desks.open('yl-oversight-1', new URL(archivist.url()).pathname);
  await isSeen(supervisor, 'destruction');
  await acts(supervisor, '同意销毁并签字');
  await supervisor.locator('.facts', { hasText: '已销毁' }).waitFor();
  await Promise.all([archivist.close(), auditor.close(), supervisor.close()]);
}
