import { shanghaiDate } from '../../../domain/rules/working-days.js';
import type { Db } from '../../../prisma/client.js';
import type { ApiAlone } from '../../api/support/api.js';
import { official } from '../../api/support/people.js';

const HOUR_MS = 3_600_000;

/** Somebody has claimed the open task of a case, and is late; approval was done yesterday, in two hours. */
export async function lateFor(db: Db, caseNo: string, claimedById: string): Promise<void> {
  const now = Date.now();
  await db.task.updateMany({ where: { caseNo }, data: { claimedById, dueAt: new Date(now - HOUR_MS) } });
  const { strand, areaCode } = await db.task.findFirstOrThrow({ where: { caseNo } });
  const [openedAt, closedAt] = [new Date(now - 26 * HOUR_MS), new Date(now - 24 * HOUR_MS)];
  const done = { openedAt, closedAt, dueAt: new Date(now), closedById: 'yl-approver-1' };
  await db.task.create({
    data: { caseNo, strand, areaCode, stage: 'projectApproval', role: 'countyApprover', ...done },
  });
}

/** An official has named who stands in for him today, and tomorrow: it may be midnight meanwhile. */
export async function stoodInFor(api: ApiAlone, absent: string, substituteId: string): Promise<void> {
  const visitor = await official(api, absent);
  const now = Date.now();
  const days = { fromDay: shanghaiDate(now), untilDay: shanghaiDate(now + 24 * HOUR_MS) };
  const said = { substituteId, ...days, words: '培训' };
  const { status } = await visitor.post('/api/substitutions', said);
  if (status !== 201) throw new Error(`Naming a substitute was answered with ${status}.`);
}
