import type { z } from 'zod';
import type { HouseholdChangeReport } from '../../domain/schemas/office.js';
import type { Db } from '../../prisma/client.js';
import type { HouseholdChangeModel as HouseholdChange } from '../../prisma/generated/models.js';
import { openStrandsOf } from '../../prisma/open-strands.js';
import { uuidFor } from '../../platform/digest.js';
import { found } from '../problem.js';
import { withinArea } from '../queries/visible.js';
import type { OfficialWho } from '../who.js';

interface Reported {
  readonly change: HouseholdChange;
  /** What of the household is open and is told. */
  readonly open: Awaited<ReturnType<typeof openStrandsOf>>;
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
  const open = await openStrandsOf(db, household.id, kind);
  return { open, change: await db.householdChange.findUniqueOrThrow({ where: { id } }) };
}
