import { WorkflowNotFoundError } from '@temporalio/client';
import type { Strand } from '../../domain/schemas/application.js';
import type { PaymentState } from '../../domain/rules/payment-states.js';
import { inParallel } from '../../platform/in-parallel.js';
import type { Prisma, Tx } from '../../prisma/client.js';
import type { PaymentModel as Payment } from '../../prisma/generated/models.js';
import type { PaymentResult } from '../../workflows/messages.js';
import type { World } from '../world.js';

/** How many orders are looked up, and marked as told, together; and how many cases are told at once. */
const PAGE = 100;
const AT_ONCE = 20;

/** What a case is told of an order in a state that is an end. */
const RESULTS: { readonly [S in PaymentState]?: PaymentResult['result'] } = {
  credited: 'credited',
  recovered: 'credited',
  returned: 'returned',
  reissued: 'returned',
  cancelled: 'cancelled',
};

type Untold = Payment & { case: { running: boolean } };

/**
 * Tells the cases of some orders what became of these, page by page; `told` hears how far it came. What was told twice
 * counts once there. A case that the engine does not know stays untold.
 */
export async function tellOrders(
  { db, cases }: Pick<World, 'db' | 'cases'>,
  which: Prisma.PaymentWhereInput,
  told: (reference: string) => void = () => undefined,
): Promise<void> {
  for (let after = ''; ;) {
    const page: Untold[] = await db.payment.findMany({
      where: { AND: [which, { untold: true, reference: { gt: after } }] },
      include: { case: { select: { running: true } } },
      orderBy: { reference: 'asc' },
      take: PAGE,
    });
    const last = page.at(-1);
    if (!last) return;
    const strands = await strandsOf(db, page);
    const heard: Untold[] = [];
    const [failure] = await inParallel(page, AT_ONCE, async (order) => {
      if (await tell(cases, order, strands(order))) heard.push(order);
    });
    await markTold(db, heard);
    if (failure) throw failure;
    after = last.reference;
    told(after);
  }
}

/** Whether the case heard it, or has nothing more to hear. */
async function tell(cases: World['cases'], order: Untold, strand: Strand): Promise<boolean> {
  const { reference, caseNo, state, returnedReason } = order;
  const result = RESULTS[state];
  if (!result) return false;
  if (!order.case.running) return true;
  const reason = result === 'credited' || returnedReason === null ? {} : { reasonCode: returnedReason };
  try {
    await cases.tellPayment(caseNo, strand, { reference, result, ...reason });
    return true;
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  }
}

/** Orders made since a case was opened again belong to what was opened. */
async function strandsOf(tx: Tx, orders: readonly Untold[]): Promise<(order: Payment) => Strand> {
  const returns = await tx.paymentReturn.findMany({ where: { caseNo: { in: orders.map(({ caseNo }) => caseNo) } } });
  const opened = returns.map(({ caseNo, input }) => ({ caseNo, from: (input as { nextAttempt: number }).nextAttempt }));
  return ({ caseNo, attempt }) =>
    opened.some((reopened) => reopened.caseNo === caseNo && attempt >= reopened.from) ? 'return' : 'case';
}

/** An order that went on meanwhile has something new to tell. */
async function markTold(tx: Tx, orders: readonly Payment[]): Promise<void> {
  const told = orders.map(({ reference, state }) => ({ reference, state }));
  await tx.payment.updateMany({ where: { OR: told }, data: { untold: false } });
}
