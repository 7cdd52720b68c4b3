import type { Stage, Verdict } from '../../../domain/rules/stages.js';
import type { Act } from '../../../domain/schemas/act.js';
import { DANGER, QUANTITY } from './inputs.js';
import { household, STAFF } from './people.js';

export const REASON = 'EVIDENCE_LACKING';
const WORDS = { ref: '0198f2a4-77aa-7cc1-9d5e-3f7b2a8c1d01', sha256: 'b3'.repeat(32) };
const PHOTOGRAPHS = { papers: ['5c'.repeat(32), '7e'.repeat(32)] };

/** What happens at each stage of an uneventful case. */
export const UNEVENTFUL: { readonly [S in Stage]?: Verdict } = {
  initialCheck: 'pass',
  correction: 'handIn',
  townshipVerification: 'pass',
  projectApproval: 'pass',
  noticePosting: 'posted',
  publicNotice: 'takenDown',
  projectWork: 'declareCompletion',
  acceptanceInspection: 'pass',
  paymentPreparation: 'prepare',
  paymentReview: 'pass',
  entitlementApproval: 'pass',
  periodFunding: 'pass',
  reliefDecision: 'grant',
  reliefConfirmation: 'confirm',
  reviewReport: 'report',
  performanceReview: 'scored',
  houseAppraisal: 'pass',
  housingApproval: 'pass',
  worksStart: 'declareStart',
  worksAcceptance: 'pass',
  otherHousing: 'housed',
  agreementOffer: 'offer',
  agreementSigning: 'sign',
  movingIn: 'declareMovedIn',
  movingInInspection: 'pass',
  oldHomestead: 'declareVacated',
  homesteadInspection: 'pass',
  followUpVisit: 'visited',
  residenceSettlement: 'settled',
  schoolSettlement: 'settled',
  clinicSettlement: 'settled',
  workSettlement: 'settled',
  insuranceSettlement: 'settled',
};

/** An act with all that it needs, by whoever acts at its stage in an uneventful case; `more` replaces parts of it. */
export function actOf(stage: Stage, verdict: Verdict, more: Partial<Act> = {}): Act {
  const [by, cosigner] = verdict === 'withdraw' ? [household] : (STAFF[stage] ?? [household]);
  return { stage, by, verdict, ...(cosigner && { cosigner }), ...groundsOf(stage, verdict), ...more };
}

const ON_THE_SPOT: readonly Stage[] = [
  ...(['townshipVerification', 'worksAcceptance', 'movingInInspection', 'homesteadInspection'] as const),
];

/** The act without some of its parts. */
export function without(act: Act, ...parts: (keyof Act)[]): Act {
  return Object.fromEntries(Object.entries(act).filter(([part]) => !parts.includes(part as keyof Act))) as Act;
}

function groundsOf(stage: Stage, verdict: Verdict): Partial<Act> {
  switch (verdict) {
    case 'refuse':
      return { reasonCode: REASON, words: WORDS, ...(stage === 'houseAppraisal' && PHOTOGRAPHS) };
    case 'return':
    case 'rectify':
    case 'dismiss':
    case 'uphold':
    case 'overturn':
    case 'close':
    case 'deny':
    case 'houseOtherwise':
      return { reasonCode: REASON, words: WORDS };
    case 'visited':
    case 'settled':
    case 'requestReview':
    case 'report':
      return { words: WORDS };
    case 'scored':
      return { reasonCode: 'usedAsIntended', score: 92, words: WORDS };
    case 'grant':
      return { quantity: QUANTITY, words: WORDS };
    case 'offer':
      return { settlement: { way: 'concentrated', siteId: 'site-1', plotNo: 'A-01' } };
    case 'amend':
      return { quantity: QUANTITY, ...PHOTOGRAPHS };
    case 'pass':
      if (stage === 'acceptanceInspection') return { quantity: QUANTITY, ...PHOTOGRAPHS };
      if (stage === 'houseAppraisal') return { quantity: DANGER, ...PHOTOGRAPHS };
      return ON_THE_SPOT.includes(stage) ? PHOTOGRAPHS : {};
    case 'posted':
    case 'takenDown':
    case 'declareCompletion':
    case 'declareStart':
    case 'housed':
    case 'sign':
    case 'declareMovedIn':
    case 'declareVacated':
      return PHOTOGRAPHS;
    default:
      return {};
  }
}
