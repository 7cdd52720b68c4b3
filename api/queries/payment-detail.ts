import type { z } from 'zod';
import type { PaymentDetail } from '../../domain/schemas/office.js';
import { bankWord } from '../../domain/texts/money.js';
import type { Keyring } from '../../platform/keyring.js';
import type { Tx } from '../../prisma/client.js';
import { caseKey } from '../../prisma/applicant.js';
import { openPayee } from '../../prisma/payee.js';
import { payeesBehind } from '../../prisma/payee-names.js';
import { found } from '../problem.js';
import type { OfficialWho } from '../who.js';
import { officialsBy } from './officials.js';
import { paymentWay, withWay } from './payment-way.js';
import { withinArea } from './visible.js';

/** A payment with its payee and every word exchanged with the bank. @throws Refused NOT_FOUND, OUT_OF_AREA */
export async function paymentDetail(
  tx: Tx,
  keyring: Keyring,
  who: OfficialWho,
  reference: string,
): Promise<z.infer<typeof PaymentDetail>> {
  const include = { ...withWay, case: true, inquiries: { orderBy: { id: 'asc' } } } as const;
  const payment = found(await tx.payment.findUnique({ where: { reference }, include }));
  withinArea(who, payment.case.areaCode);
  const { preparedById, reviewedById, thirdById, scheduleNo, payeeSealed, inquiries } = payment;
  const key = await caseKey(tx, keyring, payment.case);
  const official = await officialsBy(tx, [preparedById, reviewedById, thirdById]);
  const payeeBehind = await payeesBehind(tx, [payment.accountId]);
  return {
    ...paymentWay(payment, payeeBehind(payment.accountId)),
    payee: openPayee(key, payeeSealed),
    ...{ preparedBy: official(preparedById).name, scheduleNo },
    reviewedBy: reviewedById === null ? null : official(reviewedById).name,
    thirdBy: thirdById === null ? null : official(thirdById).name,
    inquiries: inquiries.map(({ question, answer, at }) => ({
      ...{ question, answer: bankWord(answer), at: at.toISOString() },
    })),
  };
}
