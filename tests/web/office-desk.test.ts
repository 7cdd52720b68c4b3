import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { ordinaryHouseholds } from '../activities/support/submission.js';
import { type ApiAlone, openApiAlone } from '../api/support/api.js';
import { openBrowser } from '../../bench/browser.js';
import { eventually } from '../support/eventually.js';
import { arrivedAt, boardOnDesk, postsOffline, signsAndRemoves, WITNESS, witness } from './support/board-on-desk.js';
import { isSentAgain } from './support/bulk-on-desk.js';
import { keyboardOf } from './support/by-keyboard.js';
import { lifts, putsOnHold } from './support/hold-on-desk.js';
import { lateFor, stoodInFor } from './support/late-on-desk.js';
import { EXTENDED, isExtended, loanOnDesk } from './support/loan-on-desk.js';
import { moneyOnDesk } from './support/money-on-desk.js';
import { AT_DESK, Desks } from './support/office.js';
import { changesVisits } from './support/policy-on-desk.js';
import { changesProgramme } from './support/programme-on-desk.js';
import { follow, press, tabTo } from './support/phone.js';
import { expectForEverybody, expectInEveryLook, untilKept } from './support/portal.js';
import { untilStored } from './support/stored.js';

const FINANCE = 'yl-finance-2';
const SUPERVISOR = 'yl-oversight-1';
const CHECKER = 'yl-checker-1';
const VERIFIER = 'yl-339901100-verifier-1';
const KEPT = 'zhibao-office-filters';

