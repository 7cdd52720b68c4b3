import { BUNDLE_STAGES } from './bundle-states.js';
import type { Role } from './roles.js';
import { type Stage, stageRule } from './stages.js';

/** What waits for officials and is no step of one case: of many at once, or beside what became of one. */
export const MATTER_KINDS = ['bundle', 'jointNotice', 'recovery', 'setOff', 'loan'] as const;
export type MatterKind = (typeof MATTER_KINDS)[number];

/** What is asked of them there. */
export const MATTER_STAGES = [
  ...BUNDLE_STAGES,
  'noticePosting',
  'publicNotice',
  'recoverySignature',
  'setOffSignature',
  'loanSignature',
] as const;
export type MatterStage = (typeof MATTER_STAGES)[number];

/** At which officials are awaited, in a case or beside it. */
export type TaskStage = Stage | MatterStage;

/** What a second official signs. */
export const SIGNATURES = [
  'recoverySignature',
  'setOffSignature',
  'loanSignature',
] as const satisfies readonly MatterStage[];

/** Who may give the second signature under a claim, under an order to set it off, and under a change of a loan. */
export const SIGNERS = ['countySupervisor', 'paymentReviewer'] as const satisfies readonly Role[];

/** Whose matter it is. */
export function rolesAt(stage: MatterStage): readonly Role[] {
  if (isSignature(stage)) return SIGNERS;
  const { awaits } = stageRule(stage);
  return awaits === undefined ? [] : [awaits];
}

const isSignature = (stage: MatterStage): stage is (typeof SIGNATURES)[number] =>
  (SIGNATURES as readonly MatterStage[]).includes(stage);
