import type { z } from 'zod';
import type { PaymentView } from '../../domain/schemas/payment-view.js';
import type { PaymentQuery } from '../../domain/schemas/office.js';
import { PAYMENT_STATE_TEXTS, returnReason } from '../../domain/texts/money.js';
import type { Tx } from '../../prisma/client.js';
import type { PaymentModel as Payment } from '../../prisma/generated/models.js';
import type { OfficialWho } from '../who.js';
import { coded } from './coded.js';
import { behind } from './newest-first.js';
import { type Page, pageOf, positionOf } from './page.js';

/** A payment without its payee. */
export function paymentView(payment: Payment): PaymentView {
  const { reference, caseNo, attempt, bankName, remark, documentNo, accountCode, returnedReason } = payment;
  return {
    ...{ reference, caseNo, attempt, bankName, remark, documentNo, accountCode },
    amountFen: Number(payment.amountFen),
    state: coded(PAYMENT_STATE_TEXTS, payment.state),
    preparedAt: payment.preparedAt.toISOString(),
    reviewedAt: payment.reviewedAt?.toISOString() ?? null,
    sentAt: payment.sentAt?.toISOString() ?? null,
    settledAt: payment.settledAt?.toISOString() ?? null,
    returnedReason: returnedReason === null ? null : returnReason(returnedReason),
  };
}

/** The payments of an official's area, the newest first. */
export async function paymentPage(
  tx: Tx,
  who: OfficialWho,
  { cursor, limit, state }: z.infer<typeof PaymentQuery>,
): Promise<Page<PaymentView>> {
  const rows = await tx.payment.findMany({
    where: {
      case: { areaCode: { startsWith: who.areaCode } },
      ...(state !== undefined && { state }),
      ...behind(positionOf(cursor), 'preparedAt', 'reference'),
    },
    orderBy: [{ preparedAt: 'desc' }, { reference: 'desc' }],
    take: limit + 1,
  });
  return pageOf(rows, limit, ({ preparedAt, reference }) => ({ at: preparedAt, id: reference }), paymentView);
}
