import type { Application, ReturnCommission } from '../../domain/schemas/application.js';
import type { Outcome } from '../../domain/schemas/outcome.js';
import type { Tx } from '../../prisma/client.js';
import { release } from '../../prisma/commitments.js';
import { cameBackFen } from '../../prisma/ledger/late-money.js';
import { paidFen } from '../../prisma/recoveries.js';
import { dossierOf } from './dossier.js';

/**
 * 退汇: opens a closed case again whose money came back after it was credited: a row first, then a workflow started
 * from it. The household puts its account right, and is paid anew what came back: no new application. The caller has
 * locked the case.
 */
export async function reopen(tx: Tx, reference: string): Promise<void> {
  const payment = await tx.payment.update({
    where: { reference },
    // Nothing is told to a case that has ended: what is opened knows it from the start.
    data: { untold: false },
    include: { case: true },
  });
  const amountFen = await cameBackFen(tx, reference);
  const { caseNo, case: row, instalment } = payment;
  if (amountFen === 0n) return;
  // What nobody confirmed was to come back: it is not paid anew, and nothing is kept for it.
  if ((row.outcome as Outcome | null)?.kind === 'notConfirmed')
    return await release(tx, caseNo, { key: `${reference}/not-anew` });
  const steps = await tx.caseEvent.aggregate({ where: { caseNo, strand: 'return' }, _max: { seq: true } });
  const orders = await tx.payment.aggregate({ where: { caseNo }, _max: { attempt: true, instalment: true } });
  const besidesFen = await paidFen(tx, caseNo);
  const { thirdSignatureAboveFen: limit } = row.input as unknown as Application;
  const input: ReturnCommission = {
    ...{ ...(await dossierOf(tx, row)), strand: 'return', reference, amountFen: Number(amountFen) },
    ...{ nextAttempt: 1 + (orders._max.attempt ?? 0), firstSeq: 1 + (steps._max.seq ?? 0) },
    ...((orders._max.instalment ?? 1) > 1 && { instalment }),
    ...(limit !== undefined && { thirdSignatureAboveFen: limit }),
    ...(besidesFen > 0n && { paidFen: Number(besidesFen) }),
  };
  await tx.paymentReturn.create({ data: { reference, caseNo, input: { ...input } as object } });
  await tx.case.update({
    where: { caseNo },
    data: { running: true, reopenedAt: new Date(), stage: 'accountCorrection' },
  });
}

/** An order whose money came back after it was credited, and what of it did, fen. */
interface Owed {
  readonly reference: string;
  readonly amountFen: bigint;
}

/** Orders of a case that came back after they were credited and were not taken up yet, the first of them first. */
export async function owedAgain(tx: Tx, caseNo: string): Promise<Owed[]> {
  const where = { caseNo, state: 'returned', ledger: { some: { kind: 'returned' } } } as const;
  const orders = await tx.payment.findMany({ where, orderBy: { attempt: 'asc' } });
  if (orders.length === 0) return [];
  const takenUp = await tx.paymentReturn.findMany({ where: { caseNo } });
  const open = orders.filter(({ reference }) => !takenUp.some((one) => one.reference === reference));
  return await Promise.all(
    open.map(async ({ reference }) => ({ reference, amountFen: await cameBackFen(tx, reference) })),
  );
}

/**
 * A case that closes while its money has come back already: the bank's word came after the case was told of the credit,
 * and before it ended. One return after the other: the next when the case closes again. Answers whether there is one.
 */
export async function reopenIfItCameBack(tx: Tx, caseNo: string): Promise<boolean> {
  const [first] = await owedAgain(tx, caseNo);
  if (first) await reopen(tx, first.reference);
  return first !== undefined;
}