describe('the desk of finance and of the supervisor', () => {
  let api: ApiAlone;
  let browser: Browser;
  let desks: Desks;
  let there: Awaited<ReturnType<typeof moneyOnDesk>> & { board: string };
  const tasks: string[] = [];
  let alone: string;
  let loan: string;
  beforeAll(async () => {
    [api, browser] = await Promise.all([openApiAlone(), openBrowser()]);
    desks = new Desks(api.url, browser);
    const households = await ordinaryHouseholds(api.db, 12);
    for (const id of households.splice(0, 2)) tasks.push((await arrivedAt(api, 'initialCheck', id)).caseNo);
    alone = (await arrivedAt(api, 'noticePosting', households.shift()!)).id;
    loan = await loanOnDesk(api, households.shift()!);
    const board = await boardOnDesk(api, households.splice(0, 2));
    there = { ...(await moneyOnDesk(api, households)), board };
    await lateFor(api.db, tasks[0]!, CHECKER);
    await stoodInFor(api, CHECKER, 'yl-approver-1');
  });
  afterAll(async () => {
    await browser?.close();
    await api?.close();
  });

  const LOOKS = [
    ['funds', FINANCE],
    ['ledger?account=spent', FINANCE],
    ['allotments', FINANCE],
    ['year-ends', FINANCE],
    ['year-ends/:yearEnd', FINANCE],
    ['payments/:reference', FINANCE],
    ['batches/:batch', FINANCE],
    ['discrepancies/:discrepancy', FINANCE],
    ['reconciliations/:day', FINANCE],
    ['recoveries', SUPERVISOR],
    ['recoveries/:claim', FINANCE],
    ['recoveries/:paid', SUPERVISOR],
    ['joint-notices', VERIFIER],
    ['joint-notices/:board', VERIFIER],
    ['overview', SUPERVISOR],
    ['overview/tasks?stage=initialCheck', SUPERVISOR],
    ['substitutes', SUPERVISOR],
    ['', 'yl-approver-1'],
  ] as const;

  test.each(LOOKS)('the page %s, filled, can be read and used by everybody', async (path, login) => {
    const named = path.replace(/:(\w+)/, (_, name: string) => there[name as keyof typeof there]);
    const page = await desks.open(login, `/office/${named}`);
    await page.locator('main :is(.listing, .facts, .act, .none)').filter({ visible: true }).first().waitFor();
    await page.locator('main .loading').first().waitFor({ state: 'detached' });
    // Of forms that each row has, the first few: the others are made the same way.
    for (const summary of (await page.locator('main summary').all()).slice(0, 3)) await summary.click();
    await expectInEveryLook(page, path, AT_DESK);
    await page.close();
  });

  test('each figure leads to the entries that it is the sum of', async () => {
    const page = await desks.open(FINANCE, '/office/year-ends/past');
    const figure = page.locator('.facts div', { hasText: '已占用' }).getByRole('link');
    expect(await figure.textContent()).toBe('100.00元');
    await figure.click();
    await page.getByRole('heading', { level: 1, name: '分录' }).waitFor();
    await page.locator('.listing tbody tr').first().waitFor();
    expect(await page.locator('.listing tbody tr').count()).toBe(1);
    await page.close();
  });

  test('finance enters a fund, allots of it and takes some back, by the keyboard alone', async () => {
    const page = await desks.open(FINANCE, '/office/funds');
    const { type, choose, enter, unfold } = keyboardOf(page);
    await unfold('登记到位资金');
    await enter('登记到位资金');
    await page.getByText('请改正以下各项').waitFor();
    await type('资金', '社会捐助资金');
    await choose('来源', 4);
    await type('用途', '产业扶持');
    await type('到位金额', '10000');
    await enter('登记到位资金');
    await page.getByText('已登记“社会捐助资金”。').waitFor();
    await tabTo(page, page.getByRole('link', { name: '社会捐助资金' }));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: '社会捐助资金' }).waitFor();
    await unfold('下达指标');
    await type('文号', '演财〔2026〕99号');
    await choose('项目', 1);
    await type('科目编码', '2130505');
    await type('金额', '4000');
    await enter('下达指标');
    await page.locator('td', { hasText: '演财〔2026〕99号' }).first().waitFor();
    await unfold('调减指标');
    await type('文号', '演财〔2026〕100号');
    await type('金额', '1000');
    await enter('调减指标');
    await page.locator('.facts div', { hasText: '未下达' }).getByText('7,000.00元').waitFor();
    expect(await api.db.fund.count({ where: { name: '社会捐助资金', amountFen: 1_000_000n } })).toBe(1);
    await page.close();
  });

  test('a year that is over is decided by two who each open its page', async () => {
    const page = await desks.open(FINANCE, '/office/year-ends/past');
    await page.getByRole('heading', { name: '决定结转或收回' }).waitFor();
    await page.getByLabel('结转或收回').selectOption({ label: '结转下年使用' });
    await page.getByLabel('文号').fill('演财结〔2026〕1号');
    await page.getByLabel('理由').fill('项目未完工');
    await press(page, '提出，交第二人签字');
    await page.getByRole('heading', { name: '待第二人签字' }).waitFor();
    await press(page, '同意并签字');
    await page.getByRole('alert').waitFor();
    const second = await desks.open('yl-finance-1', '/office/year-ends/past');
    await press(second, '同意并签字');
    const decided = await eventually(
      () => api.db.yearEndClose.findUniqueOrThrow({ where: { fundId: 'past' } }),
      ({ decision }) => decision !== null,
    );
    expect(decided).toMatchObject({ decidedById: FINANCE, cosignedById: 'yl-finance-1', decision: 'carryOver' });
    await Promise.all([page.close(), second.close()]);
  });

  test('a claim is proposed, signed, paid back in part and set off, by its page alone', async () => {
    const at = `/office/recoveries/${there.paid}`;
    const page = await desks.open(SUPERVISOR, at);
    await page.getByLabel('原因').selectOption({ label: '重复发放' });
    await page.getByLabel('应收回').fill('700');
    await page.getByLabel('理由').fill('两次发放同一补助');
    await press(page, '提出追缴');
    await page.getByText('两次发放同一补助').waitFor();
    const second = await desks.open(FINANCE, at);
    await press(second, '同意并签字');
    await second.locator('summary', { hasText: '登记收回的款项' }).click();
    await second.getByLabel('金额').fill('200');
    await second.getByLabel('收款票据号').fill('P-0001');
    await press(second, '登记收回的款项');
    await second.locator('td', { hasText: 'P-0001' }).waitFor();
    expect(await second.locator('.facts div', { hasText: '尚欠' }).textContent()).toContain('500.00元');
    await page.reload();
    await page.locator('summary', { hasText: '提出从今后补助中抵扣' }).click();
    await page.getByLabel('理由').fill('两次催缴无果');
    await press(page, '提出从今后补助中抵扣');
    await page.getByText('抵扣待第二人签字').waitFor();
    await second.reload();
    await press(second, '同意并签字');
    await second.getByText('从今后补助中抵扣', { exact: true }).waitFor();
    await page.reload();
    await page.locator('summary', { hasText: '撤回抵扣' }).click();
    await page.getByLabel('理由').fill('已另行缴清安排');
    await press(page, '撤回抵扣');
    await page.getByText('抵扣已撤回').waitFor();
    await Promise.all([page.close(), second.close()]);
  });

  test('a loan is extended where one official proposes it on its page, with the proof, and another signs', async () => {
    const page = await desks.open('yl-approver-2', `/office/entitlements/${loan}`);
    expect(await isExtended(api.db, loan, page, await desks.open(SUPERVISOR))).toMatchObject(EXTENDED);
  });

  test('finance stops the payments of a case, with its reason, and somebody else lets them go on', async () => {
    const caseNo = tasks[1]!;
    await putsOnHold(await desks.open(FINANCE, '/office/holds'), caseNo);
    await lifts(await desks.open(SUPERVISOR, '/office/holds'), caseNo);
    expect(await api.db.hold.count({ where: { subject: caseNo, liftedAt: null } })).toBe(0);
  });

  test('a notice is posted on a phone without a network, sent once when it is back, and taken down with one', async () => {
    const context = await desks.phone(VERIFIER);
    const page = await context.newPage();
    await page.goto(`${api.url}/office/tasks/${alone}`);
    await untilKept(page);
    await press(page, '带到现场');
    await page.getByLabel('决定').waitFor();
    await page.goto(`${api.url}/office/joint-notices/${there.board}`);
    await untilStored(page, 'readByOfficials', 'getSession', there.board);
    await context.setOffline(true);
    await postsOffline(page);
    const notice = () => api.db.publication.findUniqueOrThrow({ where: { no: there.board } });
    expect((await notice()).posting).toBeNull();
    await page.goto(`${api.url}/office/visits/${alone}`);
    await signsAndRemoves(page);
    await follow(page, there.board);

    await context.setOffline(false);
    await page.getByRole('region', { name: '张榜记录' }).getByText(WITNESS).waitFor();
    const { bundleNo, posting } = await notice();
    expect(posting).toMatchObject({ by: { id: VERIFIER } });
    expect(await api.db.bundlePaper.count({ where: { bundleNo: bundleNo! } })).toBe(1);
    await api.db.publication.update({ where: { no: there.board }, data: { closesAt: new Date(Date.now() - 1_000) } });
    await page.reload();
    await witness(page);
    await press(page, '登记取下');
    await page.getByRole('region', { name: '取下记录' }).getByText(WITNESS).waitFor();
    await expectForEverybody(page);
    expect((await notice()).takingDown).toMatchObject({ by: { id: VERIFIER } });
    await context.close();
  });

  test('a programme is changed by its form, looked at ahead, signed by somebody else, and loses nothing by it', async () => {
    const page = await desks.open('yl-approver-1', '/office/programmes/beekeeping');
    const [saved, meant] = await changesProgramme(api.db, page, (path) => desks.open(SUPERVISOR, path));
    expect(saved).toEqual(meant);
  });

  test('the visits of the county’s policy are rows, of which one is taken away and one written', async () => {
    const [drafted, meant] = await changesVisits(api.db, await desks.open('yl-approver-1', '/office/policy'));
    expect(drafted).toEqual(meant);
  });

  test('the supervisor sees what is late, and gives it to somebody else who may do it', async () => {
    const page = await desks.open(SUPERVISOR, '/office/overview');
    await page.locator('.chart canvas').nth(2).waitFor();
    expect(await page.locator('.chart').count()).toBe(3);
    await page.getByText('卡点：县级初核').waitFor();
    await page.getByRole('link', { name: '县级初核' }).click();
    await follow(page, '超期');
    await page.locator('.listing tbody tr').nth(0).waitFor();
    await page.locator('summary', { hasText: '改派' }).first().click();
    const others = page.getByLabel('改派给');
    await others.waitFor();
    expect(await others.locator('option').count()).toBe(2);
    await others.selectOption({ index: 1 });
    await press(page, '改派');
    await eventually(
      () => api.db.task.findFirstOrThrow({ where: { caseNo: tasks[0]!, stage: 'initialCheck' } }),
      ({ claimedById }) => claimedById === 'yl-checker-2',
    );
    await page.close();
  });

  test('an official names who stands in for him, whose inbox has his tasks and says so', async () => {
    const page = await desks.open('yl-maker-1', '/office/substitutes');
    await page.locator('summary', { hasText: '指定代理人' }).click();
    await page.getByLabel('代理人').selectOption({ index: 1 });
    await page.getByLabel('结束日期').fill('2020-01-01');
    await page.getByLabel('事由').fill('休假');
    await press(page, '指定代理人');
    await page.getByText('结束日期不能早于开始日期').first().waitFor();
    await page.getByLabel('结束日期').fill('2099-12-31');
    await press(page, '指定代理人');
    await page.locator('td', { hasText: '代理中' }).waitFor();
    await page.locator('summary', { hasText: '提前结束' }).click();
    await press(page, '提前结束');
    await page.locator('td', { hasText: '已提前结束' }).waitFor();
    const inbox = await desks.open('yl-approver-1');
    await inbox.getByText('您代').waitFor();
    await follow(inbox, tasks[1]!);
    await inbox.getByText('将记录为代为作出的决定').waitFor();
    await press(inbox, '领取');
    await inbox.getByText('我已领取').waitFor();
    expect(await api.db.task.count({ where: { caseNo: tasks[1]!, claimedById: 'yl-approver-1' } })).toBe(1);
    await press(inbox, '退回任务');
    await inbox.getByRole('button', { name: '领取' }).waitFor();
    await Promise.all([page.close(), inbox.close()]);
  });

  test('filters that are kept on the computer are shown where they can be read, and break nothing where they cannot', async () => {
    const page = await desks.open(CHECKER);
    const kept = { 本周: { stage: 'initialCheck', nonsense: {} }, 坏的: 'no filter', 空的: null };
    for (const [text, names] of [
      ['{not json', []],
      ['[1]', []],
      [JSON.stringify(kept), ['本周']],
    ] as const) {
      await page.evaluate(`localStorage.setItem('${KEPT}', ${JSON.stringify(text)})`);
      await page.reload();
      await page.locator('summary', { hasText: '筛选与排序' }).click();
      await page.getByLabel('保存当前筛选，名称').waitFor();
      expect(await page.locator('.kept li a').allTextContents()).toEqual(names);
    }
    await follow(page, '本周');
    expect(await page.getByLabel('环节').inputValue()).toBe('initialCheck');
    await page.evaluate(`localStorage.removeItem('${KEPT}')`);
    await page.close();
  });

  test('what was done to several at once and not answered is sent again with the same key', async () => {
    const keys = await isSentAgain(await desks.open(CHECKER), tasks[1]!);
    expect(keys).toEqual([keys[0], keys[0]]);
    expect(keys[0]).toBeDefined();
  });

  test('what its pages are given they may use, and nothing else', () => {
    const told = desks.complaints.flat();
    expect(told.filter((text) => !/40[1349]|400 .*\/preview$|ERR_CONNECTION_RESET|ERR_INTERNET/.test(text))).toEqual(
      [],
    );
  });
});
