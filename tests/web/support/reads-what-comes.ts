import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { Officials } from '../../api/support/officials.js';
import { expectInEveryLook } from './portal.js';

/** Ten boxes of bees, checked, verified and approved. */
export async function isApproved(officials: Officials, caseNo: string): Promise<void> {
  await officials.decide(caseNo, 'initialCheck', 'pass');
  await officials.decide(caseNo, 'townshipVerification', 'pass', { quantity: 10 });
  await officials.decide(caseNo, 'projectApproval', 'pass');
}

/** At its public notice: until when that runs, the steps behind it, and of the past nothing of the office's books. */
export async function readsWhatComes(
  page: Page,
  officials: Officials,
  { url, caseNo }: { readonly url: string; readonly caseNo: string },
): Promise<void> {
  await officials.taskAt(caseNo, 'publicNotice');
  await page.goto(`${url}/apply/cases/${caseNo}`);
  await page.getByText(/公示.*揭榜/).waitFor();
  await page.getByRole('heading', { name: '接下来' }).waitFor();
  expect((await page.locator('.way li').allTextContents())[0]).toMatch(/项目实施.*申请人/);
  const past = (await page.locator('.timeline').textContent())!;
  expect(past).toContain('立项审批：通过');
  expect(past).not.toMatch(/进入环节|预占|文号/);
  await expectInEveryLook(page, 'what-comes');
}
