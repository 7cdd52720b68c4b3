import path from 'node:path';
import type { Browser } from 'playwright-core';
import { openGround } from '../cli/faults/ground.js';
import { CaseWalk } from '../cli/rehearsal/case-walk.js';
import { newcomers } from '../cli/rehearsal/newcomers.js';
import { approves, passesCheck, verifies } from '../cli/rehearsal/steps/county.js';
import { posts } from '../cli/rehearsal/steps/notice.js';
import { Town } from '../cli/rehearsal/town.js';
import { REHEARSAL } from '../prisma/seed/counties.js';
import { rehearsalPhone } from '../prisma/seed/logins.js';
import { DEMONSTRATION_PASSWORD, helperOf } from '../prisma/seed/officials.js';
import { openBrowser } from './browser.js';
import { Camera, DESK, goTo, opened } from './pictures/camera.js';
import { helperBegins, householdFiles } from './pictures/household.js';

/*
 * Pictures of the main pages, for the README, from a demonstration of its own: its people are invented.
 *
 *   npm run pictures
 */
const FOLDER = path.resolve('docs/pictures');
const MOST_MS = 900_000;

const ground = await openGround();
const browser = await openBrowser();
try {
  await picture(browser, ground.url);
} finally {
  await browser.close();
  await ground.close(false);
}

async function picture(on: Browser, url: string): Promise<void> {
  const camera = new Camera(FOLDER);
  const town = new Town(url);
  const filed = await householdFiles(on, camera, town, url, rehearsalPhone(1));
  const walk = await followed(town, filed.caseNo);
  await passesCheck(walk);
  await verifies(walk);
  await officialDecides(on, camera, url, filed.caseNo);
  await approves(walk);
  await posts(walk);
  await goTo(filed.page, `${url}/apply/cases/${filed.caseNo}`);
  await camera.take(filed.page, 'apply-case');
  const { village } = (await walk.look()).area;
  await helperBegins(on, camera, town, url, helperOf(REHEARSAL, village.code).phone);
  await camera.take(await opened(on, DESK, `${url}/`), 'landing');
  await camera.take(await opened(on, DESK, `${url}/notices/${filed.caseNo}-N1`), 'notice');
  await camera.take(await opened(on, DESK, `${url}/programmes/relocation/form`), 'paper-form');
}

/** The officials' way with a case that a household has filed on its page. */
async function followed(town: Town, caseNo: string): Promise<CaseWalk> {
  const [newcomer] = newcomers(
    [{ id: 'picture', zh: '', en: '', share: 1, way: [], ends: { outcome: 'completed' } }],
    '',
  );
  const signal = AbortSignal.timeout(MOST_MS);
  const applicant = await town.household(rehearsalPhone(1), signal);
  const { applicationId, area } = await applicant.call('getCase', { params: { caseNo } });
  const register = { ...newcomer!.register, villageCode: area.village.code };
  const walk = new CaseWalk({ ...newcomer!, register }, town, signal);
  return Object.assign(walk, { applicant, applicationId, caseNo });
}

/** The inbox of an approver, and the case that waits in it. */
async function officialDecides(on: Browser, camera: Camera, url: string, caseNo: string): Promise<void> {
  const page = await opened(on, DESK, `${url}/office`);
  await page.getByLabel('账号').fill(`${REHEARSAL.loginPrefix}-approver-1`);
  await page.getByLabel('密码').fill(DEMONSTRATION_PASSWORD);
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('link', { name: caseNo }).first().waitFor();
  await camera.take(page, 'office-inbox');
  await page.getByRole('link', { name: caseNo }).first().click();
  await page.getByRole('radio', { name: '通过', exact: true }).check();
  await camera.take(page, 'office-task');
}
