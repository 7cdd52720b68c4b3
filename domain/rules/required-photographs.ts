import type { Stage, Verdict } from './stages.js';

type Required = { readonly [S in Stage]?: { readonly [V in Verdict]?: readonly string[] } };

/** Kinds of papers of which an act that rests on them brings at least one each (common-papers.ts). */
const REQUIRED: Required = {
  houseAppraisal: { pass: ['appraisalReport'], refuse: ['appraisalReport'] },
  worksStart: { declareStart: ['beforePhoto'] },
  worksAcceptance: { pass: ['beforePhoto', 'afterPhoto'] },
  agreementSigning: { sign: ['relocationAgreement'] },
  movingIn: { declareMovedIn: ['movingInPhoto'] },
  oldHomestead: { declareVacated: ['oldHomesteadPhoto'] },
  otherHousing: { housed: ['housingContract'] },
};

/** Kinds that are still missing among the papers of an act. */
export const missingKinds = (stage: Stage, verdict: Verdict, given: readonly string[]): string[] =>
  (REQUIRED[stage]?.[verdict] ?? []).filter((kind) => !given.includes(kind));
