import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { Stage } from '../../domain/rules/stages.js';
import { SimulatorBank } from '../../bank/simulator/client.js';
import { ordinaryHouseholds } from '../activities/support/submission.js';
import { photo, submitted } from '../api/support/drafts.js';
import { type Api, openApi } from '../api/support/api.js';
import { registerNosOf, untilState } from '../api/support/bundles.js';
import { Officials } from '../api/support/officials.js';
import { household } from '../api/support/people.js';
import type { Visitor } from '../api/support/visitor.js';
import { newBankHome, startBank } from '../bank/bank-process.js';
import { openBrowser } from '../../bench/browser.js';
import { eventually } from '../support/eventually.js';
import * as bundling from './support/bundling.js';
import { type Filled, FILLED_PAGES, fillOffice } from './support/filled.js';
import { goToArchives } from './support/archives-on-desk.js';
import { answersFinding, packOf } from './support/audit-on-desk.js';
import { worksByKeyboard } from './support/by-keyboard.js';
import { decideOn, Desks, expectInEveryLook, sendOn } from './support/office.js';
import { expectForEverybody, picture, untilKept } from './support/portal.js';
import { untilStored } from './support/stored.js';

const VERIFIERS = ['yl-339901100-verifier-1', 'yl-339901100-verifier-2'] as const;
const SITE = { 项目地点: '后山' };
const WITNESS = { 见证人: '监委会委员' };

