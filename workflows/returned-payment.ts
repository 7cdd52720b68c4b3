import type { ReturnCommission } from '../domain/schemas/application.js';
import type { Outcome } from '../domain/schemas/outcome.js';
import { ReturnedCase } from './returned-case.js';
import { accountCorrection } from './stages/account-correction.js';
import { disbursement } from './stages/disbursement.js';

/** 三(五) 足额拨付 (退汇): money that came back after it was credited is paid anew, once the account is put right. */
export async function returnedPayment(commission: ReturnCommission): Promise<Outcome> {
  const file = new ReturnedCase(commission);
  const { amountFen, instalment } = commission;
  const part = { amountFen, ...(instalment !== undefined && { instalment }) };

  const refusal = (await accountCorrection(file)) ?? (await disbursement(file, part));

  return await file.close(refusal ?? { kind: 'completed', amountFen });
}
