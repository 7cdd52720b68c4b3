import type { Transition } from '../../domain/schemas/transition.js';
import { lowerCommitment, moveCommitment } from '../../prisma/commitments.js';
import { snapshotPayee } from '../../prisma/payee.js';
import type { RecordedCase } from './recorded-case.js';

type Of<K extends Transition['kind']> = Extract<Transition, { kind: K }>;

/** A new quantity and amount; what was committed and is no longer needed goes back to the fund. */
export async function setAmount(file: RecordedCase, step: Of<'amountSet'>): Promise<void> {
  const { tx, caseNo } = file;
  const { quantity, amountFen } = step;
  await tx.case.update({ where: { caseNo }, data: { quantity, amountFen } });
  await lowerCommitment(tx, caseNo, BigInt(amountFen), causeOf(file, step));
}

/** 占用指标: the proposal is final and has its decision number. */
export async function commit(file: RecordedCase, step: Of<'committed'>): Promise<void> {
  const { tx, caseNo } = file;
  await moveCommitment(tx, caseNo, 'committed', causeOf(file, step));
  await tx.case.update({ where: { caseNo }, data: { decisionNo: step.decisionNo } });
}

/** 补贴清册: the order with its payee as of now; its reference is what the bank will see. */
export async function order(file: RecordedCase, step: Of<'paymentOrdered'>): Promise<void> {
  const { tx, keyring, caseNo, row, programme } = file;
  const { reference, amountFen, at } = step;
  const { allotment } = await tx.commitment.findUniqueOrThrow({ where: { caseNo }, include: { allotment: true } });
  const task = await tx.task.findFirstOrThrow({
    where: { caseNo, stage: 'paymentPreparation', closedById: { not: null } },
    orderBy: { closedAt: 'desc' },
  });
  await tx.payment.create({
    data: {
      ...{ reference, caseNo, amountFen, state: 'prepared', preparedById: task.closedById!, preparedAt: new Date(at) },
      ...(await snapshotPayee(tx, keyring, row.householdId)),
      ...{ attempt: 1 + (await tx.payment.count({ where: { caseNo } })), remark: programme.remark },
      ...{ documentNo: allotment.documentNo, accountCode: allotment.accountCode },
    },
  });
}

/** 财政复核: the finance office has looked at it on its own. */
export async function checkPayment({ tx }: RecordedCase, { act, at }: Of<'acted'>): Promise<void> {
  if (act.stage !== 'paymentReview' || act.verdict !== 'pass') return;
  await tx.payment.update({
    where: { reference: act.subject!, state: 'prepared' },
    data: { state: 'checked', reviewedById: act.by.id, reviewedAt: new Date(at) },
  });
}

export async function cancelPayment({ tx }: RecordedCase, { reference }: Of<'paymentCancelled'>): Promise<void> {
  await tx.payment.update({ where: { reference, state: 'prepared' }, data: { state: 'cancelled' } });
}

export async function settlePayment(file: RecordedCase, step: Of<'paymentSettled'>): Promise<void> {
  const { tx, caseNo } = file;
  const { reference, result, reasonCode, at } = step;
  const { amountFen } = await tx.payment.update({
    where: { reference },
    data: { state: result, settledAt: new Date(at), returnedReason: reasonCode ?? null },
  });
  if (result !== 'credited') return;
  // Spent is what the bank credited; what the case held beyond it is free again.
  await lowerCommitment(tx, caseNo, amountFen, causeOf(file, step));
  await moveCommitment(tx, caseNo, 'spent', { ...causeOf(file, step), reference });
}

/** A case that ends without its money gives back what it had set aside. */
export async function release(file: RecordedCase, step: Of<'closed'>): Promise<void> {
  const { tx, caseNo, strand } = file;
  if (strand === 'case') await moveCommitment(tx, caseNo, 'released', causeOf(file, step));
}

/** What is booked follows from a numbered step: recorded again, it is not booked again. */
const causeOf = ({ caseNo, strand }: RecordedCase, { seq }: Transition) => ({ key: `${caseNo}/${strand}/${seq}` });
