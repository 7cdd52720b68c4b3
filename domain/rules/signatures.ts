import { type Stage, stageRule, type Verdict } from './stages.js';

/** What a payment order is worth, and from where on a third person signs; fen. */
export interface ToSign {
  readonly amountFen: number;
  /** Above it a third signature is needed; undefined for cases begun before there was a limit. */
  readonly thirdSignatureAboveFen?: number;
}

/** Whether money goes out that a third person signs for, besides the one who made the order and the one who reviewed it. */
const isAboveLimit = ({ amountFen, thirdSignatureAboveFen }: ToSign): boolean =>
  thirdSignatureAboveFen !== undefined && amountFen > thirdSignatureAboveFen;

/**
 * Whether two officials sign this act: everywhere at township verification and acceptance, and where finance passes an
 * order above the limit (the third signature, after whoever made it). 三(五).
 */
export const needsTwoSignatures = (stage: Stage, verdict: Verdict, order?: ToSign): boolean =>
  stageRule(stage).signatures === 2 ||
  (stage === 'paymentReview' && verdict === 'pass' && order !== undefined && isAboveLimit(order));
