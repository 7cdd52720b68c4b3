import type { BatchDetail, BatchQuery, BatchView } from '../../domain/schemas/payment-batch.js';
import { BANK_FILE_KINDS, BATCH_STATES } from '../../domain/texts/bank.js';
import { PAYMENT_STATE_NAMES } from '../../domain/rules/payment-states.js';
import { PAYMENT_STATE_TEXTS } from '../../domain/texts/money.js';
import type { Tx } from '../../prisma/client.js';
import type { PaymentBatchModel as Batch } from '../../prisma/generated/models.js';
import { isBatchHeld } from '../../prisma/holds.js';
import { found } from '../problem.js';
import type { OfficialWho } from '../who.js';
import { coded } from './coded.js';
import { countyNames } from './county-names.js';
import { fenShown } from './fen-shown.js';
import { behind } from './newest-first.js';
import { officialsBy } from './officials.js';
import { type Page, pageOf, positionOf } from './page.js';
import { bankFileView } from './payment-way.js';
import { withinArea } from './visible.js';

/** The payment batches of an official's area, the newest first. */
export async function batchPage(
  tx: Tx,
  who: OfficialWho,
  { cursor, limit, county, state }: BatchQuery,
): Promise<Page<BatchView>> {
  const rows = await tx.paymentBatch.findMany({
    where: {
      AND: [{ countyCode: { startsWith: who.areaCode } }, behind(positionOf(cursor), 'createdAt', 'no')],
      ...(county !== undefined && { countyCode: county }),
      ...(state !== undefined && { state }),
    },
    orderBy: [{ createdAt: 'desc' }, { no: 'desc' }],
    take: limit + 1,
  });
  return pageOf(rows, limit, ({ createdAt, no }) => ({ at: createdAt, id: no }), await batchViews(tx, rows));
}

/** A batch with the states of its orders and its files. @throws Refused NOT_FOUND, OUT_OF_AREA */
export async function batchDetail(tx: Tx, who: OfficialWho, no: string): Promise<BatchDetail> {
  const row = found(await tx.paymentBatch.findUnique({ where: { no } }));
  withinArea(who, row.countyCode);
  const files = await tx.bankFile.findMany({
    where: { batchNo: no },
    select: { kind: true, name: true, sha256: true, lines: true, sumFen: true, at: true },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  });
  return {
    ...(await batchViews(tx, [row]))(row),
    ...{ onHold: await isBatchHeld(tx, no), counts: await countsOf(tx, no) },
    files: files.map(({ kind, ...file }) => ({ kind: coded(BANK_FILE_KINDS, kind), ...bankFileView(file) })),
  };
}

async function countsOf(tx: Tx, batchNo: string): Promise<BatchDetail['counts']> {
  const grouped = await tx.payment.groupBy({
    by: ['state'],
    where: { batchNo },
    ...{ _count: true, _sum: { amountFen: true } },
  });
  const ordered = PAYMENT_STATE_NAMES.flatMap((name) => grouped.filter(({ state }) => state === name));
  return ordered.map(({ state, _count: orders, _sum }) => ({
    ...{ state: coded(PAYMENT_STATE_TEXTS, state), orders, sumFen: Number(_sum.amountFen) },
  }));
}

async function batchViews(tx: Tx, rows: readonly Batch[]): Promise<(row: Batch) => BatchView> {
  const county = await countyNames(
    tx,
    rows.map(({ countyCode }) => countyCode),
  );
  const person = await officialsBy(
    tx,
    rows.map(({ createdById }) => createdById),
  );
  return ({ no, countyCode, state, orders, sumFen, createdById, createdAt, sentAt, takenAt, endedAt }) => ({
    ...{ no, county: county(countyCode), state: coded(BATCH_STATES, state), orders },
    sumFen: fenShown(sumFen),
    createdBy: createdById === null ? null : person(createdById),
    createdAt: createdAt.toISOString(),
    sentAt: sentAt?.toISOString() ?? null,
    takenAt: takenAt?.toISOString() ?? null,
    endedAt: endedAt?.toISOString() ?? null,
  });
}
