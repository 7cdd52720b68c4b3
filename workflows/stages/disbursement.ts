import type { Act } from '../../domain/schemas/act.js';
import type { Refusal } from '../../domain/schemas/outcome.js';
import type { ProjectCase } from '../project-case.js';
import { disburse } from '../world.js';
import { refusalBy } from './refusal.js';

/**
 * 三(五) 直接拨付到户: the programme's office makes the order, finance reviews it on its own, the bank credits.
 * Every order has its own reference, made before the first attempt; a returned one is followed by another.
 */
export async function disbursement(file: ProjectCase): Promise<Refusal | undefined> {
  for (let attempt = 1; ; attempt++) {
    const reference = `${file.dossier.caseNo}-P${attempt}`;
    const guard = ({ verdict }: Act) => (goesOn(verdict) && !file.changes.allSettled ? 'CHANGE_OPEN' : undefined);
    const prepared = await file.actAt('paymentPreparation', { guard });
    if (prepared.verdict !== 'prepare') return refusalBy(prepared);
    file.note({ kind: 'paymentOrdered', reference, amountFen: file.amountFen });

    const review = await file.actAt('paymentReview', { subject: reference, guard });
    if (review.verdict !== 'pass') {
      file.note({ kind: 'paymentCancelled', reference });
      if (review.verdict !== 'return') return refusalBy(review);
    } else {
      if (await credited(file, reference)) return undefined;
      const corrected = await file.actAt('accountCorrection');
      if (corrected.verdict !== 'confirmAccount') return refusalBy(corrected);
    }
  }
}

const goesOn = (verdict: Act['verdict']): boolean => verdict === 'prepare' || verdict === 'pass';

async function credited(file: ProjectCase, reference: string): Promise<boolean> {
  file.enter('bankTransfer', { subject: reference });
  await file.recorded();
  const { kind: result, ...why } = await file.during(disburse(reference));
  file.note({ kind: 'paymentSettled', reference, result, ...why });
  return result === 'credited';
}
