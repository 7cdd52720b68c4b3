import type { z } from 'zod';
import type { PaymentView } from '../../domain/schemas/payment-view.js';
import type { PaymentDetail, PaymentQuery } from '../../domain/schemas/office.js';
import { bankWord, PAYMENT_STATE_TEXTS, returnReason } from '../../domain/texts/money.js';
import type { Keyring } from '../../platform/keyring.js';
import type { Tx } from '../../prisma/client.js';
import type { PaymentModel as Payment } from '../../prisma/generated/models.js';
import { householdKey } from '../../prisma/household.js';
import { openPayee } from '../../prisma/payee.js';
import { found } from '../problem.js';
import type { OfficialWho } from '../who.js';
import { coded } from './coded.js';
import { behind } from './newest-first.js';
import { officialsBy } from './officials.js';
import { type Page, pageOf, positionOf } from './page.js';
import { withinArea } from './visible.js';

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

/** A payment with its payee and every word exchanged with the bank. @throws Refused NOT_FOUND, OUT_OF_AREA */
export async function paymentDetail(
  tx: Tx,
  keyring: Keyring,
  who: OfficialWho,
  reference: string,
): Promise<z.infer<typeof PaymentDetail>> {
  const include = { case: true, inquiries: { orderBy: { id: 'asc' } } } as const;
  const payment = found(await tx.payment.findUnique({ where: { reference }, include }));
  withinArea(who, payment.case.areaCode);
  const { preparedById, reviewedById, thirdById, scheduleNo, payeeSealed, inquiries } = payment;
  const key = await householdKey(tx, keyring, payment.case.householdId);
  const official = await officialsBy(tx, [preparedById, reviewedById, thirdById]);
  return {
    ...paymentView(payment),
    payee: openPayee(key, payeeSealed),
    ...{ preparedBy: official(preparedById).name, scheduleNo },
    reviewedBy: reviewedById === null ? null : official(reviewedById).name,
    thirdBy: thirdById === null ? null : official(thirdById).name,
    inquiries: inquiries.map(({ question, answer, at }) => ({
      ...{ question, answer: bankWord(answer), at: at.toISOString() },
    })),
  };
}
