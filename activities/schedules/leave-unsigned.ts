import type { ErrorCode } from '../../domain/errors.js';
import type { PayeeScheduleModel as Schedule } from '../../prisma/generated/models.js';
import { UNREVIEWED } from '../../prisma/schedules.js';
import type { Swept } from '../sweeps/sweep.js';

/**
 * A schedule as nobody signed for it. Its cases are not asked, have that on their lines, and may be on the next. A review
 * is given again where there are orders to review; where there never were any, the schedule is none.
 */
export async function leaveUnsigned({ db, log }: Swept, { no, state, digest }: Schedule): Promise<void> {
  log?.warn({ scheduleNo: no, state }, 'nobody signed for the payee schedule as it is: nothing of it is carried');
  const refused = { state: 'refused', refusalCode: 'UNSIGNED' satisfies ErrorCode } as const;
  const ofState = (line: 'asked' | 'decided') => ({ scheduleNo: no, state: line });
  if (state === 'making') {
    await db.payeeScheduleLine.updateMany({ where: ofState('asked'), data: refused });
    return;
  }
  const isMade = digest !== null;
  await db.$transaction(async (tx) => {
    const data = isMade ? ({ state: 'ordered' } as const) : refused;
    await tx.payeeSchedule.updateMany({
      where: { no, state: 'reviewing' },
      data: { ...UNREVIEWED, state: isMade ? 'made' : 'cancelled' },
    });
    await tx.payeeScheduleLine.updateMany({ where: ofState('decided'), data });
  });
}
