import type { PayeeModel } from '../../prisma/generated/models.js';
import { payeesBehind } from '../../prisma/payee-names.js';
import type { RecordedCase } from './recorded-case.js';

/** Whom of the register of payees the last order of a case went to; undefined where it went to the household. */
export async function lastPayee({ tx, caseNo }: Pick<RecordedCase, 'tx' | 'caseNo'>): Promise<PayeeModel | undefined> {
  const order = await tx.payment.findFirst({ where: { caseNo }, orderBy: { attempt: 'desc' } });
  return order ? (await payeesBehind(tx, [order.accountId]))(order.accountId) : undefined;
}