describe('the office', () => {
  let api: Api;
  let bank: Awaited<ReturnType<typeof startBank>>;
  let browser: Browser;
  let desks: Desks;
  let households: string[];
  beforeAll(async () => {
    bank = await startBank(await newBankHome());
    [api, browser] = await Promise.all([openApi(new SimulatorBank(bank.url)), openBrowser()]);
    desks = new Desks(api.url, browser);
    households = await ordinaryHouseholds(api.db, 15);
  });
  afterAll(async () => {
    await browser?.close();
    await api?.close();
    await bank?.stop();
  });

  /** The page of the case's open task, found in the inbox. */
  async function taskOf(login: string, caseNo: string, stage: Stage): Promise<Page> {
    await new Officials(api).taskAt(caseNo, stage);
    const page = await desks.open(login);
    await page.getByRole('link', { name: caseNo }).click();
    await page.getByRole('heading', { level: 1, name: caseNo }).waitFor();
    return page;
  }

  async function decide(
    login: string,
    stage: Stage,
    { caseNo, verdict, said = {}, photograph = false, second }: Deciding,
  ): Promise<void> {
    const page = await taskOf(login, caseNo, stage);
    await decideOn(page, verdict, said, photograph ? photo() : undefined);
    await page.close();
    if (second === undefined) return;
    const other = await taskOf(second, caseNo, stage);
    await other.getByRole('button', { name: '同意并签字' }).click();
    await other.getByRole('heading', { name: '已提交' }).waitFor();
    await other.close();
  }

  interface Deciding {
    readonly caseNo: string;
    readonly verdict: string;
    readonly said?: Readonly<Record<string, string>>;
    readonly photograph?: boolean;
    readonly second?: string;
  }

  test('carries a case through all its stages by its pages alone', async () => {
    const visitor: Visitor = await household(api, households[0]!);
    const { id, caseNo } = await submitted(visitor);
    await decide('yl-checker-1', 'initialCheck', { caseNo, verdict: '通过' });
    const visit = { caseNo, verdict: '通过', photograph: true, said: SITE };
    await decide(VERIFIERS[0], 'townshipVerification', { ...visit, second: VERIFIERS[1] });
    await decide('yl-approver-1', 'projectApproval', { caseNo, verdict: '通过' });
    await decide(VERIFIERS[0], 'noticePosting', { caseNo, verdict: '已张榜', said: WITNESS, photograph: true });
    await decide(VERIFIERS[0], 'publicNotice', {
      caseNo,
      verdict: '公示期满，已取下',
      said: WITNESS,
      photograph: true,
    });
    await new Officials(api).taskAt(caseNo, 'projectWork');
    const path = `/api/applications/${id}`;
    const photograph = await visitor.upload(`${path}/papers`, { kind: 'completionPhoto' }, photo());
    await visitor.post(`${path}/completion`, { paperIds: [photograph.body.id] });
    await decide('yl-inspector-1', 'acceptanceInspection', { ...visit, second: 'yl-housing-1' });
    await decide('yl-maker-1', 'paymentPreparation', { caseNo, verdict: '已编制补贴清册' });
    await decide('yl-finance-1', 'paymentReview', { caseNo, verdict: '通过' });
    const { outcome } = await eventually(
      () => api.db.case.findUniqueOrThrow({ where: { caseNo } }),
      ({ running }) => !running,
    );
    expect(outcome).toMatchObject({ kind: 'completed' });
  }, 120_000);

  test('of two officials on one task one wins, and the other is told who was first', async () => {
    const { caseNo } = await submitted(await household(api, households[1]!));
    const first = await taskOf('yl-checker-1', caseNo, 'initialCheck');
    const second = await taskOf('yl-checker-2', caseNo, 'initialCheck');
    await decideOn(first, '通过', {});
    await second.getByRole('radio', { name: '通过', exact: true }).check();
    await second.getByRole('button', { name: '提交决定' }).click();
    const told = second.getByRole('alert').or(second.getByRole('status'));
    await second.getByText('乡镇审查核实').first().waitFor();
    const { name } = await api.db.official.findUniqueOrThrow({ where: { id: 'yl-checker-1' } });
    expect(await told.first().textContent()).toContain(name);
    await Promise.all([first.close(), second.close()]);
  });

  test('a quantity is asked for in its unit, amended with words alone, and signed with the subsidy that follows', async () => {
    const { caseNo } = await submitted(await household(api, households[14]!));
    await new Officials(api).decide(caseNo, 'initialCheck', 'pass');
    const page = await taskOf(VERIFIERS[0], caseNo, 'townshipVerification');
    await sendOn(page, '调整后通过', { ...SITE, 核定的: '7箱' }, photo());
    expect(await page.locator('#quantity-error').innerText()).toBe('请按“箱”填写大于零的整数，如 20');
    await sendOn(page, '调整后通过', { 核定的: '7' });
    expect(await page.locator('#words-error').innerText()).toBe('请写明调整数量的理由');
    await decideOn(page, '调整后通过', { 说明: '实有七箱' });
    const second = await taskOf(VERIFIERS[1], caseNo, 'townshipVerification');
    await second.getByText('1,400.00元').first().waitFor();
    await picture(second, 'second-signature');
    await Promise.all([page.close(), second.close()]);
  }, 120_000);

  test('an official finds, takes and decides by the keyboard alone, and sees all along where he is', async () => {
    const [one, other] = [
      await submitted(await household(api, households[11]!)),
      await submitted(await household(api, households[12]!)),
    ];
    for (const { caseNo } of [one, other]) await new Officials(api).taskAt(caseNo, 'initialCheck');
    const page = await desks.open('yl-checker-2');
    await worksByKeyboard(page, one.caseNo, other.caseNo);
    for (const { caseNo } of [one, other]) await new Officials(api).taskAt(caseNo, 'townshipVerification');
    const done = { stage: 'initialCheck', closedById: 'yl-checker-2' } as const;
    expect(await api.db.task.count({ where: { ...done, caseNo: { in: [one.caseNo, other.caseNo] } } })).toBe(2);
    await page.close();
  }, 120_000);

  test('its pages can be read and used by everybody', async () => {
    const { caseNo } = await submitted(await household(api, households[2]!));
    const task = await taskOf('yl-checker-1', caseNo, 'initialCheck');
    await task.getByRole('radio', { name: '退回补正' }).check();
    const pages = [task, await desks.open('yl-checker-1'), await desks.open('yl-checker-1', `/office/cases/${caseNo}`)];
    for (const page of pages) {
      await page.locator('.steps, .listing').first().waitFor();
      await expectInEveryLook(page, `main-${pages.indexOf(page)}`);
    }
  });

  test('a verification is filled in at the site without a network, and sent once when it is back, for the second to sign', async () => {
    const { id: applicationId, caseNo } = await submitted(await household(api, households[10]!));
    const officials = new Officials(api);
    await officials.decide(caseNo, 'initialCheck', 'pass');
    const { id } = await officials.taskAt(caseNo, 'townshipVerification');
    const context = await desks.phone(VERIFIERS[0]);
    const page = await context.newPage();
    await page.goto(`${api.url}/office/tasks/${id}`);
    await untilKept(page);
    await untilStored(page, 'readByOfficials', 'getSession');
    await page.getByRole('button', { name: '带到现场' }).click();
    await context.setOffline(true);
    await page.getByText('现在没有网络').waitFor();
    await page.getByLabel('决定').selectOption('pass');
    await page.getByLabel('项目地点').fill('后山');
    await page.getByLabel('拍照或选择文件').setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: photo() });
    await page.getByText('在手机上，等待送出').waitFor();
    await untilStored(page, 'visits', '后山', 'a.png');
    await page.reload();
    expect(await page.getByLabel('项目地点').inputValue()).toBe('后山');
    await page.getByRole('button', { name: '签字' }).click();
    await page.getByText('已签字，等待网络').waitFor();
    await expectForEverybody(page);
    const photographs = () => api.db.paper.count({ where: { applicationId, kind: 'sitePhoto' } });
    const before = await api.db.task.findUniqueOrThrow({ where: { id } });
    expect([before.proposedById, await photographs()]).toEqual([null, 0]);

    await context.setOffline(false);
    await page.getByText('已送达，待第二人签字').waitFor();
    const after = await api.db.task.findUniqueOrThrow({ where: { id } });
    expect([after.proposedById, await photographs()]).toEqual([VERIFIERS[0], 1]);
    const second = await desks.open(VERIFIERS[1], `/office/tasks/${id}`);
    await second.getByRole('button', { name: '同意并签字' }).click();
    await second.getByRole('heading', { name: '已提交' }).waitFor();
    await officials.taskAt(caseNo, 'projectApproval');
    await Promise.all([context.close(), second.close()]);
  }, 120_000);

  test('a township draws a bundle up, learns which rows are wrong, and the county checks it household by household', async () => {
    const registerNos = await registerNosOf(api, households.slice(7, 10));
    const clerk = await desks.open('yl-339901100-clerk-1', '/office/bundles');
    const no = await bundling.begin(clerk);
    await bundling.type(clerk, [registerNos[0]!, '000']);
    const rejected = clerk.getByText('有1行没有保存');
    await rejected.first().waitFor();
    expect(await clerk.getByLabel('建档立卡编号').inputValue()).toBe('000');
    await bundling.send(clerk, [`${registerNos[1]},10,养蜂,2026-03-01,`, `${registerNos[2]},很多,养蜂,2026-03-01,`]);
    await rejected.nth(1).waitFor();
    await bundling.bringPapers(clerk, 2);
    await clerk.getByRole('button', { name: '提交申报' }).click();
    await clerk.getByText('申报已提交').waitFor();
    await untilState(api, no, 'initialCheck');
    const checker = await desks.open('yl-checker-1', `/office/bundles/${no}`);
    await bundling.passBut(checker, 2);
    const states = await api.db.bundleRow.findMany({ where: { bundleNo: no }, orderBy: { position: 'asc' } });
    expect(states.map(({ state }) => state)).toEqual(['filed', 'struckOut']);
    await Promise.all([clerk.close(), checker.close()]);
  }, 120_000);

  let filling: Promise<Filled> | undefined;

  test.each(FILLED_PAGES)(
    'the page %s, with something on it, can be read and used by everybody',
    async (path, login) => {
      const filled = await (filling ??= fillOffice(api, households.slice(3, 7)));
      const address = path.replace(/:(\w+)/, (_, name: keyof Filled) => filled[name]);
      const page = await desks.open(login, `/office/${address}`);
      await page.locator('main > :is(.listing, .none, .steps, .field, details, form)').last().waitFor();
      await expectInEveryLook(page, path.replaceAll(/\W/g, '-'));
      await page.close();
    },
    60_000,
  );

  const MONEY = [
    'schedules',
    'batches',
    'payments',
    'holds',
    'discrepancies',
    'reconciliations',
    'recoveries',
    'funds',
  ];
  const ROOMS = [...MONEY, 'findings', 'houses', 'overview', 'people', 'calendar'];

  test.each(ROOMS)('the room %s can be read and used by everybody', async (room) => {
    const login = MONEY.includes(room) ? 'yl-finance-1' : 'yl-supervisor-1';
    const page = await desks.open(login, `/office/${room}`);
    await page.locator('.listing, .none').first().waitFor();
    await expectInEveryLook(page, room);
    await page.close();
  });

  test('an auditor reads a case from its history, raises a finding on it, and everybody can use his pages', async () => {
    const { caseNo } = await submitted(await household(api, households[0]!));
    await new Officials(api).decide(caseNo, 'initialCheck', 'pass');
    const page = await desks.open('yl-auditor-1', `/audit/cases/${caseNo}`);
    await page.locator('.steps li').first().waitFor();
    await page.getByRole('button', { name: '显示原始事件' }).click();
    await page.getByText('提出审计问题').click();
    await page.getByLabel('问题', { exact: true }).fill('初核时未核对账户');
    await page.getByLabel('由哪个办公室答复').selectOption('yl-relief');
    await page.getByLabel('答复期限').fill('2027-04-01');
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByRole('link', { name: '初核时未核对账户' }).waitFor();
    const looks = (name: string) => expectInEveryLook(page, `audit-${name}`);
    await looks('case');
    await page.getByRole('link', { name: '初核时未核对账户' }).click();
    await page.getByRole('button', { name: '销号' }).waitFor();
    await looks('finding');
    await answersFinding(await desks.open('yl-approver-1'), '账户已补核对，并留存记录');
    await page.reload();
    await page.getByText('账户已补核对，并留存记录').waitFor();
    await page.goto(`${api.url}/audit/cases/${caseNo}`);
    const pack = await packOf(page, api);
    expect([pack.name, pack.bytes > 1_000]).toEqual([expect.stringMatching(/\.tar\.gz$/), true]);
    for (const room of ['办件检索', '统计', '审计问题']) {
      await page.getByRole('link', { name: room, exact: true }).click();
      await page.getByRole('heading', { level: 1, name: room }).waitFor();
      await page.locator('.listing').first().waitFor();
      await looks(room);
    }
    await page.getByRole('link', { name: '统计', exact: true }).click();
    await page.getByRole('link', { name: '县级初核' }).first().click();
    await page.getByRole('link', { name: caseNo }).waitFor();
    await looks('figure');
    await page.goto(`${api.url}/audit/sample?seed=2026&method=risk`);
    await page.locator('.listing, .none').first().waitFor();
    await looks('sample');
    await page.getByRole('link', { name: '核验', exact: true }).click();
    await page.getByText('还没有核验过').waitFor();
    await looks('verify');
    await page.getByLabel('年度').fill('26');
    await page.getByRole('button', { name: '开始核验' }).click();
    await page.getByText('请填写四位年份').first().waitFor();
    await page.getByLabel('年度').fill('');
    await page.getByRole('button', { name: '开始核验' }).click();
    await page.getByText('核验完毕').waitFor({ timeout: 60_000 });
    await page.locator('.listing, .none').first().waitFor();
    await looks('verification');
    await page.getByRole('link', { name: '核验', exact: true }).click();
    await page.getByRole('cell', { name: '核验完毕' }).waitFor();
    await page.close();
  });

  test('a closed case goes to the archives for their receipt, another is destroyed by two once nobody holds it', async () => {
    const way = { api, desks, paid: households[0]!, refused: households[13]! };
    expect(await goToArchives(way)).toEqual(['handedOver', 'destroyed']);
  }, 120_000);

  test('what its pages are given they may use, and nothing else', () => {
    expect(desks.complaints.flat().filter((text) => !/401|404|409|ERR_INTERNET_DISCONNECTED/.test(text))).toEqual([]);
  });
});
