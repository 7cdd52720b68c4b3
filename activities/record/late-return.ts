import type { Application, ReturnCommission } from '../../domain/schemas/application.js';
import type { Tx } from '../../prisma/client.js';
import { dossierOf } from './dossier.js';

/**
 * 退汇: opens a closed case again whose money came back after it was credited: a row first, then a workflow started
 * from it. The household puts its account right, and is paid anew: no new application. The caller has locked the case.
 */
export async function reopen(tx: Tx, reference: string): Promise<void> {
  const payment = await tx.payment.update({
    where: { reference },
    // Nothing is told to a case that has ended: what is opened knows it from the start.
    data: { untold: false },
    include: { case: true },
  });
  const { caseNo, case: row } = payment;
  const steps = await tx.caseEvent.aggregate({ where: { caseNo, strand: 'return' }, _max: { seq: true } });
  const orders = await tx.payment.aggregate({ where: { caseNo }, _max: { attempt: true } });
  const { thirdSignatureAboveFen: limit } = row.input as unknown as Application;
  const input: ReturnCommission = {
    ...{ ...(await dossierOf(tx, row)), strand: 'return', reference, amountFen: Number(payment.amountFen) },
    ...{ nextAttempt: 1 + (orders._max.attempt ?? 0), firstSeq: 1 + (steps._max.seq ?? 0) },
    ...(limit !== undefined && { thirdSignatureAboveFen: limit }),
  };
  await tx.paymentReturn.create({ data: { reference, caseNo, input: { ...input } as object } });
  await tx.case.update({
    where: { caseNo },
    data: { running: true, reopenedAt: new Date(), stage: 'accountCorrection' },
  });
}

/**
 * A case that closes as paid while its money has come back already: the bank's word came after the case was told of the
 * credit, and before it ended.
 */
export async function reopenIfItCameBack(tx: Tx, caseNo: string): Promise<void> {
  const last = await tx.payment.findFirst({ where: { caseNo }, orderBy: { attempt: 'desc' } });
  if (last?.state === 'returned') await reopen(tx, last.reference);
}
