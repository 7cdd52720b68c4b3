import type { Act, Actor } from '../schemas/act.js';
import type { ErrorCode } from '../errors.js';
import { type Stage, stageRule } from './stages.js';
import { boundAs, isOnePost } from './substitution.js';

/** What a case knows when somebody wants to act in it. */
export interface CaseView {
  readonly stage: Stage;
  /** Whether an act is awaited: not while the last one is being carried out. */
  readonly awaiting: boolean;
  readonly subject?: string;
  readonly householdId: string;
  readonly helperId?: string;
  readonly areaCode: string;
  readonly recused: readonly string[];
  readonly decisions: readonly PastDecision[];
}

/** Who decided where; `overturned` decisions are made anew by somebody else. */
export interface PastDecision {
  readonly stage: Stage;
  readonly officialId: string;
  readonly officeId?: string;
  readonly overturned: boolean;
  /** In whose place he decided: it is that official's own work, too. */
  readonly inAbsenceOf?: string;
  /** Amended what was proposed at a hearing: an objection to it is one to this office's own act. */
  readonly amended?: true;
}

/** Whether this actor may act here and now; the code says why not. 三(五), 六(四): nobody decides on his own work, office or kin. */
export function mayAct(view: CaseView, act: Act): ErrorCode | undefined {
  const rule = stageRule(act.stage);
  if (act.stage !== view.stage || act.subject !== view.subject || !view.awaiting) return 'STAGE_MOVED';
  if (isHousehold(act.by)) return mayHouseholdAct(view, act);
  if (act.by.role !== rule.awaits && act.by.role !== rule.also) return 'NOT_AWAITED';
  if (!rule.verdicts.includes(act.verdict)) return 'VERDICT_NOT_POSSIBLE';
  return maySign(view, act) ?? isSecondSignatureRight(act) ?? isInspectionMixed(view, act);
}

/** The decisions an act leaves behind: one per signature. */
export const decisionsOf = (act: Act): PastDecision[] =>
  signers(act).map(({ id, officeId, inAbsenceOf }) => ({
    ...{ stage: act.stage, officialId: id, overturned: false },
    ...(officeId !== undefined && { officeId }),
    ...(inAbsenceOf !== undefined && { inAbsenceOf }),
    ...(act.stage === 'objectionHearing' && act.verdict === 'amend' && { amended: true as const }),
  }));

/** Who signed: one official, or two. */
export const signers = (act: Act): Actor[] => (act.cosigner ? [act.by, act.cosigner] : [act.by]);

const isHousehold = (actor: Actor): boolean => actor.role === 'household' || actor.role === 'helper';

/** The household, or whoever filed for it; for a village collective, which is no household, each helper of its village. */
function isApplicant({ householdId, helperId, areaCode }: CaseView, by: Actor): boolean {
  if (by.role === 'household') return by.id === householdId;
  return by.id === helperId || (householdId === '' && helperId !== undefined && by.areaCode === areaCode);
}

function mayHouseholdAct(view: CaseView, { stage, verdict, by }: Act): ErrorCode | undefined {
  if (!isApplicant(view, by)) return 'NOT_AWAITED';
  const rule = stageRule(stage);
  if (verdict === 'withdraw') return rule.withdrawable ? undefined : 'TOO_LATE_TO_WITHDRAW';
  if (rule.awaits !== 'household') return 'NOT_AWAITED';
  return rule.verdicts.includes(verdict) ? undefined : 'VERDICT_NOT_POSSIBLE';
}

function maySign(view: CaseView, act: Act): ErrorCode | undefined {
  for (const signer of signers(act)) {
    const refusal = maySigner(view, act.stage, signer);
    if (refusal) return refusal;
  }
  return undefined;
}

function maySigner(view: CaseView, stage: Stage, signer: Actor): ErrorCode | undefined {
  const { decides, heardByAnotherOffice } = stageRule(stage);
  if (!signer.areaCode || !view.areaCode.startsWith(signer.areaCode)) return 'OUT_OF_AREA';
  const bound = boundAs(signer);
  if (bound.some((person) => view.recused.includes(person))) return 'KIN';
  const isBarredBy = (d: PastDecision) => d.stage !== stage || d.overturned || d.amended;
  const isOwn = ({ officialId, inAbsenceOf }: PastDecision) =>
    bound.some((person) => person === officialId || person === inAbsenceOf);
  if (decides && view.decisions.some((d) => isOwn(d) && isBarredBy(d))) return 'OWN_DECISION';
  const officeActed = view.decisions.some((d) => d.officeId === signer.officeId && (d.stage !== stage || d.amended));
  if (heardByAnotherOffice && officeActed) return 'OWN_OFFICE';
  return undefined;
}

/** Whoever signs beside another is somebody else in the same post; whether a payment needs it, its amount says. */
function isSecondSignatureRight({ stage, by, cosigner }: Act): ErrorCode | undefined {
  if (!cosigner && stageRule(stage).signatures !== 2) return undefined;
  if (cosigner && !isOnePost(cosigner, by) && cosigner.role === by.role) return undefined;
  return stage === 'paymentReview' ? 'THIRD_SIGNATURE_MISSING' : 'SECOND_SIGNATURE_MISSING';
}

/** 验收: of the two inspectors, one is from another office than verified. */
function isInspectionMixed({ decisions }: CaseView, act: Act): ErrorCode | undefined {
  if (act.stage !== 'acceptanceInspection') return undefined;
  const verified = decisions.filter((d) => d.stage === 'townshipVerification').map((d) => d.officeId);
  return signers(act).some(({ officeId }) => !verified.includes(officeId)) ? undefined : 'SAME_OFFICE';
}
