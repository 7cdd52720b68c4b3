import type { ReturnCommission } from '../../domain/schemas/application.js';
import { tellOrders } from '../batches/tell-orders.js';
import type { Sweep } from './sweep.js';

/** Results that no running batch tells: of one that has ended or was given up, and of orders that never left the house. */
export const tellLateResults: Sweep = async (swept) => {
  await tellOrders(swept, {
    OR: [{ state: 'cancelled' }, { batchNo: null }, { batch: { state: { in: ['settled', 'givenUp', 'empty'] } } }],
  });
  return 0;
};

/** 退汇: cases whose money came back after it was credited are opened again, one return after the other. */
export const startReturns: Sweep = async ({ db, cases }, limit) => {
  const rows = await db.paymentReturn.findMany({
    where: { startedAt: null },
    orderBy: { returnedAt: 'asc' },
    take: limit,
  });
  for (const { reference, caseNo, input } of rows) {
    const commission = input as unknown as ReturnCommission;
    const began = await db.caseEvent.count({ where: { caseNo, strand: 'return', seq: { gte: commission.firstSeq } } });
    if (began === 0 && !(await cases.startReturn(commission))) continue;
    await db.paymentReturn.update({ where: { reference }, data: { startedAt: new Date() } });
  }
  return rows.length;
};
