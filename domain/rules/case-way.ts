import type { AnyCaseWorkflow, RUN_WORKFLOW, SHARE_WORKFLOW } from './case-workflows.js';
import type { Stage } from './stages.js';

/** What decides which stages a case goes through where nothing unusual happens. */
export interface WayFacts {
  readonly workflow: AnyCaseWorkflow | typeof RUN_WORKFLOW | typeof SHARE_WORKFLOW;
  readonly paidAfterAcceptance: boolean;
  /** Which part of a relocation or of a renovation's works is paid before the rest, in hundredths of a percent. */
  readonly housing?:
    | { readonly firstInstalmentBasisPoints?: number; readonly worksFirstInstalmentBasisPoints?: number | undefined }
    | undefined;
  /** Of a renovation: another way of housing, with a rent to pay or without. */
  readonly otherHousing?: 'rented' | 'free' | undefined;
}

const PAYMENT: readonly Stage[] = ['paymentPreparation', 'paymentReview', 'bankTransfer'];
const CHECKED: readonly Stage[] = ['initialCheck', 'townshipVerification'];
const NOTICE: readonly Stage[] = ['noticePosting', 'publicNotice'];
const ACCEPTANCE: readonly Stage[] = ['projectWork', 'acceptanceInspection'];
const RELOCATION = {
  agreement: ['agreementOffer', 'agreementSigning'],
  moving: ['movingIn', 'movingInInspection', 'oldHomestead', 'homesteadInspection'],
} as const satisfies Record<string, readonly Stage[]>;

const project = ({ paidAfterAcceptance }: WayFacts): Stage[] => [
  ...(['townshipVerification', 'projectApproval', ...NOTICE] as const),
  ...(paidAfterAcceptance ? ACCEPTANCE : []),
  ...PAYMENT,
];
const firstPart = (basisPoints = 0): readonly Stage[] => (basisPoints > 0 ? PAYMENT : []);

/** The stages of an uneventful case, in order, as the workflows of the same names go through them. */
const WAYS: Readonly<Record<WayFacts['workflow'], (facts: WayFacts) => readonly Stage[]>> = {
  directProject: (facts) => ['initialCheck', ...project(facts)],
  // Endorsed and checked for the whole bundle before.
  bundledProject: project,
  // 三(八): paid before it is made known.
  relief: () => ['townshipVerification', 'reliefDecision', ...PAYMENT, 'reliefConfirmation'],
  entitlement: () => [...CHECKED, 'entitlementApproval', ...NOTICE],
  entitlementRun: () => PAYMENT,
  collectiveShare: () => PAYMENT,
  relocation: (facts) => [
    ...([...CHECKED, 'projectApproval', ...NOTICE, ...RELOCATION.agreement] as const),
    ...firstPart(facts.housing?.firstInstalmentBasisPoints),
    ...RELOCATION.moving,
    ...PAYMENT,
  ],
  renovation: (facts) => [
    ...(['initialCheck', 'houseAppraisal', 'townshipVerification', 'housingApproval', ...NOTICE] as const),
    ...housed(facts),
  ],
};

function housed(facts: WayFacts): readonly Stage[] {
  if (facts.otherHousing) return ['otherHousing', ...(facts.otherHousing === 'rented' ? PAYMENT : [])];
  return ['worksStart', ...firstPart(facts.housing?.worksFirstInstalmentBasisPoints), 'worksAcceptance', ...PAYMENT];
}

export const wayOf = (facts: WayFacts): readonly Stage[] => WAYS[facts.workflow](facts);

/** Money that came back is paid anew; the rest of the way lies behind. */
export const WAY_OF_RETURNED = PAYMENT;

/** Where a case that was refused goes on, if at all, hangs on what the household asks for and what is found. */
const NOTHING_PROMISED: readonly Stage[] = ['refused', 'internalReview', 'closed'];
/** What is done over once the household has put it right: from the stage that asked for it, or from this one on. */
const DONE_OVER: { readonly [S in Stage]?: Stage | 'same' } = {
  correction: 'same',
  accountCorrection: 'paymentPreparation',
};

/**
 * What is still to come of a way, behind the stage where the case is. Stages off the way (a correction, a hearing) lead
 * back to it; they are never promised themselves.
 *
 * @param entered every stage that the case has reached, in order
 */
export function stagesAhead(way: readonly Stage[], stage: Stage, entered: readonly Stage[]): readonly Stage[] {
  if (NOTHING_PROMISED.includes(stage)) return [];
  if (way.includes(stage)) return way.slice(placeOf(way, stage, entered) + 1);
  const before = entered.findLast((each) => way.includes(each));
  if (before === undefined) return way;
  const place = placeOf(way, before, entered);
  const over = DONE_OVER[stage];
  if (over === undefined) return way.slice(place + 1);
  return way.slice(over === 'same' ? place : way.lastIndexOf(over, place));
}

/** Of what comes twice, as two payments do, the second once all before it was reached. */
function placeOf(way: readonly Stage[], stage: Stage, entered: readonly Stage[]): number {
  const last = way.lastIndexOf(stage);
  const isReached = way.slice(0, last).every((each) => entered.includes(each));
  return isReached ? last : way.indexOf(stage);
}
