import { isOnItsWay } from '../../domain/rules/bank-words.js';
import { NOT_SENT, type PaymentState } from '../../domain/rules/payment-states.js';
import type { ComparedLine } from '../../domain/rules/reconciliation.js';
import { DISCREPANCY_HOLD } from '../../domain/texts/discrepancies.js';
import type { Tx } from '../../prisma/client.js';
import { type Found, raise, settleItself } from '../../prisma/discrepancies.js';
import type { PaymentModel as Payment } from '../../prisma/generated/models.js';
import { stopCases } from '../../prisma/holds.js';
import { statementCauses } from '../../prisma/unsettled.js';

/** A compared line, and the discrepancy that it is. */
export interface JudgedLine extends ComparedLine {
  /** Null where it fits. */
  readonly cause: string | null;
}

interface Misfits {
  readonly date: string;
  readonly countyCode: string;
  readonly lines: readonly JudgedLine[];
  /** The last of the day's statements. */
  readonly fileId: string | null;
  /** Whether the bank has had its time to report what its statement has. */
  readonly isDue: boolean;
}

/** Every line with what it is known by as a discrepancy: the same in whatever statement it is found again. */
export function judge(date: string, countyCode: string, lines: readonly ComparedLine[]): JudgedLine[] {
  const times = new Map<string, number>();
  return lines.map((line) => {
    if (line.fit === 'matched') return { ...line, cause: null };
    const { fit, reference, says, ourFen, bankFen } = line;
    const what = `${statementCauses(date, countyCode)}${fit}/${reference}/${says}/${ourFen ?? ''}-${bankFen ?? ''}`;
    const nth = 1 + (times.get(what) ?? 0);
    times.set(what, nth);
    return { ...line, cause: `${what}/${nth}` };
  });
}

/**
 * Raises what does not fit, and settles what does meanwhile. A statement is no result: an order that is on its way and
 * on the statement is not posted by it. Its result is waited for until the day after; then it is a discrepancy.
 */
export async function raiseMisfits(tx: Tx, { date, countyCode, lines, fileId, isDue }: Misfits): Promise<void> {
  const misfits = lines.flatMap((line) => (line.cause === null ? [] : { ...line, cause: line.cause }));
  await settleOthers(tx, statementCauses(date, countyCode), new Set(misfits.map(({ cause }) => cause)));
  if (misfits.length === 0) return;
  const orders = await ordersOf(tx, misfits);
  const raised = misfits.filter(({ fit, reference }) => {
    const isAwaited = fit === 'missingHere' && isOnItsWay(orders.get(reference)?.state ?? 'credited');
    return isDue || !isAwaited;
  });
  const causes = raised.map(({ cause }) => cause);
  const known = await tx.discrepancy.findMany({ where: { cause: { in: causes } }, select: { cause: true } });
  const before = new Set(known.map(({ cause }) => cause));
  const news = raised.filter(({ cause }) => !before.has(cause));
  await raise(
    tx,
    ...news.map(({ fit, cause, reference, ourFen, bankFen }): Found => ({
      ...{ kind: fit as Found['kind'], cause, countyCode, reference, fileId },
      ...{ batchNo: orders.get(reference)?.batchNo ?? null, ourFen: fen(ourFen), bankFen: fen(bankFen) },
    })),
  );
  const doubtful = news.filter(({ fit, says }) => fit === 'missingHere' && says === 'credited');
  const mayLeave = doubtful
    .flatMap(({ reference }) => orders.get(reference) ?? [])
    .filter(({ state }) => MAY_LEAVE.includes(state));
  await stopCases(
    tx,
    mayLeave.map(({ caseNo }) => caseNo),
    DISCREPANCY_HOLD,
  );
}

const fen = (amount: number | null): bigint | null => (amount === null ? null : BigInt(amount));

async function settleOthers(tx: Tx, prefix: string, found: ReadonlySet<string>): Promise<void> {
  const open = await tx.discrepancy.findMany({ where: { cause: { startsWith: prefix }, settledAt: null } });
  const gone = open.map(({ cause }) => cause).filter((cause) => !found.has(cause));
  if (gone.length > 0) await settleItself(tx, gone, 'STATEMENT_AGREES');
}

async function ordersOf(tx: Tx, lines: readonly ComparedLine[]): Promise<Map<string, Payment>> {
  const references = [...new Set(lines.map(({ reference }) => reference))];
  const orders = await tx.payment.findMany({ where: { reference: { in: references } } });
  return new Map(orders.map((order) => [order.reference, order]));
}

/** Orders that the bank may have paid and that we may still pay: nothing more of their cases leaves. */
const MAY_LEAVE: readonly PaymentState[] = [...NOT_SENT, 'cancelled', 'returned', 'reissued'];
