import type { z } from 'zod';
import type { HouseholdChangeReport } from '../../domain/schemas/office.js';
import type { Db } from '../../prisma/client.js';
import type { CaseModel, HouseholdChangeModel as HouseholdChange } from '../../prisma/generated/models.js';
import { uuidFor } from '../../platform/digest.js';
import { found } from '../problem.js';
import { withinArea } from '../queries/visible.js';
import type { OfficialWho } from '../who.js';

interface Reported {
  readonly change: HouseholdChange;
  /** Open cases of the household that are told. */
  readonly open: readonly Pick<CaseModel, 'caseNo' | 'running' | 'reopenedAt'>[];
}

/** 动态管理: a change in a household as a row; the same act again finds it. @throws Refused NOT_FOUND, OUT_OF_AREA */
export async function reportChange(
  db: Db,
  who: OfficialWho,
  actId: string,
  { registerNo, kind, occurredOn }: z.infer<typeof HouseholdChangeReport>,
): Promise<Reported> {
  const household = found(await db.household.findUnique({ where: { registerNo } }));
  withinArea(who, household.villageCode);
  const id = uuidFor(actId, 'change');
  const change = { id, householdId: household.id, kind, occurredOn, reportedBy: who.id };
  await db.householdChange.createMany({ data: change, skipDuplicates: true });
  const open = await db.case.findMany({
    where: { householdId: household.id, running: true },
    select: { caseNo: true, running: true, reopenedAt: true },
    orderBy: { caseNo: 'asc' },
  });
  return { open, change: await db.householdChange.findUniqueOrThrow({ where: { id } }) };
}
