import type { ErrorCode } from '../errors.js';
import type { Act } from '../schemas/act.js';
import type { Verdict } from './stages.js';

/** Verdicts against somebody: with a reason code and its words. */
const NEEDS_REASON: readonly Verdict[] = ['return', 'refuse', 'rectify', 'dismiss', 'uphold', 'overturn', 'close'];

/** Whether an act says everything that its verdict needs; the code names what is missing. */
export function incompleteness({
  stage,
  verdict,
  reasonCode,
  words,
  quantity,
  papers,
  score,
}: Act): ErrorCode | undefined {
  if (NEEDS_REASON.includes(verdict) && (!reasonCode || !words)) return 'REASON_MISSING';
  if (verdict === 'requestReview' && !words) return 'REASON_MISSING';
  const accepts = stage === 'acceptanceInspection' && verdict === 'pass';
  if ((verdict === 'amend' || accepts) && !quantity) return 'QUANTITY_MISSING';
  const visited = stage === 'townshipVerification' && (verdict === 'pass' || verdict === 'amend');
  const posting = verdict === 'posted' || verdict === 'takenDown';
  if ((accepts || visited || posting) && !papers?.length) return 'PAPERS_MISSING';
  if (verdict === 'scored' && (score === undefined || !reasonCode)) return 'SCORE_MISSING';
  return undefined;
}
