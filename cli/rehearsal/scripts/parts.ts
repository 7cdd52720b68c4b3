import type { Step } from '../case-walk.js';
import type { Ending } from '../ending.js';
import { accepts, approves, passesCheck, preparesPayment, reviewsPayment, scores, verifies } from '../steps/county.js';
import { AFTER_ACCEPTANCE, askedQuantity, DIRECT, files } from '../steps/filing.js';
import { declaresDone, reportsUse } from '../steps/household.js';
import { posts, takesDown } from '../steps/notice.js';

/** What most ways have in common. */
export const filesDirect = files(DIRECT);
export const filesForAcceptance = files(AFTER_ACCEPTANCE);
export const approved: readonly Step[] = [passesCheck, verifies, approves];
export const announced: readonly Step[] = [posts, takesDown];
export const accepted: readonly Step[] = [declaresDone, accepts(askedQuantity(AFTER_ACCEPTANCE))];
export const ordered: readonly Step[] = [preparesPayment, reviewsPayment];
export const used: readonly Step[] = [reportsUse, scores('usedAsIntended')];
export const paid: readonly Step[] = [...ordered, ...used];

export const PAID = {
  outcome: 'completed',
  finding: 'usedAsIntended',
  payments: ['credited'],
} as const satisfies Ending;
