import type { Transition } from '../../domain/schemas/transition.js';
import { lowerCommitment, moveCommitment, takenFrom } from '../../prisma/commitments.js';
import type { Tx } from '../../prisma/client.js';
import { logOrder } from '../../prisma/log-order.js';
import { accountToOrder, sealPayee } from '../../prisma/payee.js';
import { blockDoubtfulPayee } from '../../prisma/payee-blocks.js';
import { bookSetOff } from '../../prisma/set-offs.js';
import type { RecordedCase } from './recorded-case.js';
import { enterOnSchedule, reviewOnSchedule } from './schedules.js';

type Of<K extends Transition['kind']> = Extract<Transition, { kind: K }>;

/** A new quantity and amount; what was committed and is no longer needed goes back to the fund. */
export async function setAmount(file: RecordedCase, step: Of<'amountSet'>): Promise<void> {
  const { tx, caseNo } = file;
  const { quantity, amountFen, rentMonths = null } = step;
  await tx.case.update({ where: { caseNo }, data: { quantity, amountFen, rentMonths } });
  await lowerCommitment(tx, caseNo, BigInt(amountFen), causeOf(file, step));
}

/** 占用指标: what was proposed, or decided at once, is final and has its decision number. */
export async function commit(file: RecordedCase, step: Of<'committed' | 'decided'>): Promise<void> {
  const { tx, caseNo } = file;
  await moveCommitment(tx, caseNo, 'committed', causeOf(file, step));
  await tx.case.update({ where: { caseNo }, data: { decisionNo: step.decisionNo } });
}

/**
 * 补贴清册: the order with its payee as of now; its reference is what the bank will see. A doubtful payee is put on
 * hold. 三(五).
 */
export async function order(file: RecordedCase, step: Of<'paymentOrdered'>): Promise<void> {
  const { tx, keyring, caseNo, row, programme } = file;
  const { reference, amountFen, instalment = 1, at } = step;
  const { countyCode } = row;
  const documents = await documentsOf(tx, caseNo, BigInt(amountFen));
  const task = await tx.task.findFirstOrThrow({
    where: { caseNo, stage: 'paymentPreparation', closedById: { not: null } },
    orderBy: { closedAt: 'desc' },
  });
  const made = { preparedById: task.closedById!, preparedAt: new Date(at) };
  const payee = await accountToOrder(tx, row, programme);
  await blockDoubtfulPayee(tx, countyCode, payee);
  const scheduleNo = await enterOnSchedule(file, {
    ...{ reference, amountFen: BigInt(amountFen), accountHash: payee.account.numberHash },
    ...{ madeById: made.preparedById, madeAt: made.preparedAt },
  });
  const payment = await tx.payment.create({
    data: {
      ...{ reference, caseNo, amountFen, instalment, state: 'prepared', scheduleNo, ...made },
      ...(await sealPayee(tx, keyring, row, payee)),
      ...(await follows(tx, caseNo, instalment)),
      ...{ ...documents, remark: programme.remark },
    },
  });
  await logOrder(tx, payment);
}

/** By which documents, and under which account codes, an order is paid; where several bear it, what each of them pays. */
async function documentsOf(tx: Tx, caseNo: string, amountFen: bigint) {
  const held = await tx.commitment.findMany({
    where: { caseNo, state: 'committed' },
    include: { allotment: true },
    orderBy: { part: 'asc' },
  });
  const parts = (takenFrom(held, amountFen) ?? []).flatMap(({ part, fen }, place) => {
    const { documentNo, accountCode } = held[place]!.allotment;
    return fen > 0n ? [{ part, documentNo, accountCode, amountFen: fen }] : [];
  });
  const all = (of: 'documentNo' | 'accountCode') => [...new Set(parts.map((part) => part[of]))].join('、');
  return {
    ...{ documentNo: all('documentNo'), accountCode: all('accountCode') },
    parts: { create: parts.filter(({ part }) => part !== 'whole') },
  };
}

/** 抵扣: booked already, but for records that were restored. */
export async function keepBack(
  { tx, keyring, caseNo }: RecordedCase,
  { reference, claims }: Of<'setOff'>,
): Promise<void> {
  const kept = claims.map((claim) => ({ ...claim, amountFen: BigInt(claim.amountFen) }));
  await bookSetOff(tx, keyring, { caseNo, reference }, kept);
}

/** Which order of the case it is, and the returned one of the same instalment whose place it takes. */
async function follows(tx: Tx, caseNo: string, instalment: number) {
  const { _max } = await tx.payment.aggregate({ where: { caseNo }, _max: { attempt: true } });
  const attempt = 1 + (_max.attempt ?? 0);
  const last = await tx.payment.findFirst({ where: { caseNo, instalment }, orderBy: { attempt: 'desc' } });
  const replaces = last?.state === 'returned' ? last.reference : last?.replaces;
  if (!replaces) return { attempt };
  // An order that was cancelled has taken no other's place after all.
  await tx.payment.updateMany({ where: { replaces, state: 'cancelled' }, data: { replaces: null } });
  await tx.payment.update({ where: { reference: replaces }, data: { state: 'reissued' } });
  return { attempt, replaces };
}

/** 财政复核: the finance office has looked at it on its own; above the limit a third person has signed too. */
export async function checkPayment(file: RecordedCase, { act, at }: Of<'acted'>): Promise<void> {
  if (act.stage !== 'paymentReview') return;
  const { tx } = file;
  const { scheduleNo, restoreId } = await tx.payment.findUniqueOrThrow({ where: { reference: act.subject! } });
  await reviewOnSchedule(file, { scheduleNo, act, at: new Date(at) });
  if (act.verdict !== 'pass') return;
  await tx.payment.update({
    // One that the bank turned out to have after a restore is signed for, and stays where it is.
    where: { reference: act.subject!, ...(restoreId === null && { state: 'prepared' }) },
    data: {
      ...(restoreId === null && { state: 'checked' }),
      ...{ reviewedById: act.by.id, reviewedAt: new Date(at) },
      ...(act.cosigner && { thirdById: act.cosigner.id }),
    },
  });
}

/** What is booked follows from a numbered step: recorded again, it is not booked again. */
const causeOf = ({ caseNo, strand }: RecordedCase, { seq }: Transition) => ({ key: `${caseNo}/${strand}/${seq}` });
