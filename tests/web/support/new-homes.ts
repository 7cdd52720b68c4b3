import type { Page } from 'playwright-core';
import type { Api } from '../../api/support/api.js';
import type { Officials } from '../../api/support/officials.js';
import { addsPaperAndAccount, follow, heading, press, takePhoto } from './phone.js';
import { expectInEveryLook } from './portal.js';

/** Files for a new home, or for works on the old one, by its pages; the number of the case. */
export async function filesFor(page: Page, programme: string, title: RegExp | string, answer: () => Promise<void>) {
  await page.goto(new URL(`/apply/begin/${programme}`, page.url()).href);
  await heading(page, '这是名册上的信息，对吗？');
  await page.getByLabel('我看过了，都对').check();
  await press(page, '保存并继续');
  await heading(page, title);
  await expectInEveryLook(page, `${programme}-measure`);
  await answer();
  await press(page, '保存并继续');
  await heading(page, '在哪里做、怎么做？');
  await press(page, '保存并继续');
  await addsPaperAndAccount(page);
  await expectInEveryLook(page, `${programme}-check`);
  await press(page, '提交申请');
  await heading(page, '申请已收到');
  return /cases\/([^/]+)/.exec(page.url())![1]!;
}

/** Does what its case asks of it, by the page of the step. */
export async function takesStep(page: Page, name: string, { photo = true } = {}): Promise<void> {
  await page.reload();
  await follow(page, name);
  const send = page.getByRole('button', { name, exact: true });
  await send.waitFor();
  await expectInEveryLook(page, name);
  if (photo) {
    await takePhoto(page);
    await page.getByText('已上传1份').waitFor();
  }
  await send.click();
  await page.getByText(/现在由.*办理|请您办理/).waitFor();
}

/** A site of the township with a plot for each of these numbers. */
export async function siteWith(officials: Officials, ...nos: readonly string[]): Promise<string> {
  const planner = await officials.as('yl-checker-2');
  const plots = nos.map((no) => ({ no, kind: 'plot', squareMetres: 160 }));
  const site = { name: '东演安置点', area: '339901100', capacity: 20, plots };
  return (await planner.post('/api/resettlement-sites', site)).body.id as string;
}

/** Both are checked, approved and announced, side by side; `posted`: done between the posting and the taking down. */
export async function announced(
  officials: Officials,
  moving: string,
  renovating: string,
  posted: () => Promise<unknown>,
): Promise<void> {
  const approved = async () => {
    await officials.decide(moving, 'initialCheck', 'pass');
    await officials.decide(moving, 'townshipVerification', 'pass');
    await officials.decide(moving, 'projectApproval', 'pass');
    await officials.decide(moving, 'noticePosting', 'posted');
  };
  const appraised = async () => {
    await officials.decide(renovating, 'initialCheck', 'pass');
    await officials.decide(renovating, 'houseAppraisal', 'pass', { quantity: 4 });
    await officials.decide(renovating, 'townshipVerification', 'pass');
    await officials.decide(renovating, 'housingApproval', 'pass');
    await officials.decide(renovating, 'noticePosting', 'posted');
  };
  await Promise.all([approved(), appraised()]);
  await posted();
  await Promise.all([moving, renovating].map((each) => officials.decide(each, 'publicNotice', 'takenDown')));
}

/** An instalment, or all of it, is ordered and reviewed. */
export async function paid(officials: Officials, caseNo: string): Promise<void> {
  await officials.decide(caseNo, 'paymentPreparation', 'prepare');
  await officials.decide(caseNo, 'paymentReview', 'pass');
}

export const stageOf = async ({ db }: Api, caseNo: string): Promise<string> =>
  (await db.case.findUniqueOrThrow({ where: { caseNo } })).stage;
