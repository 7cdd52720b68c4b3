import { countyOf } from '../../../domain/rules/county-of.js';
import { NOT_SENT } from '../../../domain/rules/payment-states.js';
import type { Stage } from '../../../domain/rules/stages.js';
import { stopCases } from '../../../prisma/holds.js';
import type { Ground } from '../ground.js';
import type { AskedBatch } from './candidates.js';

/** The hold of a case that may have been paid. */
export const RESTORED_HOLD = {
  reasonCode: 'RESTORED',
  note: '数据恢复：银行已收到记录中没有的批次，核实前暂停支付（系统自动）',
} as const;

/** Where a case may have been whose order is lost altogether. */
const NEAR_PAYMENT: readonly Stage[] = [
  'noticePosting',
  'publicNotice',
  'objectionHearing',
  'projectWork',
  'acceptanceInspection',
  'paymentPreparation',
  'accountCorrection',
];

/**
 * A batch whose file the bank has, or may have. Where the records have its orders, they have left with it; true then. A
 * batch that the records know nothing of is put on record, so that its number is not given again.
 */
export async function putOnRecord({ db }: Ground, { batchNo: no, word }: AskedBatch): Promise<boolean> {
  const now = new Date();
  const row = await db.paymentBatch.findUnique({ where: { no } });
  if (row?.state === 'filled' && word === 'taken') {
    await db.$transaction([
      db.payment.updateMany({ where: { batchNo: no, state: 'batched' }, data: { state: 'sent', sentAt: now } }),
      db.paymentBatch.update({ where: { no }, data: { state: 'taken', sentAt: now, takenAt: now } }),
    ]);
    return true;
  }
  const data = { state: 'settled', sentAt: now, takenAt: word === 'taken' ? now : null, endedAt: now } as const;
  await db.payment.updateMany({ where: { batchNo: no, state: 'batched' }, data: { state: 'checked', batchNo: null } });
  const created = { ...data, no, countyCode: countyOf(no), startedAt: now };
  await db.paymentBatch.upsert({ where: { no }, update: data, create: created });
  return false;
}

/** Whatever may have left in a batch that is lost does not leave again before somebody has looked. Answers the cases. */
export async function holdWhatMayHaveLeft(
  { db }: Ground,
  countyCode: string,
  engineKnowsIt: boolean,
): Promise<string[]> {
  const rows = await db.case.findMany({
    where: {
      ...{ countyCode, running: true },
      OR: [
        { payments: { some: { state: { in: [...NOT_SENT] } } } },
        ...(engineKnowsIt ? [] : [{ stage: { in: [...NEAR_PAYMENT] } }]),
      ],
    },
    select: { caseNo: true },
    orderBy: { caseNo: 'asc' },
  });
  for (const { caseNo } of rows) await db.$transaction((tx) => stopCases(tx, [caseNo], RESTORED_HOLD));
  return rows.map(({ caseNo }) => caseNo);
}
