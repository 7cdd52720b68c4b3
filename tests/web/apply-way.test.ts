import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { SimulatorBank } from '../../bank/simulator/client.js';
import { REHEARSAL } from '../../prisma/seed/counties.js';
import { ordinaryHouseholds } from '../activities/support/submission.js';
import { type Api, openApi } from '../api/support/api.js';
import { Officials } from '../api/support/officials.js';
import { official } from '../api/support/people.js';
import { newBankHome, startBank } from '../bank/bank-process.js';
import { openBrowser } from '../../bench/browser.js';
import { eventually } from '../support/eventually.js';
import { helperIn } from '../api/support/helpers.js';
import * as homes from './support/new-homes.js';
import { agreesAndTakesBack } from './support/pays-contractor.js';
import { answerAll, follow, heading, press, signIn, signInBy, takePhoto } from './support/phone.js';
import { isApproved, readsWhatComes } from './support/reads-what-comes.js';
import { complaintsOf, expectForEverybody, expectInEveryLook, lookAt, LOOKS, picture } from './support/portal.js';
import { untilStored } from './support/stored.js';

describe('a household on its phone', () => {
  let api: Api;
  let bank: Awaited<ReturnType<typeof startBank>>;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let complaints: string[];
  let officials: Officials;
  let caseNo = '';
  beforeAll(async () => {
    bank = await startBank(await newBankHome());
    [api, browser] = await Promise.all([openApi(new SimulatorBank(bank.url)), openBrowser()]);
    officials = new Officials(api);
    context = await browser.newContext({ serviceWorkers: 'block', viewport: { width: 360, height: 780 } });
    complaints = complaintsOf(context);
    const [id] = await ordinaryHouseholds(api.db, 1);
    page = await signIn(api, context, id!);
  });
  afterAll(async () => {
    await browser?.close();
    await api?.close();
    await bank?.stop();
  });

  /** The page in every look, and back to the phone. */
  async function looksGood(): Promise<void> {
    for (const look of LOOKS) {
      await lookAt(page, look);
      await expectForEverybody(page);
      await picture(page, `${new URL(page.url()).pathname}-${Object.values(look).join('-')}`);
    }
    await lookAt(page, LOOKS[0]);
  }
  /** Days of the rehearsal county last a second: too short for whoever looks at a page in every way before he acts. */
  const daysLast = (daySeconds: number) =>
    api.db.county.update({ where: { code: REHEARSAL.code }, data: { daySeconds } });
  const openCase = async (): Promise<void> => {
    await page.goto(`${api.url}/apply/cases/${caseNo}`);
    await page.locator('h1').waitFor();
  };

  test('answers one question a page, is told what is wrong in words, and changes an answer from the check', async () => {
    await page.goto(`${api.url}/apply/programmes/beekeeping`);
    await follow(page, '现在申报');
    await heading(page, '这是名册上的信息，对吗？');
    await looksGood();
    await press(page, '保存并继续');
    expect(await page.getByRole('alert').textContent()).toContain('请核对名册信息并确认');
    await expectForEverybody(page);
    await answerAll(page, '2');
    expect(await page.locator('main').textContent()).toContain('之间');
    await looksGood();
    await page
      .locator('.answers')
      .getByRole('link', { name: /^修改 .*(数|量|群|箱)/ })
      .first()
      .click();
    const boxes = page.getByLabel('饲养数量（箱）');
    await boxes.fill('');
    await press(page, '保存并继续');
    // Told what is wrong, one corrects it in its field and is not led out of it.
    await boxes.pressSequentially('个10');
    await page.getByRole('alert').getByText('请按“箱”填写大于零的整数').waitFor();
    expect(await boxes.inputValue()).toBe('个10');
    await boxes.fill('10');
    await press(page, '保存并继续');
    await heading(page, '核对后提交');
  });

  test('goes on with it on another phone', async () => {
    const draft = await eventually(
      () => api.db.applicationDraft.findFirst({ include: { papers: true }, orderBy: { createdAt: 'desc' } }),
      (row) => row?.papers.length === 1 && (row.body as { quantity?: number }).quantity === 10,
    );
    const other = await browser.newContext({ serviceWorkers: 'block' });
    const elsewhere = await signIn(api, other, draft!.householdId!);
    await elsewhere.goto(`${api.url}/apply/applications/${draft!.id}`);
    await heading(elsewhere, '核对后提交');
    await elsewhere.getByText('都填好了，可以提交。').waitFor();
    expect(await elsewhere.locator('.answers').textContent()).toContain('后山空地养中蜂');
    await other.close();
  });

  test('submits once, though the line breaks under it, and takes a receipt home', async () => {
    const keys: string[] = [];
    let cut = true;
    await page.route('**/submission', async (route) => {
      keys.push(route.request().headers()['idempotency-key'] ?? '');
      // It arrives, and its answer is lost.
      const response = await route.fetch();
      if (cut) await route.abort();
      else await route.fulfill({ response });
      cut = false;
    });
    await press(page, '提交申请');
    await heading(page, '申请已收到');
    await page.unroute('**/submission');
    expect(keys.length).toBeGreaterThan(1);
    expect(new Set(keys).size).toBe(1);
    const cases = await api.db.case.findMany({ orderBy: { submittedAt: 'desc' }, take: 2 });
    caseNo = cases[0]!.caseNo;
    expect(cases.filter(({ householdId }) => householdId === cases[0]!.householdId)).toHaveLength(1);
    expect(await page.locator('main').textContent()).toContain(caseNo);
    expect((await page.locator('.way li').allTextContents()).at(-1)).toContain('银行拨付');
    await looksGood();
  });

  test('is told what is missing, and hands it in', async () => {
    await daysLast(60);
    await officials.decide(caseNo, 'initialCheck', 'return', {
      reasonCode: 'PAPERS_INCOMPLETE',
      defects: ['购置凭证看不清，请重拍'],
    });
    await openCase();
    await looksGood();
    await page.getByRole('link', { name: '提交补正' }).click();
    await page.getByText('购置凭证看不清，请重拍').waitFor();
    await looksGood();
    // Without a network, and the page closed over it: what was photographed and written is kept on the phone.
    await context.setOffline(true);
    await takePhoto(page);
    await page.getByText('照片存在这部手机上').waitFor();
    await page.getByLabel('说明').fill('已重拍');
    await press(page, '提交补正');
    await page.getByRole('alert').getByText('照片还没有传完').waitFor();
    await expectForEverybody(page);
    await page.close();
    await context.setOffline(false);
    page = await context.newPage();
    await openCase();
    await page.getByRole('link', { name: '提交补正' }).click();
    await page.getByText('已上传1份').waitFor();
    expect(await page.getByLabel('说明').inputValue()).toBe('已重拍');
    await press(page, '提交补正');
    await page.getByText(/现在由.*办理：县级初核/).waitFor();
    expect(await api.db.case.findUnique({ where: { caseNo } })).toMatchObject({ stage: 'initialCheck' });
  });

  test('declares the project done with a photograph', async () => {
    await isApproved(officials, caseNo);
    await daysLast(REHEARSAL.daySeconds);
    await officials.decide(caseNo, 'noticePosting', 'posted');
    await daysLast(60);
    await readsWhatComes(page, officials, { url: api.url, caseNo });
    await officials.decide(caseNo, 'publicNotice', 'takenDown');
    await officials.taskAt(caseNo, 'projectWork');
    await openCase();
    await page.getByRole('link', { name: '申报完工' }).click();
    await heading(page, '申报完工');
    await looksGood();
    await takePhoto(page);
    await page.getByText('已上传1份').waitFor();
    await press(page, '申报完工');
    await page.getByText(/现在由.*办理：验收/).waitFor();
    expect(await api.db.case.findUnique({ where: { caseNo } })).toMatchObject({ stage: 'acceptanceInspection' });
  });

  test('sees the money arrive, reports its use and rates the service', async () => {
    await daysLast(REHEARSAL.daySeconds);
    await officials.decide(caseNo, 'acceptanceInspection', 'pass', { quantity: 10 });
    await officials.decide(caseNo, 'paymentPreparation', 'prepare');
    await officials.decide(caseNo, 'paymentReview', 'pass');
    await eventually(
      () => api.db.caseEvent.count({ where: { caseNo, strand: 'review' } }),
      (events) => events > 0,
    );
    await daysLast(60);
    await officials.taskAt(caseNo, 'reviewReport');
    await openCase();
    await page.getByRole('heading', { name: '补助发放' }).waitFor();
    await page.getByRole('link', { name: '提交报告' }).click();
    await press(page, '提交报告');
    expect(await page.getByRole('alert').textContent()).toContain('请填写内容');
    await expectInEveryLook(page, 'report');
    await page.getByLabel('说明').fill('养了十箱，售蜜两万元');
    await press(page, '提交报告');
    await page.getByText(/现在由.*办理：绩效评价/).waitFor();
    await looksGood();
    await page.getByRole('link', { name: '提交评价' }).click();
    await heading(page, '评价服务');
    await looksGood();
    await press(page, '提交评价');
    expect(await page.getByRole('alert').textContent()).toContain('请选择满意程度');
    await page.getByLabel('满意', { exact: true }).check();
    await page.getByLabel('说明').fill('很快');
    await untilStored(page, 'steps', '很快');
    await page.reload();
    expect(await page.getByLabel('满意', { exact: true }).isChecked()).toBe(true);
    await press(page, '提交评价');
    await page.getByRole('heading', { name: '补助发放' }).waitFor();
    expect(await api.db.serviceRating.findUnique({ where: { caseNo } })).toMatchObject({
      level: 4,
      wordsId: expect.any(String),
    });
  });

  test('is told what of the money has to come back, why and how, and what has come back of it', async () => {
    const found = { finding: 'notUsed', score: 10, words: '未见蜂箱' };
    expect((await officials.decide(caseNo, 'performanceReview', 'scored', found)).status).toBe(200);
    const opened = await eventually(
      () => api.db.recovery.findUnique({ where: { caseNo } }),
      (row) => row !== null,
    );
    const claim = page.locator('section', { has: page.getByRole('heading', { name: '需要退回的钱' }) });
    await openCase();
    await claim.getByText('应退2,000.00元，还差2,000.00元').waitFor();
    expect(await claim.textContent()).toMatch(/未按规定用途使用.*县财政局缴款/);
    const finance = await official(api, 'yl-finance-1');
    const receipt = { amountFen: Number(opened!.amountFen) / 2, voucherNo: '演票0001' };
    expect((await finance.post(`/api/cases/${caseNo}/recovery/receipts`, receipt)).status).toBe(201);
    await page.reload();
    await claim.getByText('应退2,000.00元，还差1,000.00元').waitFor();
    expect(await claim.locator('li').textContent()).toContain('1,000.00元 演票0001');
    await looksGood();
  });

  test('without a phone is helped: its helper files with its consent, and is paid nothing before that is confirmed', async () => {
    const { phone, registerNo } = await helperIn(api, '339901100202');
    const helping = await browser.newContext({ serviceWorkers: 'block', viewport: { width: 360, height: 780 } });
    page = await signInBy(api, helping, phone);
    await looksGood();
    await page.getByLabel('户编号').fill(registerNo);
    await press(page, '继续');
    await heading(page, '代办农户');
    await page.getByRole('link', { name: /中蜂/ }).click();
    await follow(page, '现在申报');
    await heading(page, /委托代办书/);
    await looksGood();
    await takePhoto(page);
    await page.locator('.papers li a').first().waitFor();
    await press(page, '保存并继续');
    await answerAll(page, '10');
    await press(page, '提交申请');
    await heading(page, '申请已收到');
    const filed = await api.db.case.findFirstOrThrow({ where: { household: { registerNo } } });
    await page.getByText('核实前不付款').waitFor();
    await looksGood();
    await page.emulateMedia({ media: 'print' });
    await page.getByText('本户签收').waitFor();
    await page.emulateMedia({ media: null });

    // A page that is about no household leads home.
    await page.goto(`${api.url}/apply/household`);
    await page.waitForURL(/\/apply\/?$/);
    await page.getByText('委托待核实').waitFor();
    await page.getByRole('link', { name: registerNo }).click();
    await looksGood();
    expect((await officials.decide(filed.caseNo, 'consentConfirmation', 'confirm')).status).toBe(200);
    await page.reload();
    await page.getByText('委托已核实').waitFor();
    await helping.close();
  });

  test('that gets a new home or works on its old one does by its pages all that is asked of it', async () => {
    const phone = { serviceWorkers: 'block', viewport: { width: 360, height: 780 } } as const;
    const households = await ordinaryHouseholds(api.db, 2);
    const contexts = await Promise.all(households.map(() => browser.newContext(phone)));
    const heard = contexts.map(complaintsOf);
    const moving = await signIn(api, contexts[0]!, households[0]!);
    const renovating = await signIn(api, contexts[1]!, households[1]!);
    const [home, works] = await Promise.all([
      homes.filesFor(moving, 'relocation', '家里谁搬迁？', () => moving.locator('fieldset input').first().check()),
      homes.filesFor(renovating, 'renovation', /等级|程度|类别/, async () => {
        await renovating.locator('#quantity').selectOption('4');
      }),
    ]);
    await daysLast(REHEARSAL.daySeconds);
    const siteId = await homes.siteWith(officials, 'A-01', 'A-02');
    await homes.announced(officials, home, works, () => daysLast(10));
    const offered = (plotNo: string) =>
      officials.decide(home, 'agreementOffer', 'offer', { settlement: { way: 'concentrated', siteId, plotNo } });

    await Promise.all([offered('A-01'), officials.taskAt(works, 'worksStart')]);
    await moving.goto(`${api.url}/apply/cases/${home}`);
    await renovating.goto(`${api.url}/apply/cases/${works}`);
    await agreesAndTakesBack(renovating, officials);
    await homes.takesStep(moving, '不接受，另行商定', { photo: false });
    await homes.takesStep(renovating, '申报开工');
    await homes.takesStep(renovating, '申报完工');
    await Promise.all([offered('A-02'), officials.decide(works, 'worksAcceptance', 'pass')]);
    await homes.takesStep(moving, '签订协议');
    expect(await moving.locator('main').textContent()).toContain('A-02');
    await Promise.all([homes.paid(officials, home), homes.paid(officials, works)]);
    await officials.taskAt(home, 'movingIn');
    await homes.takesStep(moving, '申报入住');
    await officials.decide(home, 'movingInInspection', 'pass');
    await homes.takesStep(moving, '申报旧宅处置完毕');
    expect(await homes.stageOf(api, home)).toBe('homesteadInspection');
    const { outcome } = await eventually(
      () => api.db.case.findUniqueOrThrow({ where: { caseNo: works } }),
      ({ running }) => !running,
    );
    expect(outcome).toMatchObject({ kind: 'completed' });
    complaints.push(...heard.flat());
    await Promise.all(contexts.map((each) => each.close()));
  }, 240_000);

  test('meets no complaint of its browser on the way', () => {
    expect(complaints.filter((text) => !/401|ERR_FAILED|ERR_INTERNET_DISCONNECTED/.test(text))).toEqual([]);
  });
});
