import type { ErrorCode } from '../errors.js';
import type { Act } from '../schemas/act.js';
import type { Stage, Verdict } from './stages.js';

/** Verdicts against somebody, or other than was asked for: with a reason code and its words. */
const NEEDS_REASON: readonly Verdict[] = [
  ...(['return', 'refuse', 'rectify', 'dismiss', 'uphold', 'overturn', 'close', 'deny'] as const),
  'houseOtherwise',
];

type Verdicts = { readonly [S in Stage]?: readonly Verdict[] };

/** Besides whoever amends, who says how much it is. */
const NEEDS_QUANTITY: Verdicts = { acceptanceInspection: ['pass'], houseAppraisal: ['pass'] };

/** What rests on photographs or documents. */
const NEEDS_PAPERS: Verdicts = {
  townshipVerification: ['pass', 'amend'],
  noticePosting: ['posted'],
  publicNotice: ['takenDown'],
  acceptanceInspection: ['pass'],
  houseAppraisal: ['pass', 'refuse'],
  worksStart: ['declareStart'],
  worksAcceptance: ['pass'],
  otherHousing: ['housed'],
  agreementSigning: ['sign'],
  movingIn: ['declareMovedIn'],
  movingInInspection: ['pass'],
  oldHomestead: ['declareVacated'],
  homesteadInspection: ['pass'],
  payeeConsent: ['agreeToPayee'],
};

/** Whether an act says everything that its verdict needs; the code names what is missing. */
export function incompleteness({
  stage,
  verdict,
  reasonCode,
  words,
  quantity,
  papers,
  score,
  settlement,
}: Act): ErrorCode | undefined {
  if (NEEDS_REASON.includes(verdict) && (!reasonCode || !words)) return 'REASON_MISSING';
  if (verdict === 'requestReview' && !words) return 'REASON_MISSING';
  if (verdict === 'grant' && !words) return 'WORDS_MISSING';
  const measured = verdict === 'amend' || verdict === 'grant' || NEEDS_QUANTITY[stage]?.includes(verdict);
  if (measured && !quantity) return 'QUANTITY_MISSING';
  if (NEEDS_PAPERS[stage]?.includes(verdict) && !papers?.length) return 'PAPERS_MISSING';
  if (verdict === 'offer' && !isWhole(settlement)) return 'SETTLEMENT_MISSING';
  if (verdict === 'scored' && (score === undefined || !reasonCode)) return 'SCORE_MISSING';
  return undefined;
}

/** A plot or flat is named where one moves to a site, and nowhere else. */
const isWhole = (settlement: Act['settlement']): boolean =>
  settlement !== undefined &&
  (settlement.way === 'concentrated') === (settlement.siteId !== undefined && settlement.plotNo !== undefined);
