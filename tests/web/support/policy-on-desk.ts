import type { Page } from 'playwright-core';
import type { CountyPolicy } from '../../../domain/schemas/county-policy.js';
import type { Db } from '../../../prisma/client.js';
import { press } from './phone.js';
import { expectForEverybody, picture } from './portal.js';

const NEWEST = { where: { countyCode: '339901' }, orderBy: { version: 'desc' } } as const;

/** Takes away the last visit of the policy in force, and writes another. */
export async function changesVisits(db: Db, page: Page): Promise<readonly [drafted: object, meant: object]> {
  await page.locator('summary', { hasText: '提出新版本' }).click();
  await page.getByRole('region', { name: '支付', exact: true }).getByLabel('会签限额（元）').waitFor();
  await page.getByRole('region', { name: '支付', exact: true }).getByLabel('抵扣上限（%）').waitFor();
  const visits = page.getByRole('region', { name: '住房', exact: true }).getByRole('group', { name: '后续走访' });
  await visits.getByRole('button', { name: '删去第3行' }).click();
  await visits.getByRole('button', { name: '加一行' }).click();
  await visits.getByRole('group', { name: '第3行' }).getByLabel('自然日').fill('400');
  await page.getByLabel('生效日期').fill('2099-01-01');
  for (const language of ['English', '中文']) {
    await press(page, language);
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      await expectForEverybody(page);
      await picture(page, `policy-${language}-${width}`);
    }
  }
  await press(page, '提出新版本');
  await page.getByText('版草案已提出').waitFor();
  const visitsBy = ({ body }: { body: unknown }) => (body as CountyPolicy).housing.followUpVisits;
  const kept = visitsBy(await db.countyPolicy.findFirstOrThrow(NEWEST)).slice(0, 2);
  const draft = await db.policyDraft.findFirstOrThrow({ where: { decidedAt: null } });
  await page.close();
  return [visitsBy(draft), [...kept, { calendarDays: 400 }]];
}
